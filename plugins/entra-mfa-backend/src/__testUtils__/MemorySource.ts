import type { Collector, DataSetId } from '../collectors/types';
import { GraphRequestError, PageTokenExpiredError } from '../graph/errors';
import type { Page, PageSource, ReadOptions } from '../graph/types';

/** What happens instead of a page. */
export type Interruption = (
  dataSet: DataSetId,
  page: number,
) => void | Promise<void>;

const CHANGES = 'changes ';

/** Serves pages that a test wrote down, for laws that need many tenants and no network. */
export class MemorySource implements PageSource {
  /** The pages of each data set; one that is not there has one page without rows. */
  pages: Partial<Record<DataSetId, unknown[][]>> = {};
  /** The members of groups, by the group's id; of others there are none. */
  eachPages: Record<string, unknown[][]> = {};
  /** When Microsoft refreshed every row of the report; null leaves to each row what it says. */
  refreshedAt: Date | null = null;
  /** How many people the source says there are; without it, it refuses to say. */
  people?: number;
  /** The pages of other endpoints that are read for an id, by the id. */
  eachOf: Partial<Record<DataSetId, Record<string, unknown[][]>>> = {};
  /** What is answered for one of several ids that are asked for at once; of others, that there is nothing. */
  answers: Partial<Record<DataSetId, Record<string, object>>> = {};
  /**
   * What changed of a data set that is read by `delta` since it was read last; where it is null, nobody knows any more.
   */
  changes: Partial<Record<DataSetId, unknown[][] | null>> = {};
  /** Called before each page, counted from 1; may throw or wait. */
  before: Interruption = () => {};
  /** With what each data set was asked for last. */
  readonly queries: Partial<Record<DataSetId, Record<string, string>>> = {};
  /** The pages that were asked for: `users 1`. */
  readonly asked: string[] = [];

  async *read(
    collector: Collector,
    { ids, startLink, signal }: ReadOptions,
  ): AsyncIterable<Page> {
    const { id, query } = collector;
    this.queries[id] = query;
    if (collector.answer === 'count') {
      yield this.#count();
      return;
    }
    if (ids) {
      this.asked.push(`${id} ${ids.join()}`);
      await this.before(id, 1);
      yield {
        rows: ids.map(of => ({
          of,
          ...(this.answers[id]?.[of] ?? { none: 'not-found' }),
        })),
        nextLink: null,
        calls: 1,
        waitedMs: 0,
        requestIds: [],
      };
      return;
    }
    const [kind, place] = startLink?.startsWith(CHANGES)
      ? [CHANGES, startLink.slice(CHANGES.length)]
      : ['', startLink];
    const pages = kind ? this.changes[id] ?? [] : this.#pagesOf(collector);
    if (Number(place ?? 0) >= pages.length) {
      throw new PageTokenExpiredError('syncStateNotFound');
    }
    for (let index = Number(place ?? 0); index < pages.length; index += 1) {
      signal.throwIfAborted();
      this.asked.push(`${id} ${index + 1}`);
      try {
        await this.before(id, index + 1);
      } catch (error) {
        if (error instanceof GraphRequestError) {
          error.midway = index > 0;
        }
        throw error;
      }
      yield {
        rows: this.#refreshed(collector, structuredClone(pages[index])),
        nextLink: index + 1 < pages.length ? `${kind}${index + 1}` : null,
        ...(collector.delta &&
          index + 1 === pages.length && { deltaLink: `${CHANGES}0` }),
        calls: 1,
        waitedMs: 0,
        requestIds: [],
      };
    }
  }

  #refreshed({ id }: Collector, rows: unknown[]): unknown[] {
    const { refreshedAt } = this;
    if (id !== 'registrations' || refreshedAt === null) {
      return rows;
    }
    const lastUpdatedDateTime = refreshedAt.toISOString();
    return rows.map(row => Object.assign({}, row, { lastUpdatedDateTime }));
  }

  #count(): Page {
    if (this.people === undefined) {
      throw new GraphRequestError(
        403,
        'Authorization_RequestDenied',
        null,
        false,
      );
    }
    return {
      rows: [this.people],
      nextLink: null,
      calls: 1,
      waitedMs: 0,
      requestIds: [],
    };
  }

  #pagesOf({ id, forEach, endpoint, query }: Collector): unknown[][] {
    if (!forEach) {
      return this.pages[id] ?? [[]];
    }
    const each =
      id === 'role-group-members' ? this.eachPages : this.eachOf[id] ?? {};
    const asked = `${endpoint} ${Object.values(query)}`;
    const of = Object.keys(each).find(one => asked.includes(one));
    // As Graph does of a group of which nobody can become a member.
    if (of === undefined && id === 'role-group-eligibility') {
      return [[]];
    }
    if (of === undefined) {
      throw new GraphRequestError(404, 'Request_ResourceNotFound', null, false);
    }
    return each[of];
  }
}
