import type { Collector, DataSetId } from '../../collectors/types';
import type { Page, ReadOptions } from '../../graph/types';
import { MemorySource } from '../MemorySource';
import { catalogAt } from './catalog';
import { directoryAt, groupMembers, groups } from './directory';

/** What a page costs: another number of calls and another wait for each data set. */
const costs: Partial<Record<DataSetId, { calls: number; waitedMs: number }>> = {
  users: { calls: 2, waitedMs: 0 },
  'catalog-groups': { calls: 3, waitedMs: 0 },
  registrations: { calls: 4, waitedMs: 2_300 },
};

/** How long a page takes besides, in milliseconds. */
const PAGE_MS = 700;

/** Microsoft Graph and the portal's catalog, as they are at the time of the clock. */
export class ContosoSource extends MemorySource {
  readonly #clock: { now: Date };

  constructor(clock: { now: Date }) {
    super();
    this.#clock = clock;
    this.eachPages = groupMembers;
    this.eachOf = groups;
  }

  /** Takes the answers of a day: so many before the recording. */
  answerAsOf(day: number): void {
    this.pages = { ...directoryAt(day, this.#clock.now), ...catalogAt(day) };
    this.people = this.pages.users?.flat().length;
  }

  override async *read(
    collector: Collector,
    options: ReadOptions,
  ): AsyncIterable<Page> {
    const cost = costs[collector.id];
    for await (const page of super.read(collector, options)) {
      const { now } = this.#clock;
      this.#clock.now = new Date(
        now.getTime() + PAGE_MS + (cost?.waitedMs ?? 0),
      );
      yield { ...page, ...cost };
    }
  }
}
