import type { Page, PageSource } from '../graph/types';

/** Reads page by page, and asks before each whether to go on: what that throws ends it. */
export function whileConnected(
  source: PageSource,
  goOn: () => Promise<void>,
): PageSource {
  return {
    async *read(collector, options): AsyncIterable<Page> {
      await goOn();
      for await (const page of source.read(collector, options)) {
        yield page;
        await goOn();
      }
    },
  };
}
