import type { Collector } from '../collectors/types';
import type { Page, PageSource, ReadOptions } from '../graph/types';

/** Reads a data set to its end. */
export async function readPages(
  source: PageSource,
  collector: Collector,
  options: Partial<ReadOptions> = {},
): Promise<Page[]> {
  const { signal } = new AbortController();
  const pages: Page[] = [];
  for await (const page of source.read(collector, { signal, ...options })) {
    pages.push(page);
  }
  return pages;
}

/** The same data set in many pages of few rows, instead of few pages of many. */
export function inSmallPages(collector: Collector): Collector {
  return { ...collector, query: { ...collector.query, $top: '20' } };
}
