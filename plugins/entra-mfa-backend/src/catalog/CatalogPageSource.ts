import type { AuthService } from '@backstage/backend-plugin-api';
import { ResponseError } from '@backstage/errors';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import type { EntraMfaClock } from '@entra-mfa/backstage-plugin-entra-mfa-node';
import type { Collector } from '../collectors/types';
import { PageTokenExpiredError } from '../graph/errors';
import type { Page, PageSource, ReadOptions, Wait } from '../graph/types';
import { untilAborted } from '../graph/untilAborted';
import { SHORT_PATIENCE_MS, withRetries } from '../graph/withRetries';

const PAGE_SIZE = 1_000;

/** The catalog may be another process, and may start after this one. */
function passes(error: unknown): boolean {
  if (error instanceof ResponseError) {
    return [404, 429].includes(error.statusCode) || error.statusCode >= 500;
  }
  // What Node's fetch throws when nothing answers.
  return error instanceof Error && error.message === 'fetch failed';
}

/**
 * Reads data sets from the portal's own catalog, with the plugin's own credentials: whole lists by
 * cursor, limited to the fields that the collector names, and never a call for each entity.
 */
export class CatalogPageSource implements PageSource {
  constructor(
    private readonly catalog: Pick<CatalogService, 'queryEntities'>,
    private readonly auth: Pick<AuthService, 'getOwnServiceCredentials'>,
    private readonly clock: EntraMfaClock,
  ) {}

  async *read(collector: Collector, options: ReadOptions): AsyncIterable<Page> {
    let cursor = options.startLink;
    do {
      const from = cursor;
      const page: Page = {
        rows: [],
        nextLink: null,
        calls: 0,
        waitedMs: 0,
        requestIds: [],
      };
      const { items, pageInfo } = await withRetries(
        () => {
          page.calls++;
          return untilAborted(this.#query(collector, from), options.signal);
        },
        {
          clock: this.clock,
          signal: options.signal,
          passes,
          patienceMs: SHORT_PATIENCE_MS,
          onWait: (wait: Wait) => {
            page.waitedMs += wait.milliseconds;
            options.onWait?.(wait);
          },
        },
      );
      cursor = pageInfo.nextCursor;
      yield { ...page, rows: items, nextLink: cursor ?? null };
    } while (cursor);
  }

  async #query({ endpoint, query }: Collector, cursor: string | undefined) {
    const fields = query.fields.split(',');
    const credentials = await this.auth.getOwnServiceCredentials();
    try {
      return await this.catalog.queryEntities(
        cursor
          ? { cursor, fields, limit: PAGE_SIZE }
          : {
              filter: { kind: endpoint.split(',') },
              fields,
              limit: PAGE_SIZE,
              totalItems: 'exclude',
            },
        { credentials },
      );
    } catch (error) {
      // A cursor that was kept from another version of the catalog is not understood.
      if (
        cursor &&
        error instanceof ResponseError &&
        error.statusCode === 400
      ) {
        throw new PageTokenExpiredError('cursor');
      }
      throw error;
    }
  }
}
