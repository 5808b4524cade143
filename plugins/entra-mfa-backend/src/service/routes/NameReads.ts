import type {
  AuditorService,
  AuditorServiceEvent,
  BackstageCredentials,
} from '@backstage/backend-plugin-api';
import { NotAllowedError, NotFoundError, toError } from '@backstage/errors';
import type { JsonObject } from '@backstage/types';
import type { Request } from 'express';
import { LRUCache } from 'lru-cache';
import { fingerprint, pageKeys } from '../cursor';
import { rowsBefore } from '../exports/sendRows';
import type { Caller } from './Caller';
import type { NameBudget } from './NameBudget';
import { principalOf } from './principalOf';
import { TooManyRequestsError } from './TooManyRequestsError';

/** A request for people by name. */
export interface NameRead {
  /** Its name in the contract. */
  route: string;
  params: object;
  query: object;
  request: Request;
  caller: Caller;
}

/** When a read is refused, in words, for the documentation. */
export const namesRefused =
  'without `entra-mfa.people.read`, of somebody whom the caller may not see, or over `names.perMinute`';

/** A walk through the pages of a list that goes on. */
interface Walk {
  event: AuditorServiceEvent;
  rows: number;
  pages: number;
}

/** After so long without a further page, a walk is over. */
const WALK_IDLE_MS = 120_000;
const WALKS = 5_000;

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

  /** Gives an answer that names people. */
  async audited<Answer>(
    read: NameRead,
    names: (answer: Answer) => number | null,
    answer: () => Promise<Answer>,
  ): Promise<Answer> {
    const { limit = 1 } = read.query as { limit?: number };
    try {
      const settle = await this.#budget.take(read.caller.credentials, limit);
      let people: number | null = null;
      try {
        const body = await answer();
        people = names(body);
        if (people !== null) {
          await this.#tell(read, people, isLast(body));
        }
        return body;
      } finally {
        await settle(people ?? 0);
      }
    } catch (error) {
      await this.#refused(read, error);
      throw error;
    }
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

  async #tell(read: NameRead, people: number, last: boolean): Promise<void> {
    const key = [
      principalOf(read.caller.credentials),
      read.route,
      JSON.stringify(read.params),
      fingerprint(read.query),
    ].join(' ');
    const { cursor } = read.query as { cursor?: string };
    // A first page begins anew, and a page of a walk that began in another process goes on here.
    if (cursor === undefined) {
      this.#walks.delete(key);
    }
    const walk = this.#walks.get(key) ?? {
      event: await this.#create(read),
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

  async #refused(read: NameRead, error: unknown): Promise<void> {
    if (
      error instanceof NotAllowedError ||
      error instanceof NotFoundError ||
      error instanceof TooManyRequestsError
    ) {
      const event = await this.#create(read);
      await event.fail({ error: toError(error) });
    }
  }

  #create(read: NameRead): Promise<AuditorServiceEvent> {
    const { route, params, query, request } = read;
    const filter = Object.fromEntries(
      Object.entries({ ...params, ...query }).filter(
        ([key, value]) => value !== undefined && !pageKeys.has(key),
      ),
    ) as JsonObject;
    return this.#auditor.createEvent({
      eventId: 'people-read',
      severityLevel: 'medium',
      request,
      meta: { route, filter },
    });
  }
}

function isLast(body: unknown): boolean {
  const { pageInfo } = body as { pageInfo?: { nextCursor: string | null } };
  return !pageInfo || pageInfo.nextCursor === null;
}
