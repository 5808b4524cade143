import type { Problem } from '@entra-mfa/backstage-plugin-entra-mfa-common';
import type { Collector, OrganizationBody } from '../collectors/types';
import type { Advice } from '../problems/types';

/** One page of a data set, as a source gave it. */
export interface Page {
  /** Not checked yet: see `recordsOf`. */
  rows: unknown[];
  /** Where the next page is; null on the last one. Opaque: it is stored, and never parsed or logged. */
  nextLink: string | null;
  /** On the last page, where what changes from now on is told; opaque as the other. */
  deltaLink?: string;
  /** Requests that were sent for this page, the failed ones too. */
  calls: number;
  /** How long it waited for its turn and between attempts, in milliseconds on the plugin's clock. */
  waitedMs: number;
  /** Graph's request ids of the failed attempts, for Microsoft support. */
  requestIds: string[];
}

/** How many requests Graph takes in one batch. Source: Microsoft Graph, JSON batching. */
export const MOST_IN_BATCH = 20;

/** What Graph answered for one of several ids: the body, or why there is none. */
export type AnswerFor = { of: string } & (
  | { body: unknown }
  /** The id is not known, or has nothing of the kind. */
  | { none: 'not-found' }
  | { none: 'refused'; code: string; speaksOfLicence: boolean }
);

/** A wait that a source is about to make. */
export interface Wait {
  milliseconds: number;
  /** `pace`: to stay below the service's limit; `throttled`: Graph asked to; `retry`: after a fault. */
  reason: 'pace' | 'throttled' | 'retry';
}

/** How a data set is read. */
export interface ReadOptions {
  /** The `nextLink` of the last page that was kept, to go on after it; without it, from the first. */
  startLink?: string;
  signal: AbortSignal;
  /** The plan that the tenant's organization shows: see `ProblemContext`. */
  premium?: OrganizationBody['premium'];
  /**
   * Asks the endpoint for each of these ids, which take the place of `{id}` in it, with one request: at most
   * {@link MOST_IN_BATCH}. There is one page, with an `AnswerFor` for each.
   */
  ids?: readonly string[];
  /** Whether a fault that passes is told at once, for whoever waits for an answer. */
  once?: boolean;
  /** Told before each wait, so that a person can see what the run is waiting for. */
  onWait?(wait: Wait): void;
}

/**
 * Where the pages of a data set come from: Microsoft Graph, or the portal's own catalog.
 *
 * Fails with `PageTokenExpiredError` when the data set must be read again from its first page, with
 * the signal's reason when it aborts, and otherwise with an error that `explain` tells to a reader.
 */
export interface PageSource {
  read(collector: Collector, options: ReadOptions): AsyncIterable<Page>;
}

/** What `explain` needs to know to say what to do about an error. */
export interface ProblemContext {
  tenantId: string;
  clientId: string;
  /** The data set that was read; null outside of one. */
  collector: Collector | null;
  /**
   * The plan that the tenant's organization shows; undefined while it is not known. Graph's check of
   * the licence is known to misfire, so that a refusal alone does not prove that there is none.
   */
  premium?: OrganizationBody['premium'];
  /** Since when the problem stands, ISO 8601, where that is known. */
  since?: string;
}

/** Advice, and whether the tenant does not give the data or reading it failed. */
export type GraphAdvice = Advice & Pick<Explanation, 'outcome'>;

/** An error told to a reader, and what it means for its data set. */
export interface Explanation {
  /** `skipped` when the tenant does not give the data (no licence, no permission); else `failed`. */
  outcome: 'skipped' | 'failed';
  problem: Problem;
  requestIds: string[];
}
