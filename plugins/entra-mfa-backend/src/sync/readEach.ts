import type { Collector } from '../collectors/types';
import { GraphRequestError, PageTokenExpiredError } from '../graph/errors';
import type { Page, PageSource, ReadOptions } from '../graph/types';

const emptyPage: Page = {
  rows: [],
  nextLink: null,
  calls: 0,
  waitedMs: 0,
  requestIds: [],
};

/**
 * Reads a collector's endpoint for one id after the other, as if it were one list. Where to go on is
 * stored as `<id> <link>`, without a link for the first page of an id, so that a read that broke off
 * goes on in the middle of an id.
 *
 * @param ids - sorted, and the same when a read goes on
 */
export async function* readEach(
  source: PageSource,
  collector: Collector,
  ids: readonly string[],
  options: ReadOptions,
): AsyncIterable<Page> {
  if (ids.length === 0) {
    yield emptyPage;
    return;
  }
  const start = placeOf(options.startLink, ids);
  for (let i = start.index; i < ids.length; i += 1) {
    const next = i + 1 < ids.length ? `${ids[i + 1]} ` : null;
    const startLink = i === start.index ? start.link : undefined;
    const pages = readOne(source, collector, ids[i], { ...options, startLink });
    for await (const page of pages) {
      yield {
        ...page,
        rows: page.rows.map(row => ({ of: ids[i], row })),
        nextLink: page.nextLink === null ? next : `${ids[i]} ${page.nextLink}`,
      };
    }
  }
}

function placeOf(startLink: string | undefined, ids: readonly string[]) {
  if (startLink === undefined) {
    return { index: 0, link: undefined };
  }
  const end = startLink.indexOf(' ');
  const index = ids.indexOf(startLink.slice(0, end));
  if (index === -1) {
    throw new PageTokenExpiredError('idGone');
  }
  return { index, link: startLink.slice(end + 1) || undefined };
}

/** What Graph does not know under the endpoint is of another kind, or gone: it has no rows. */
async function* readOne(
  source: PageSource,
  collector: Collector,
  id: string,
  options: ReadOptions,
): AsyncIterable<Page> {
  const endpoint = collector.endpoint.replace('{id}', encodeURIComponent(id));
  try {
    yield* source.read({ ...collector, endpoint }, options);
  } catch (error) {
    if (!(error instanceof GraphRequestError) || error.status !== 404) {
      throw error;
    }
    yield { ...emptyPage, calls: error.calls };
  }
}
