import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import type {
  Exception,
  Exceptions,
  routes,
} from '@entra-mfa/backstage-plugin-entra-mfa-common';
import type { z } from 'zod';
import type { PeopleAccess, QueryOf } from '../types';

/** The checked body of a route. */
export type BodyOf<
  N extends 'requestException' | 'decideException' | 'endException',
> = z.output<(typeof routes)[N]['body']>;

/** What a caller may do with exceptions, and whom they may see. */
export interface ExceptionAccess {
  decides: boolean;
  requests: boolean;
  people: PeopleAccess;
  /** Null for a service. */
  userRef: string | null;
}

/** Whoever acts is a user. */
export type ActingAccess = ExceptionAccess & { userRef: string };

/**
 * Exceptions: asked for by one, decided by another. `Reader` and `Acting` say for whom: the wrapper
 * that authorises takes a caller's credentials, and what it wraps takes the access that follows.
 */
export interface ExceptionService<
  Reader = BackstageCredentials,
  Acting = Reader,
> {
  list(query: QueryOf<'getExceptions'>, who: Reader): Promise<Exceptions>;
  get(
    id: string,
    query: QueryOf<'getException'>,
    who: Reader,
  ): Promise<Exception>;
  request(body: BodyOf<'requestException'>, who: Acting): Promise<Exception>;
  decide(
    id: string,
    body: BodyOf<'decideException'>,
    who: Acting,
  ): Promise<Exception>;
  end(
    id: string,
    body: BodyOf<'endException'>,
    who: Acting,
  ): Promise<Exception>;
  withdraw(id: string, who: Acting): Promise<Exception>;
}
