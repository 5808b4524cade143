import type { Collector } from '../collectors/types';
import { GraphRequestError, PageTokenExpiredError } from '../graph/errors';
import { showsNoEligibility } from '../graph/missingLicence';
import type { Page, PageSource, ReadOptions } from '../graph/types';

const emptyPage: Page = {
  rows: [],
  nextLink: null,
  calls: 0,
  waitedMs: 0,
  requestIds: [],
};

/** A row with the id that was asked for. */
interface RowOf {
  of: string;
  row: unknown;
  /** See `keepsNobody`. */
  nobody?: true;
}

/** Says which of some ids are people's. */
export type PeopleAmong = (
  ids: readonly string[],
) => Promise<ReadonlySet<string>>;

/**
 * Reads a collector's endpoint for one id after the other, as if it were one list: the given ids, then
 * those that rows lead to. Where to go on is stored as `<id>,<found id>,… <link>`, with what was found
 * so far and without a link for the first page of an id, so that a read that broke off goes on in the
 * middle of an id.
 *
 * @param ids - sorted, and the same when a read goes on
 */
export async function* readEach(
  source: PageSource,
  collector: Collector,
  ids: readonly string[],
  options: ReadOptions,
  peopleAmong: PeopleAmong,
): AsyncIterable<Page> {
  if (ids.length === 0) {
    yield emptyPage;
    return;
  }
  const start = placeOf(options.startLink, ids);
  const queue = [...ids, ...start.found];
  const place = (id: string, link: string) =>
    `${[id, ...queue.slice(ids.length)].join(',')} ${link}`;
  for (let i = start.index; i < queue.length; i += 1) {
    const startLink = i === start.index ? start.link : undefined;
    const pages = readOne(source, collector, queue[i], {
      ...options,
      startLink,
    });
    // Of one that is gone on with in its middle, there were rows.
    let isEmpty = startLink === undefined;
    for await (const page of pages) {
      isEmpty = isEmpty && page.rows.length === 0;
      const rows: RowOf[] =
        collector.keepsNobody && isEmpty && page.nextLink === null
          ? [{ of: queue[i], row: null, nobody: true }]
          : page.rows.map(row => ({ of: queue[i], row }));
      queue.push(...(await newIds(collector, rows, queue, peopleAmong)));
      const next = i + 1 < queue.length ? place(queue[i + 1], '') : null;
      yield {
        ...page,
        rows,
        nextLink:
          page.nextLink === null ? next : place(queue[i], page.nextLink),
      };
    }
  }
}

function placeOf(startLink: string | undefined, ids: readonly string[]) {
  if (startLink === undefined) {
    return { index: 0, link: undefined, found: [] };
  }
  const end = startLink.indexOf(' ');
  const [id, ...found] = startLink.slice(0, end).split(',');
  const index = [...ids, ...found].indexOf(id);
  if (index === -1) {
    throw new PageTokenExpiredError('idGone');
  }
  return { index, link: startLink.slice(end + 1) || undefined, found };
}

/** The ids that rows lead to, that are nobody's and that are not read anyway. */
async function newIds(
  collector: Collector,
  rows: readonly RowOf[],
  known: readonly string[],
  peopleAmong: PeopleAmong,
): Promise<string[]> {
  const ids = new Set<string>();
  for (const row of collector.leadsTo ? rows : []) {
    // A row that is not as documented fails the data set, and leads nowhere.
    const checked = collector.row.safeParse(row);
    const id = checked.success ? collector.leadsTo!(checked.data) : null;
    if (id !== null && !known.includes(id)) {
      ids.add(id);
    }
  }
  if (ids.size === 0) {
    return [];
  }
  const people = await peopleAmong([...ids]);
  return [...ids].filter(id => !people.has(id));
}

/** What Graph does not know under the endpoint is of another kind, or gone. */
async function* readOne(
  source: PageSource,
  collector: Collector,
  id: string,
  options: ReadOptions,
): AsyncIterable<Page> {
  const endpoint = collector.endpoint.replace('{id}', encodeURIComponent(id));
  const query = Object.fromEntries(
    Object.entries(collector.query).map(([name, value]) => [
      name,
      value.replace('{id}', id.replace(/'/g, "''")),
    ]),
  );
  try {
    yield* source.read({ ...collector, endpoint, query }, options);
  } catch (error) {
    if (!isNotFound(error, collector)) {
      throw error;
    }
    const isUnanswered =
      collector.keepsNotFound && !showsNoEligibility(options.premium);
    const rows = isUnanswered ? [null] : [];
    yield { ...emptyPage, rows, calls: error.calls };
  }
}

/**
 * Where the id stands in the query, Graph may as well call the query bad. That is told apart from none,
 * so that it is not believed of what is known to be there; a missing licence is told by 400 too.
 */
function isNotFound(
  error: unknown,
  { keepsNotFound }: Collector,
): error is GraphRequestError {
  return (
    error instanceof GraphRequestError &&
    (error.status === 404 ||
      (keepsNotFound === true &&
        error.status === 400 &&
        error.code.toLowerCase() !== 'aadpremiumlicenserequired'))
  );
}
