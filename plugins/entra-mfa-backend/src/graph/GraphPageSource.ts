import { createHash } from 'node:crypto';
import type { EntraMfaClock } from '@entra-mfa/backstage-plugin-entra-mfa-node';
import type { Collector } from '../collectors/types';
import type { TenantConfig } from '../config/types';
import {
  EndlessPagesError,
  GraphRequestError,
  PageTokenExpiredError,
  ReadError,
  WrongTenantError,
} from './errors';
import { GraphClient } from './GraphClient';
import { GraphCredentials } from './GraphCredentials';
import { isLicenceMisfire, missingLicence } from './missingLicence';
import { Pacer } from './Pacer';
import { protectionPace } from './protectionPace';
import { rolesOf } from './rolesOf';
import { signInPace } from './signInPace';
import type { Answer } from './readAnswer';
import type { AnswerFor, Page, PageSource, ReadOptions, Wait } from './types';
import {
  isTransient,
  LONGEST_PATIENCE_MS,
  SHORT_PATIENCE_MS,
  withRetries,
} from './withRetries';

/** Far above any tenant: ten million people at 100 rows a page. */
const MAX_PAGES = 100_000;

/** How often a page is asked for before a refusal that is doubtful is believed. */
const MOST_REFUSALS = 3;

/** What Graph may answer to a link that it no longer knows, besides the codes for it. */
const refusalsOfLink = [400, 403, 404];

/** What a source of one tenant's pages is made of. */
export interface GraphPageSourceOptions {
  tenant: TenantConfig;
  clock: EntraMfaClock;
  reportRequestsPer10Seconds: number;
  /** How long one request may take, with its answer; without it, a minute. */
  requestTimeoutMs?: number;
  /** For how long one request may be tried, in milliseconds; without it, as long as is sensible. */
  patienceMs?: number;
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
  readonly #pacers: Partial<Record<Collector['pace'], Pacer>>;
  readonly #patienceMs: number;

  constructor(options: GraphPageSourceOptions) {
    const { tenant, clock } = options;
    this.#tenantId = tenant.tenantId;
    this.#clock = clock;
    this.#credentials = new GraphCredentials(tenant, clock);
    this.#client = new GraphClient(
      tenant.graphRoot,
      this.#credentials,
      clock,
      options.requestTimeoutMs,
    );
    this.#pacers = {
      reports: new Pacer(options.reportRequestsPer10Seconds, clock),
      protection: pacerOf(protectionPace, clock),
      'sign-ins': pacerOf(signInPace, clock),
    };
    this.#patienceMs = options.patienceMs ?? LONGEST_PATIENCE_MS;
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

  /**
   * The application permissions that a new token carries: a hint, as Graph alone decides by them. Null where
   * the token cannot be read.
   *
   * @throws SignInError or CredentialFileError
   */
  async roles(signal: AbortSignal): Promise<string[] | null> {
    // What was granted or taken away since shows in new tokens only.
    this.#credentials.forget();
    return rolesOf(await this.#credentials.token(signal));
  }

  async #page(
    collector: Collector,
    link: string | null,
    options: ReadOptions,
  ): Promise<Page> {
    const { signal, onWait, once = false, premium } = options;
    const answered: AnswerFor[] = [];
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
    let refusals = 0;
    let asked = options.ids;
    const ask = async (renewToken: boolean): Promise<Answer> => {
      const request = { collector, link, signal, renewToken };
      if (!asked) {
        return this.#client.page(request);
      }
      const { answers, failed: again } = await this.#client.batch({
        ...request,
        ids: asked,
      });
      answered.push(...answers);
      if (again) {
        // What was answered is kept: only the rest is asked for again.
        asked = again.ids;
        throw again.error;
      }
      return { rows: answered, nextLink: null };
    };
    const send = async (renewToken: boolean) => {
      const pacer = this.#pacers[collector.pace];
      await pacer?.take(signal, waiting);
      page.calls++;
      try {
        return await ask(renewToken);
      } catch (error) {
        if (error instanceof ReadError) {
          page.requestIds.push(...error.requestIds);
        }
        if (error instanceof GraphRequestError) {
          error.midway = link !== null;
        }
        if (isDoubtful(error, premium)) {
          refusals++;
        }
        throw error;
      } finally {
        if (collector.pace === 'protection') {
          await pacer?.answered();
        }
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
        passes: error =>
          (!once && isTransient(error)) ||
          (isDoubtful(error, premium) && refusals < MOST_REFUSALS),
        // What a figure can do without must not take the time of what it needs.
        patienceMs:
          collector.required === 'no'
            ? Math.min(this.#patienceMs, SHORT_PATIENCE_MS)
            : this.#patienceMs,
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
      if (link === options.startLink && isRefusalOfLink(error)) {
        throw failed(page, new PageTokenExpiredError(String(error.status)));
      }
      throw error;
    }
  }

  #refuseOtherTenant(collector: Collector, rows: unknown[]): void {
    if (!collector.identifiesTenant) {
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

function pacerOf(
  { requests, seconds }: { requests: number; seconds: number },
  clock: EntraMfaClock,
): Pacer {
  return new Pacer(requests, clock, seconds);
}

function failed({ calls, requestIds }: Page, error: ReadError): ReadError {
  return Object.assign(error, { calls, requestIds });
}

/**
 * Pages were given before, or the tenant has by its own plans what is said to be missing, or may have it:
 * where its plans are not known, Graph's word alone is not enough.
 */
function isDoubtful(error: unknown, premium: ReadOptions['premium']): boolean {
  return (
    (premium === undefined
      ? missingLicence(error) !== null
      : isLicenceMisfire(error, premium)) ||
    (error instanceof GraphRequestError && error.status === 403 && error.midway)
  );
}

/** Of a link that was kept, from an earlier run, nobody knows what its age makes Graph say. */
function isRefusalOfLink(error: unknown): error is GraphRequestError {
  return (
    error instanceof GraphRequestError && refusalsOfLink.includes(error.status)
  );
}

function isRefusedToken(error: unknown): boolean {
  return (
    error instanceof GraphRequestError &&
    error.status === 401 &&
    error.code.toLowerCase() !== 'authorization_identitynotfound'
  );
}
