import type {
  AuditorService,
  AuditorServiceEvent,
  BackstageCredentials,
} from '@backstage/backend-plugin-api';
import { NotAllowedError, NotFoundError, toError } from '@backstage/errors';
import type { JsonObject } from '@backstage/types';
import { LRUCache } from 'lru-cache';
import { fingerprint } from '../cursor';
import type { NameBudget } from './NameBudget';
import { principalOf } from './principalOf';
import { TooManyRequestsError } from './TooManyRequestsError';
import type { RouteHandler, RouteRequest } from '../routers/addRoute';
import { namesIn, type NamingRoute } from '../routers/namesIn';
import { rowsBefore } from '../exports/sendCsv';

/** A walk through the pages of a list that goes on. */
interface Walk {
  event: AuditorServiceEvent;
  rows: number;
  pages: number;
}

/** After so long without a further page, a walk is over. */
const WALK_IDLE_MS = 120_000;
const WALKS = 5_000;

/** Of a query, what only says which page of which form is wanted. */
const pageKeys = ['cursor', 'limit', 'count', 'format', 'names'];

/**
 * Audits who reads which people by name, and keeps them to their share of a minute. A walk through the
 * pages of a list is one event: it begins with the first page and ends with the last, or when no further
 * one is asked for.
 */
export class NameReads {
  readonly #auditor: AuditorService;
  readonly #budget: NameBudget;
  readonly #walks = new LRUCache<string, Walk>({
    max: WALKS,
    ttl: WALK_IDLE_MS,
    ttlAutopurge: true,
    dispose: walk => {
      void this.#end(walk, false);
    },
  });

  /** Walks that have told their end. */
  readonly #ended = new WeakSet<Walk>();

  constructor(auditor: AuditorService, budget: NameBudget) {
    this.#auditor = auditor;
    this.#budget = budget;
  }

  /** A handler whose answer names people. */
  audited<N extends NamingRoute>(
    name: N,
    handle: RouteHandler<N>,
  ): RouteHandler<N> {
    return async given => {
      const { format, limit = 1 } = given.query as Record<string, never>;
      if (format === 'csv') {
        // A file has an event of its own, and is counted as it is sent.
        return handle(given);
      }
      try {
        const settle = await this.#budget.take(given.credentials, limit);
        let people: number | null = null;
        try {
          const body = await handle(given);
          const count = namesIn[name] as (answer: unknown) => number | null;
          people = body === undefined ? null : count(body);
          if (people !== null) {
            await this.#tell(name, given, people, isLast(body));
          }
          return body;
        } finally {
          await settle(people ?? 0);
        }
      } catch (error) {
        await this.#refused(name, given, error);
        throw error;
      }
    };
  }

  /** Counts what a file with names takes of the share; its event is its own. */
  async file(who: BackstageCredentials, send: () => Promise<number>) {
    const settle = await this.#budget.take(who, 1);
    let rows = 0;
    try {
      rows = await send();
      return rows;
    } catch (error) {
      rows = rowsBefore(error);
      throw error;
    } finally {
      await settle(rows);
    }
  }

  /** Ends every walk, when the process stops. */
  stop(): void {
    this.#walks.clear();
  }

  async #tell<N extends NamingRoute>(
    name: N,
    given: RouteRequest<N>,
    people: number,
    last: boolean,
  ): Promise<void> {
    const key = [
      principalOf(given.credentials),
      name,
      JSON.stringify(given.params),
      fingerprint(given.query),
    ].join(' ');
    const { cursor } = given.query as { cursor?: string };
    // A first page begins anew, and a page of a walk that began in another process goes on here.
    if (cursor === undefined) {
      this.#walks.delete(key);
    }
    const walk = this.#walks.get(key) ?? {
      event: await this.#create(name, given),
      rows: 0,
      pages: 0,
    };
    walk.rows += people;
    walk.pages += 1;
    if (!last) {
      this.#walks.set(key, walk, { noDisposeOnSet: true });
      return;
    }
    await this.#end(walk, true);
    this.#walks.delete(key);
  }

  async #end(walk: Walk, complete: boolean): Promise<void> {
    if (this.#ended.has(walk)) {
      return;
    }
    this.#ended.add(walk);
    const { event, rows, pages } = walk;
    await event.success({ meta: { rows, pages, complete } });
  }

  async #refused<N extends NamingRoute>(
    name: N,
    given: RouteRequest<N>,
    error: unknown,
  ): Promise<void> {
    if (
      error instanceof NotAllowedError ||
      error instanceof NotFoundError ||
      error instanceof TooManyRequestsError
    ) {
      const event = await this.#create(name, given);
      await event.fail({ error: toError(error) });
    }
  }

  #create<N extends NamingRoute>(
    name: N,
    { request, params, query }: RouteRequest<N>,
  ): Promise<AuditorServiceEvent> {
    const filter = Object.fromEntries(
      Object.entries({ ...params, ...query }).filter(
        ([key, value]) => value !== undefined && !pageKeys.includes(key),
      ),
    ) as JsonObject;
    return this.#auditor.createEvent({
      eventId: 'people-read',
      severityLevel: 'medium',
      request,
      meta: { route: name, filter },
    });
  }
}

function isLast(body: unknown): boolean {
  const { pageInfo } = body as { pageInfo?: { nextCursor: string | null } };
  return !pageInfo || pageInfo.nextCursor === null;
}
