import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import type {
  Review,
  ReviewDecidedMany,
  ReviewItem,
  ReviewItems,
  Reviews,
  routes,
} from '@entra-mfa/backstage-plugin-entra-mfa-common';
import type { z } from 'zod';
import type { ReviewExport } from '../exports/types';
import type { PeopleAccess, QueryOf } from '../types';

/** The checked body of a route. */
export type ReviewBody<
  N extends
    | 'openReview'
    | 'decideReviewItem'
    | 'decideReviewItems'
    | 'closeReview',
> = z.output<(typeof routes)[N]['body']>;

/** Which people of a review are listed. */
export type ItemsQuery = Omit<QueryOf<'getReviewItems'>, 'format' | 'names'>;

/** Which people of a review a file is of, and whether it names them. */
export type ItemsExportQuery = Omit<QueryOf<'getReviewItems'>, 'format'>;

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
}

/** Whoever acts is a user who conducts reviews. */
export type ConductAccess = ReviewAccess & { userRef: string };

/**
 * Access reviews: opened, decided person by person, closed. `Reader` and `Acting` say for whom: the
 * wrapper that authorises takes a caller's credentials, and what it wraps takes the access that
 * follows.
 */
export interface ReviewService<Reader = BackstageCredentials, Acting = Reader> {
  list(query: QueryOf<'getReviews'>, who: Reader): Promise<Reviews>;
  get(of: ReviewKey, who: Reader): Promise<Review>;
  items(of: ReviewKey, query: ItemsQuery, who: Reader): Promise<ReviewItems>;
  /** A closed one, for a file. */
  export(
    of: ReviewKey,
    query: ItemsExportQuery,
    who: Reader,
  ): Promise<ReviewExport>;
  open(body: ReviewBody<'openReview'>, who: Acting): Promise<Review>;
  decide(
    of: ReviewKey & { objectId: string },
    body: ReviewBody<'decideReviewItem'>,
    who: Acting,
  ): Promise<ReviewItem>;
  decideMany(
    of: ReviewKey,
    body: ReviewBody<'decideReviewItems'>,
    who: Acting,
  ): Promise<ReviewDecidedMany>;
  close(
    of: ReviewKey,
    body: ReviewBody<'closeReview'>,
    who: Acting,
  ): Promise<Review>;
}
