import { mockCredentials } from '@backstage/backend-test-utils';
import { setTimeout } from 'node:timers/promises';
import { seesAll, seesPayments, userOf, type Caller } from './callers';
import { LawBrokenError } from './laws/LawBrokenError';
import { keepsSecrets, namesOnly } from './laws/secrets';
import type { AttackedCatalog } from './world/AttackedCatalog';
import type { TenantMark } from './world/marks';

/** An answer, as far as the laws look at it. */
export interface ApiAnswer {
  status: number;
  text: string;
}

/** How often, and for how long at most, somebody who is told to come back later does. */
const PATIENCE = 5;
const LONGEST_WAIT_MS = 3_000;
/** Answers where else a person is: the one question that is about several tenants and names people. */
const overTenants = /^\/people\/[^/]+\/[^/]+\/tenants(\?|$)/;
/** What takes so long is never answered. */
const LONGEST_ANSWER_MS = 120_000;

/** Asks replicas as callers do, and looks at every answer for what must not be in it. */
export class AttackedApi {
  reads = 0;

  constructor(private readonly catalog: AttackedCatalog) {}

  async ask(
    port: number,
    request: { path: string; method?: string; body?: object },
    options: { caller: Caller; mark: TenantMark },
  ): Promise<ApiAnswer> {
    const { path, method = 'get', body } = request;
    const { caller, mark } = options;
    const url = `http://localhost:${port}/api/entra-mfa/v1${path}`;
    for (let attempt = 1; ; attempt += 1) {
      this.reads += 1;
      const response = await send(url, {
        signal: AbortSignal.timeout(LONGEST_ANSWER_MS),
        method: method.toUpperCase(),
        headers: {
          Authorization: authorizationOf(caller),
          ...(body && { 'Content-Type': 'application/json' }),
        },
        ...(body && { body: JSON.stringify(body) }),
      });
      const text = await response.text();
      const { status } = response;
      const where = `${method} ${path}`;
      keepsSecrets(where, text);
      namesOnly(text, {
        where,
        caller,
        mark: overTenants.test(path) ? null : mark,
        maySee: number => this.#maySee(caller, number),
      });
      if (status >= 500) {
        throw new LawBrokenError(
          'No request fails for a reason of the product',
          `${caller} asked ${where}: ${status} ${text.slice(0, 400)}`,
        );
      }
      if (status !== 429 || attempt === PATIENCE) {
        return { status, text };
      }
      const seconds = Number(response.headers.get('Retry-After') ?? 1);
      await setTimeout(Math.min(seconds * 1_000, LONGEST_WAIT_MS));
    }
  }

  /** What somebody who sees everybody is answered. */
  async read(port: number, mark: TenantMark, path: string): Promise<unknown> {
    const { status, text } = await this.ask(
      port,
      { path },
      { caller: 'security', mark },
    );
    if (status !== 200) {
      throw new LawBrokenError(
        'What is there is answered',
        `security asked ${path}: ${status} ${text.slice(0, 400)}`,
      );
    }
    return JSON.parse(text);
  }

  #maySee(caller: Caller, number: number): boolean {
    return (
      // No person has it: see `words`.
      number === 0 ||
      seesAll.includes(caller) ||
      (caller === 'self' && number === 2) ||
      (seesPayments.includes(caller) && this.catalog.everInPayments.has(number))
    );
  }
}

/** A connection that was kept may be closed as it is used: what changes nothing is asked again. */
async function send(url: string, request: RequestInit): Promise<Response> {
  try {
    return await fetch(url, request);
  } catch (error) {
    if (request.method !== 'GET') {
      throw error;
    }
    return fetch(url, request);
  }
}

function authorizationOf(caller: Caller): string {
  if (caller === 'anonymous') {
    return mockCredentials.none.header();
  }
  return caller === 'service'
    ? mockCredentials.service.header()
    : mockCredentials.user.header(userOf[caller]);
}
