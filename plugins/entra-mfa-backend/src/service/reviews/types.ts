import type { PeopleAccess, QueryOf } from '../types';

/** Which people of a review are listed. */
export type ItemsQuery = QueryOf<'getReviewItems'>;

/** Which people of a review a file is of, and whether it names them. */
export type ItemsExportQuery = QueryOf<'exportReviewItems'>;

/** Which review of which tenant; without one, of the first. */
export interface ReviewKey {
  number: number;
  tenant?: string;
}

/** Whether a caller conducts reviews, and otherwise whom they may see in them. */
export interface ReviewAccess {
  conducts: boolean;
  people: PeopleAccess;
  /** Null for a service. */
  userRef: string | null;
  /** The user and what they are a member of, by which they may be asked to decide; none for a service. */
  refs: readonly string[];
}

/** Whoever acts is a user who conducts reviews, or who was asked to decide. */
export type ConductAccess = ReviewAccess & { userRef: string };
