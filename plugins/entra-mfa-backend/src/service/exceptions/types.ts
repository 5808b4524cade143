import type { PeopleAccess } from '../types';

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
