import type { z } from 'zod';
import type {
  breakGlassSchema,
  drillSchema,
  recordDrillBodySchema,
} from './breakGlass';
import type { changesQuerySchema, changesSchema } from './changes';
import type { erasePersonSchema, personErasedSchema } from './erasure';
import type {
  exceptionDecisionSchema,
  exceptionEndSchema,
  exceptionRequestSchema,
  exceptionSchema,
  exceptionsQuerySchema,
  exceptionsSchema,
} from './exceptions';
import type {
  holdsQuerySchema,
  holdsSchema,
  releaseAcceptedSchema,
  releaseBodySchema,
} from './hold';
import type { overviewSchema } from './overview';
import type {
  peopleQuerySchema,
  peopleSchema,
  personDetailSchema,
  unmatchedQuerySchema,
  unmatchedSchema,
} from './people';
import type {
  reviewCloseSchema,
  reviewDecideManySchema,
  reviewDecideSchema,
  reviewDecidedManySchema,
  reviewItemSchema,
  reviewItemsQuerySchema,
  reviewItemsSchema,
  reviewOpenSchema,
  reviewParamsSchema,
  reviewQuerySchema,
  reviewSchema,
  reviewsQuerySchema,
  reviewsSchema,
} from './reviews';
import type {
  entityOwnersSchema,
  personServicesQuerySchema,
  personServicesSchema,
  servicesQuerySchema,
  servicesSchema,
  teamServicesSchema,
} from './reach';
import type {
  entityStatusSchema,
  runsQuerySchema,
  runsSchema,
  syncAcceptedSchema,
  tenantsSchema,
} from './runs';
import type { roleListSchema } from './roleList';
import type { atQuerySchema } from './shared';
import type { teamSchema, teamsQuerySchema, teamsSchema } from './teams';
import type { whatIfQuerySchema, whatIfSchema } from './whatIf';
import type { CommandRoute, ReadRoute, PostRoute, TextParams } from './Route';

/** As of when, for a route whose path names the tenant or that asks for all. @public */
export type AtQuery = z.ZodObject<Pick<(typeof atQuerySchema)['shape'], 'at'>>;

/** Which review, and whom of its list. @public */
export type ReviewItemParams = z.ZodObject<
  (typeof reviewParamsSchema)['shape'] & { objectId: z.ZodString }
>;

/**
 * What each route takes and answers with, by the names of the schemas: without it, every declaration
 * of the routes would spell out all of them.
 *
 * @public
 */
export type RouteMap = {
  getOverview: ReadRoute<
    TextParams,
    typeof atQuerySchema,
    typeof overviewSchema
  >;
  getTeams: ReadRoute<TextParams, typeof teamsQuerySchema, typeof teamsSchema>;
  getTeam: ReadRoute<
    TextParams<'kind' | 'namespace' | 'name'>,
    typeof atQuerySchema,
    typeof teamSchema
  >;
  getTeamServices: ReadRoute<
    TextParams<'kind' | 'namespace' | 'name'>,
    typeof servicesQuerySchema,
    typeof teamServicesSchema
  >;
  getServices: ReadRoute<
    TextParams,
    typeof servicesQuerySchema,
    typeof servicesSchema
  >;
  getEntityOwners: ReadRoute<
    TextParams<'kind' | 'namespace' | 'name'>,
    typeof atQuerySchema,
    typeof entityOwnersSchema
  >;
  getPersonServices: ReadRoute<
    TextParams<'tenant' | 'id'>,
    typeof personServicesQuerySchema,
    typeof personServicesSchema
  >;
  getPeople: ReadRoute<
    TextParams,
    typeof peopleQuerySchema,
    typeof peopleSchema
  >;
  getPerson: ReadRoute<
    TextParams<'tenant' | 'id'>,
    AtQuery,
    typeof personDetailSchema
  >;
  erasePerson: PostRoute<
    TextParams<'tenant' | 'id'>,
    TextParams,
    typeof erasePersonSchema,
    typeof personErasedSchema
  >;
  getRoles: ReadRoute<TextParams, typeof atQuerySchema, typeof roleListSchema>;
  getChanges: ReadRoute<
    TextParams,
    typeof changesQuerySchema,
    typeof changesSchema
  >;
  getUnmatched: ReadRoute<
    TextParams,
    typeof unmatchedQuerySchema,
    typeof unmatchedSchema
  >;
  getExceptions: ReadRoute<
    TextParams,
    typeof exceptionsQuerySchema,
    typeof exceptionsSchema
  >;
  getException: ReadRoute<TextParams<'id'>, AtQuery, typeof exceptionSchema>;
  requestException: PostRoute<
    TextParams,
    TextParams,
    typeof exceptionRequestSchema,
    typeof exceptionSchema
  >;
  decideException: PostRoute<
    TextParams<'id'>,
    TextParams,
    typeof exceptionDecisionSchema,
    typeof exceptionSchema
  >;
  endException: PostRoute<
    TextParams<'id'>,
    TextParams,
    typeof exceptionEndSchema,
    typeof exceptionSchema
  >;
  withdrawException: CommandRoute<
    TextParams<'id'>,
    TextParams,
    typeof exceptionSchema
  >;
  getWhatIf: ReadRoute<
    TextParams,
    typeof whatIfQuerySchema,
    typeof whatIfSchema
  >;
  getReviews: ReadRoute<
    TextParams,
    typeof reviewsQuerySchema,
    typeof reviewsSchema
  >;
  openReview: PostRoute<
    TextParams,
    TextParams,
    typeof reviewOpenSchema,
    typeof reviewSchema
  >;
  getReview: ReadRoute<
    typeof reviewParamsSchema,
    typeof reviewQuerySchema,
    typeof reviewSchema
  >;
  getReviewItems: ReadRoute<
    typeof reviewParamsSchema,
    typeof reviewItemsQuerySchema,
    typeof reviewItemsSchema
  >;
  decideReviewItem: PostRoute<
    ReviewItemParams,
    typeof reviewQuerySchema,
    typeof reviewDecideSchema,
    typeof reviewItemSchema
  >;
  decideReviewItems: PostRoute<
    typeof reviewParamsSchema,
    typeof reviewQuerySchema,
    typeof reviewDecideManySchema,
    typeof reviewDecidedManySchema
  >;
  closeReview: PostRoute<
    typeof reviewParamsSchema,
    typeof reviewQuerySchema,
    typeof reviewCloseSchema,
    typeof reviewSchema
  >;
  getBreakGlass: ReadRoute<
    TextParams,
    typeof atQuerySchema,
    typeof breakGlassSchema
  >;
  recordDrill: PostRoute<
    TextParams<'tenant' | 'id'>,
    TextParams,
    typeof recordDrillBodySchema,
    typeof drillSchema
  >;
  getRuns: ReadRoute<TextParams, typeof runsQuerySchema, typeof runsSchema>;
  getTenants: ReadRoute<TextParams, TextParams, typeof tenantsSchema>;
  startSync: CommandRoute<
    TextParams<'id'>,
    TextParams,
    typeof syncAcceptedSchema
  >;
  getHolds: ReadRoute<
    TextParams<'id'>,
    typeof holdsQuerySchema,
    typeof holdsSchema
  >;
  releaseHold: PostRoute<
    TextParams<'id'>,
    TextParams,
    typeof releaseBodySchema,
    typeof releaseAcceptedSchema
  >;
  getEntityStatus: ReadRoute<TextParams, TextParams, typeof entityStatusSchema>;
};
