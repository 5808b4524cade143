import { z } from 'zod';
import {
  breakGlassSchema,
  drillSchema,
  recordDrillBodySchema,
} from './breakGlass';
import { changesQuerySchema, changesSchema } from './changes';
import { erasePersonSchema, personErasedSchema } from './erasure';
import {
  exceptionDecisionSchema,
  exceptionEndSchema,
  exceptionRequestSchema,
  exceptionSchema,
  exceptionsQuerySchema,
  exceptionsSchema,
} from './exceptions';
import {
  holdsQuerySchema,
  holdsSchema,
  releaseAcceptedSchema,
  releaseBodySchema,
} from './hold';
import { overviewSchema } from './overview';
import {
  peopleQuerySchema,
  peopleSchema,
  personDetailSchema,
  unmatchedQuerySchema,
  unmatchedSchema,
} from './people';
import {
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
import {
  entityOwnersSchema,
  personServicesQuerySchema,
  personServicesSchema,
  servicesQuerySchema,
  servicesSchema,
  teamServicesSchema,
} from './reach';
import {
  entityStatusSchema,
  runsQuerySchema,
  runsSchema,
  syncAcceptedSchema,
  tenantsSchema,
} from './runs';
import { roleListSchema } from './roleList';
import type { RouteMap } from './RouteMap';
import { atQuerySchema } from './shared';
import { teamSchema, teamsQuerySchema, teamsSchema } from './teams';
import { whatIfQuerySchema, whatIfSchema } from './whatIf';

const none = z.object({});

const entityParams = z.object({
  kind: z.string(),
  namespace: z.string(),
  name: z.string(),
});

/**
 * Every route of the API, relative to `/api/entra-mfa/v1`. The router checks requests with it, the
 * client is typed by it and the OpenAPI document is made from it.
 *
 * @public
 */
export const routes: RouteMap = {
  getOverview: {
    method: 'get',
    path: '/overview',
    summary: 'The figure, what it counts, and its history',
    params: none,
    query: atQuerySchema,
    response: overviewSchema,
  },
  getTeams: {
    method: 'get',
    path: '/teams',
    summary: 'Teams with their coverage',
    params: none,
    query: teamsQuerySchema,
    response: teamsSchema,
  },
  getTeam: {
    method: 'get',
    path: '/teams/{kind}/{namespace}/{name}',
    summary: 'One team, its sub-teams and its history',
    params: entityParams,
    query: atQuerySchema,
    response: teamSchema,
  },
  getTeamServices: {
    method: 'get',
    path: '/teams/{kind}/{namespace}/{name}/services',
    summary: 'What a team owns with its sub-teams, and reaches through parents',
    params: entityParams,
    query: servicesQuerySchema,
    response: teamServicesSchema,
  },
  getServices: {
    method: 'get',
    path: '/services',
    summary: 'What is owned in the catalog, and how its owners are covered',
    params: none,
    query: servicesQuerySchema,
    response: servicesSchema,
  },
  getEntityOwners: {
    method: 'get',
    path: '/entities/{kind}/{namespace}/{name}/owners',
    summary: 'Who owns an entity: how many are not covered, and who',
    params: entityParams,
    query: atQuerySchema,
    response: entityOwnersSchema,
  },
  getPersonServices: {
    method: 'get',
    path: '/people/{tenant}/{id}/services',
    summary: 'What a person reaches through ownership',
    params: z.object({ tenant: z.string(), id: z.string() }),
    query: personServicesQuerySchema,
    response: personServicesSchema,
  },
  getPeople: {
    method: 'get',
    path: '/people',
    summary: 'People, filtered and sorted; JSON pages or one CSV',
    params: none,
    query: peopleQuerySchema,
    response: peopleSchema,
  },
  getPerson: {
    method: 'get',
    path: '/people/{tenant}/{id}',
    summary: 'One person: why counted so, the rows behind it, history',
    params: z.object({ tenant: z.string(), id: z.string() }),
    query: atQuerySchema.pick({ at: true }),
    response: personDetailSchema,
  },
  erasePerson: {
    method: 'post',
    path: '/people/{tenant}/{id}/erase',
    summary: 'Erase somebody who has left: name and methods go, counts stay',
    params: z.object({ tenant: z.string(), id: z.string().max(64) }),
    query: none,
    body: erasePersonSchema,
    response: personErasedSchema,
  },
  getRoles: {
    method: 'get',
    path: '/roles',
    summary:
      'Directory roles, with how many hold or can activate each and are covered',
    params: none,
    query: atQuerySchema,
    response: roleListSchema,
  },
  getChanges: {
    method: 'get',
    path: '/changes',
    summary:
      'What changed between two dates: people counted by kind, and listed',
    params: none,
    query: changesQuerySchema,
    response: changesSchema,
  },
  getUnmatched: {
    method: 'get',
    path: '/unmatched',
    summary: 'Catalog users not in Entra, and report rows without a person',
    params: none,
    query: unmatchedQuerySchema,
    response: unmatchedSchema,
  },
  getExceptions: {
    method: 'get',
    path: '/exceptions',
    summary: 'Exceptions that the caller may see, with every step on record',
    params: none,
    query: exceptionsQuerySchema,
    response: exceptionsSchema,
  },
  getException: {
    method: 'get',
    path: '/exceptions/{id}',
    summary: 'One exception',
    params: z.object({ id: z.string() }),
    query: atQuerySchema.pick({ at: true }),
    response: exceptionSchema,
  },
  requestException: {
    method: 'post',
    path: '/exceptions',
    summary: 'Ask for an exception',
    params: none,
    query: none,
    body: exceptionRequestSchema,
    response: exceptionSchema,
  },
  decideException: {
    method: 'post',
    path: '/exceptions/{id}/decision',
    summary: "Approve or refuse somebody else's request",
    params: z.object({ id: z.string() }),
    query: none,
    body: exceptionDecisionSchema,
    response: exceptionSchema,
  },
  endException: {
    method: 'post',
    path: '/exceptions/{id}/end',
    summary: 'End an exception before its end date',
    params: z.object({ id: z.string() }),
    query: none,
    body: exceptionEndSchema,
    response: exceptionSchema,
  },
  withdrawException: {
    method: 'post',
    path: '/exceptions/{id}/withdraw',
    summary: 'Withdraw a request of your own that nobody has decided',
    params: z.object({ id: z.string() }),
    query: none,
    response: exceptionSchema,
  },
  getWhatIf: {
    method: 'get',
    path: '/what-if',
    summary: 'What the figure would be under an assumption; nothing is stored',
    params: none,
    query: whatIfQuerySchema,
    response: whatIfSchema,
  },
  getReviews: {
    method: 'get',
    path: '/reviews',
    summary: 'Access reviews with their counts, newest first',
    params: none,
    query: reviewsQuerySchema,
    response: reviewsSchema,
  },
  openReview: {
    method: 'post',
    path: '/reviews',
    summary: 'Open a review: its list is made from the newest snapshot',
    params: none,
    query: none,
    body: reviewOpenSchema,
    response: reviewSchema,
  },
  getReview: {
    method: 'get',
    path: '/reviews/{number}',
    summary: 'One review with its counts',
    params: reviewParamsSchema,
    query: reviewQuerySchema,
    response: reviewSchema,
  },
  getReviewItems: {
    method: 'get',
    path: '/reviews/{number}/items',
    summary:
      'The people on the list of a review, then and now; JSON pages or one CSV',
    params: reviewParamsSchema,
    query: reviewItemsQuerySchema,
    response: reviewItemsSchema,
  },
  decideReviewItem: {
    method: 'post',
    path: '/reviews/{number}/items/{objectId}/decision',
    summary: 'Decide on one person of an open review',
    params: reviewParamsSchema.extend({ objectId: z.string().max(64) }),
    query: reviewQuerySchema,
    body: reviewDecideSchema,
    response: reviewItemSchema,
  },
  decideReviewItems: {
    method: 'post',
    path: '/reviews/{number}/decisions',
    summary: 'Decide on several people of an open review at once',
    params: reviewParamsSchema,
    query: reviewQuerySchema,
    body: reviewDecideManySchema,
    response: reviewDecidedManySchema,
  },
  closeReview: {
    method: 'post',
    path: '/reviews/{number}/close',
    summary: 'Close a review: nothing in it changes afterwards',
    params: reviewParamsSchema,
    query: reviewQuerySchema,
    body: reviewCloseSchema,
    response: reviewSchema,
  },
  getBreakGlass: {
    method: 'get',
    path: '/break-glass',
    summary:
      'The break-glass accounts, each with its checks; never in the figure',
    params: none,
    query: atQuerySchema,
    response: breakGlassSchema,
  },
  recordDrill: {
    method: 'post',
    path: '/break-glass/{tenant}/{id}/drills',
    summary: 'Record that a break-glass account was tried',
    params: z.object({ tenant: z.string(), id: z.string() }),
    query: none,
    body: recordDrillBodySchema,
    response: drillSchema,
  },
  getRuns: {
    method: 'get',
    path: '/runs',
    summary: 'Syncs, newest first',
    params: none,
    query: runsQuerySchema,
    response: runsSchema,
  },
  getTenants: {
    method: 'get',
    path: '/tenants',
    summary: 'Configured tenants, and the permission that each data set needs',
    params: none,
    query: none,
    response: tenantsSchema,
  },
  startSync: {
    method: 'post',
    path: '/tenants/{id}/sync',
    summary: 'Start a sync now',
    params: z.object({ id: z.string() }),
    query: none,
    response: syncAcceptedSchema,
  },
  getHolds: {
    method: 'get',
    path: '/tenants/{id}/holds',
    summary: 'Sudden falls that were held, and who released them',
    params: z.object({ id: z.string() }),
    query: holdsQuerySchema,
    response: holdsSchema,
  },
  releaseHold: {
    method: 'post',
    path: '/tenants/{id}/release',
    summary: 'Release a held figure: the next sync publishes it',
    params: z.object({ id: z.string() }),
    query: none,
    body: releaseBodySchema,
    response: releaseAcceptedSchema,
  },
  getEntityStatus: {
    method: 'get',
    path: '/entity-status',
    summary: 'The state of every tagged entity; for services only',
    params: none,
    query: none,
    response: entityStatusSchema,
  },
};

/** The name of a route. @public */
export type RouteName = keyof RouteMap;
