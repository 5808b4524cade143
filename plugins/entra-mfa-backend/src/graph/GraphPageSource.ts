import { createHash } from 'node:crypto';
import type { EntraMfaClock } from 'backstage-plugin-entra-mfa-node';
import type { Collector } from '../collectors/types';
import type { TenantConfig } from '../config/types';
import {
  EndlessPagesError,
  GraphRequestError,
  ReadError,
  WrongTenantError,
} from './errors';
import { GraphClient } from './GraphClient';
import { GraphCredentials } from './GraphCredentials';
import { Pacer } from './Pacer';
import type { Page, PageSource, ReadOptions, Wait } from './types';
import { withRetries } from './withRetries';

/** Far above any tenant: ten million people at 100 rows a page. */
const MAX_PAGES = 100_000;

/** What a source of one tenant's pages is made of. */
export interface GraphPageSourceOptions {
  tenant: TenantConfig;
  clock: EntraMfaClock;
  reportRequestsPer10Seconds: number;
  /** How long one request may take, with its answer; without it, a minute. */
  requestTimeoutMs?: number;
}

/**
 * Reads data sets from Microsoft Graph, page by page, as fast as Graph allows and no faster. Keep
 * one for each tenant: it holds the tenant's token and pace.
 */
export class GraphPageSource implements PageSource {
  readonly #tenantId: string;
  readonly #clock: EntraMfaClock;
  readonly #credentials: GraphCredentials;
  readonly #client: GraphClient;
  readonly #reports: Pacer;

  constructor(options: GraphPageSourceOptions) {
    const { tenant, clock } = options;
    this.#tenantId = tenant.tenantId;
    this.#clock = clock;
    this.#credentials = new GraphCredentials(tenant);
    this.#client = new GraphClient(
      tenant.graphRoot,
      this.#credentials,
      clock,
      options.requestTimeoutMs,
    );
    this.#reports = new Pacer(options.reportRequestsPer10Seconds, clock);
  }

  /** Asks for a page only when the caller wants it: `readAhead` lets that overlap with the work. */
  async *read(collector: Collector, options: ReadOptions): AsyncIterable<Page> {
    const seen = new Set<string>();
    let link = options.startLink ?? null;
    do {
      const page = await this.#page(collector, link, options);
      link = page.nextLink;
      if (link !== null) {
        const digest = createHash('sha256').update(link).digest('base64');
        if (seen.has(digest) || seen.size >= MAX_PAGES) {
          throw failed(page, new EndlessPagesError(seen.size));
        }
        seen.add(digest);
      }
      yield page;
    } while (link !== null);
  }

  async #page(
    collector: Collector,
    link: string | null,
    { signal, onWait }: Pick<ReadOptions, 'signal' | 'onWait'>,
  ): Promise<Page> {
    const page: Page = {
      rows: [],
      nextLink: null,
      calls: 0,
      waitedMs: 0,
      requestIds: [],
    };
    const waiting = (wait: Wait) => {
      page.waitedMs += wait.milliseconds;
      onWait?.(wait);
    };
    const send = async (renewToken: boolean) => {
      if (collector.pace === 'reports') {
        await this.#reports.take(signal, waiting);
      }
      page.calls++;
      try {
        return await this.#client.page({ collector, link, signal, renewToken });
      } catch (error) {
        if (error instanceof ReadError) {
          page.requestIds.push(...error.requestIds);
        }
        throw error;
      }
    };
    let renewed = false;
    const sendWithValidToken = async () => {
      try {
        return await send(false);
      } catch (error) {
        if (renewed || !isRefusedToken(error)) {
          throw error;
        }
        renewed = true;
        return await send(true);
      }
    };
    try {
      const answer = await withRetries(sendWithValidToken, {
        clock: this.#clock,
        signal,
        onWait: waiting,
      });
      this.#refuseOtherTenant(collector, answer.rows);
      return { ...page, ...answer };
    } catch (error) {
      if (error instanceof ReadError) {
        failed(page, error);
      }
      if (error instanceof GraphRequestError && error.status === 403) {
        // A permission that is granted now is only in tokens that are issued afterwards.
        this.#credentials.forget();
      }
      throw error;
    }
  }

  #refuseOtherTenant(collector: Collector, rows: unknown[]): void {
    if (collector.id !== 'organization') {
      return;
    }
    const [organization] = rows;
    const id =
      organization instanceof Object && 'id' in organization
        ? String(organization.id).toLowerCase()
        : '';
    if (id !== this.#tenantId) {
      throw new WrongTenantError(/^[0-9a-f-]{36}$/.test(id) ? id : 'unknown');
    }
  }
}

function failed({ calls, requestIds }: Page, error: ReadError): ReadError {
  return Object.assign(error, { calls, requestIds });
}

function isRefusedToken(error: unknown): boolean {
  return (
    error instanceof GraphRequestError &&
    error.status === 401 &&
    error.code.toLowerCase() !== 'authorization_identitynotfound'
  );
}
