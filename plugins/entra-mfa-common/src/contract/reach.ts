import { z } from 'zod';
import { reachPaths, serviceSorts } from '../lists';
import { enumOf } from './enumOf';
import { listOf } from './listOf';
import {
  atQuerySchema,
  countQuerySchema,
  basisSchema,
  entityRefSchema,
  freshnessSchema,
  instantSchema,
  pageInfoSchema,
  pageQuerySchema,
  phoneEndsSchema,
  snapshotRefSchema,
  sortOrderSchema,
  stateSchema,
  tenantRefSchema,
  totalItemsSchema,
  withoutNamesQuerySchema,
} from './shared';
import { json } from './Route';

const count = z.number().int().nonnegative();

/**
 * The people who own something, through one owner or several, each person once. Coverage counts
 * `covered` and `uncovered`.
 *
 * @public
 */
export const ownersFigureSchema = z.object({
  people: count,
  covered: count,
  uncovered: count,
  unknown: count,
  exempt: count,
  phoneOnly: count,
  /** Of `phoneOnly`; nothing where nothing ends, and in snapshots of earlier versions. */
  phoneEnds: phoneEndsSchema,
  /** Null while it is not known who is privileged. */
  privilegedUncovered: count.nullable(),
  /** Owners through whom nobody was found: a Group or User whom the catalog or this tenant lacks. */
  ownersNotFound: count,
});

/** Something of the catalog that is owned. @public */
export const ownedEntitySchema = z.object({
  ref: entityRefSchema,
  title: z.string(),
  /** Lower case: `component`. */
  kind: z.string(),
  type: z.string().nullable(),
  lifecycle: z.string().nullable(),
  /** As the catalog says it; null where it says nothing. */
  tier: z.string().nullable(),
  systemRef: entityRefSchema.nullable(),
});

/** Something that is owned, with its owners. @public */
export const serviceSchema = ownedEntitySchema.extend({
  ownerRefs: z.array(entityRefSchema),
  /** Null where there are so few people that the figure would tell of each. */
  owners: ownersFigureSchema.nullable(),
});

/** Something that a team or person reaches. @public */
export const reachedServiceSchema = serviceSchema.extend({
  through: enumOf(reachPaths),
});

/** How many are of one kind, lifecycle and tier. @public */
export const serviceGroupSchema = z.object({
  kind: z.string(),
  lifecycle: z.string().nullable(),
  tier: z.string().nullable(),
  count,
});

/** As `serviceGroupSchema`, by the way in which they are reached. @public */
export const reachedGroupSchema = serviceGroupSchema.extend({
  through: enumOf(reachPaths),
});

const word = z.string().min(1).max(255);

/** The filters of lists of services. Values of one filter are alternatives. @public */
export const servicesQuerySchema = atQuerySchema
  .extend(pageQuerySchema.shape)
  .extend({
    kind: listOf(word),
    lifecycle: listOf(word),
    tier: listOf(word),
    /** Part of the title or ref, without regard to case and diacritics. */
    q: z.string().max(200).optional(),
    sort: enumOf(serviceSorts).default('uncovered'),
    order: sortOrderSchema,
    count: countQuerySchema,
  });

/** The answer of `GET /v1/services`. @public */
export const servicesSchema = z.object({
  snapshot: snapshotRefSchema.nullable(),
  freshness: freshnessSchema,
  items: z.array(serviceSchema),
  totalItems: totalItemsSchema,
  /** All that is owned, whatever the filter. Told with the first page. */
  groups: z.array(serviceGroupSchema).optional(),
  pageInfo: pageInfoSchema,
});

/** The answer of `GET /v1/teams/{kind}/{namespace}/{name}/services`. @public */
export const teamServicesSchema = z.object({
  tenant: tenantRefSchema,
  snapshot: snapshotRefSchema,
  freshness: freshnessSchema,
  items: z.array(reachedServiceSchema),
  totalItems: totalItemsSchema,
  /** All that the team reaches, whatever the filter. Told with the first page. */
  groups: z.array(reachedGroupSchema).optional(),
  pageInfo: pageInfoSchema,
});

/** `GET /v1/people/{tenant}/{id}/services`; the tenant is in the path. @public */
export const personServicesQuerySchema = servicesQuerySchema.omit({
  tenant: true,
});

/** The answer of `GET /v1/people/{tenant}/{id}/services`. @public */
export const personServicesSchema = teamServicesSchema.extend({
  person: z.object({
    id: z.string(),
    state: stateSchema,
    phoneOnly: z.boolean(),
  }),
});

/** Somebody who owns something and is not covered, or has only a phone. @public */
export const ownerAtRiskSchema = z.object({
  tenant: z.string(),
  /** The Entra object id. */
  id: z.string(),
  displayName: z.string(),
  entityRef: entityRefSchema.nullable(),
  state: stateSchema,
  phoneOnly: z.boolean(),
  /** Null while roles are not read. */
  privileged: z.boolean().nullable(),
  since: instantSchema,
  /** Present where the person was so when the directory was read first. */
  sinceFirstRead: z.literal(true).optional(),
});

/** `GET /v1/entities/{kind}/{namespace}/{name}/owners`. @public */
export const entityOwnersSchema = z.object({
  tenant: tenantRefSchema,
  snapshot: snapshotRefSchema,
  freshness: freshnessSchema,
  /** What covered means. */
  basis: basisSchema,
  entity: ownedEntitySchema,
  owners: z.array(
    z.object({
      ref: entityRefSchema,
      /** Of a team; null for a person and for who was not found. */
      title: z.string().nullable(),
      found: z.boolean(),
    }),
  ),
  /** Everybody who owns it, each once; null where so few people would be told of each. */
  figure: ownersFigureSchema.nullable(),
  /** Not covered or with only a phone, as far as the caller may see them: the uncovered first. */
  people: z.array(ownerAtRiskSchema),
  /** Whether the caller sees all people, those of some teams or rules, or nobody. */
  visibility: enumOf(['all', 'some', 'none']),
});

/** See `ownersFigureSchema`. @public */
export type OwnersFigure = z.infer<typeof ownersFigureSchema>;
/** See `ownedEntitySchema`. @public */
export type OwnedEntity = z.infer<typeof ownedEntitySchema>;
/** See `serviceSchema`. @public */
export type Service = z.infer<typeof serviceSchema>;
/** See `reachedServiceSchema`. @public */
export type ReachedService = z.infer<typeof reachedServiceSchema>;
/** See `serviceGroupSchema`. @public */
export type ServiceGroup = z.infer<typeof serviceGroupSchema>;
/** See `reachedGroupSchema`. @public */
export type ReachedGroup = z.infer<typeof reachedGroupSchema>;
/** See `servicesSchema`. @public */
export type Services = z.infer<typeof servicesSchema>;
/** See `teamServicesSchema`. @public */
export type TeamServices = z.infer<typeof teamServicesSchema>;
/** See `personServicesSchema`. @public */
export type PersonServices = z.infer<typeof personServicesSchema>;
/** See `ownerAtRiskSchema`. @public */
export type OwnerAtRisk = z.infer<typeof ownerAtRiskSchema>;
/** See `entityOwnersSchema`. @public */
export type EntityOwners = z.infer<typeof entityOwnersSchema>;

export const getTeamServices = json('getTeamServices', {
  summary: 'What a team owns with its sub-teams, and reaches through parents',
  query: servicesQuerySchema,
  response: teamServicesSchema,
});

export const getServices = json('getServices', {
  summary: 'What is owned in the catalog, and how its owners are covered',
  query: servicesQuerySchema.extend({ withoutNames: withoutNamesQuerySchema }),
  response: servicesSchema,
});

export const getEntityOwners = json('getEntityOwners', {
  summary: 'Who owns an entity: how many are not covered, and who',
  query: atQuerySchema,
  response: entityOwnersSchema,
});

export const getPersonServices = json('getPersonServices', {
  summary: 'What a person reaches through ownership',
  query: personServicesQuerySchema,
  response: personServicesSchema,
});
