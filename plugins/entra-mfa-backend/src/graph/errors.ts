import type { CredentialConfig } from '../config/types';
import type { ConnectionFailure } from '../problems/connectionProblems';

/**
 * Why a data set could not be read. Messages name no person, and hold no address, token or body:
 * they end up in logs and in the database.
 */
export class ReadError extends Error {
  override name = this.constructor.name;
  /** Graph's ids of the failed requests, for Microsoft support. */
  requestIds: string[] = [];
  /** Requests that were sent for the page that failed. */
  calls = 0;
}

/** Graph answered, and it was not 200. */
export class GraphRequestError extends ReadError {
  /** Whether pages of the same list had been given before. */
  midway = false;

  constructor(
    readonly status: number,
    /** The most specific code of the answer; empty where it has none. */
    readonly code: string,
    /** What Graph asked to wait, in milliseconds. */
    readonly retryAfterMs: number | null,
    /** Whether the text speaks of a licence, for the services whose codes do not tell. */
    readonly speaksOfLicence: boolean,
  ) {
    super(`Graph answered ${status}${code && ` ${code}`}`);
  }
}

/** Nothing that can be used came back. */
export class ConnectionError extends ReadError {
  constructor(
    readonly reason: ConnectionFailure,
    /** The code of the fault below, such as `ECONNRESET`. */
    readonly detail: string = '',
  ) {
    super(`${reason}${detail && `: ${detail}`}`);
  }
}

/** No token was to be had for the tenant. */
export class SignInError extends ReadError {
  /** What Microsoft Entra asked to wait, in milliseconds. */
  retryAfterMs: number | null = null;

  constructor(
    /** The OAuth error, or MSAL's own: `invalid_client`. */
    readonly oauthError: string,
    /** The number of `AADSTS…`, where there is one. */
    readonly number: number | null,
    readonly transient: boolean,
    /** What became of the request, where no answer that could be used came back. */
    readonly connection: ConnectionError | null = null,
    /** Whom the secret should have been sent to, and was not. */
    readonly foreign: ForeignAddressError | null = null,
    /** With what the app signs in. */
    readonly credential: CredentialConfig['kind'] = 'secret',
  ) {
    super(`Sign-in failed: ${oauthError}${number ? ` AADSTS${number}` : ''}`);
  }
}

/** The data set must be read again from its first page: the link to its next one is too old. */
export class PageTokenExpiredError extends ReadError {
  constructor(readonly code: string) {
    super(`The link to the next page has expired: ${code}`);
  }
}

/** A link or a redirect led away from the configured Graph root; no token was sent there. */
export class ForeignAddressError extends ReadError {
  constructor(readonly host: string) {
    super(`Refused to send a token to ${host}`);
  }
}

/** There are more accounts than are asked for one by one. */
export class TooManyAccountsError extends ReadError {
  constructor(readonly accounts: number, readonly most: number) {
    super(`${accounts} accounts are more than ${most}`);
  }
}

/** Paging came to no end. */
export class EndlessPagesError extends ReadError {
  constructor(readonly pages: number) {
    super(`No end after ${pages} pages`);
  }
}

/** The answer was about another tenant than the configured one. */
export class WrongTenantError extends ReadError {
  constructor(readonly answered: string) {
    super(`Graph answered for tenant ${answered}`);
  }
}

/** The source answered without a single row, where there must be some. */
export class EmptyAnswerError extends ReadError {
  constructor() {
    super('Answered without a single row');
  }
}

/** Many rows were gone at once, and no second reading has agreed yet. */
export class ShrunkAnswerError extends ReadError {
  constructor(
    readonly doubt: {
      before: number;
      rows: number;
      /** Whether Graph itself counts so many as before. */
      counted: boolean;
    },
  ) {
    super(`Fell from ${doubt.before} rows to ${doubt.rows}`);
  }
}

/** How many rows have no value of a property. */
export interface MissingValues {
  property: string;
  rows: number;
}

/** Properties that decide a figure came without a value, in rows where that cannot be believed. */
export class MissingValuesError extends ReadError {
  constructor(
    readonly missing: readonly MissingValues[],
    readonly rows: number,
  ) {
    super(`No value of ${missing.map(({ property }) => property).join(', ')}`);
  }
}
