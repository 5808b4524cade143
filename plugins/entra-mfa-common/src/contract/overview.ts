import { z } from 'zod';
import { enumOf } from './enumOf';
import { forecastSchema } from './forecast';
import { publicationHoldSchema } from './hold';
import { methodsPolicySchema } from './methodsPolicy';
import { riskySignInsSchema } from './risk';
import { askingSchema } from './policies';
import {
  cisCountSchema,
  crossCheckSchema,
  privilegedRolesSchema,
  rolesStatusSchema,
} from './roles';
import {
  assessedCountsSchema,
  basisSchema,
  coverageFigureSchema,
  entityRefSchema,
  freshnessSchema,
  scopeClassSchema,
  seriesPointSchema,
  snapshotRefSchema,
  stateSchema,
  tenantRefSchema,
  tierSchema,
} from './shared';
import { json } from './Route';
import { atQuerySchema } from './shared';

const count = z.number().int().nonnegative();

/** `GET /v1/overview`: the figure, what it counts, how strong, who is left out, and its history. @public */
export const overviewSchema = z.object({
  tenant: tenantRefSchema.nullable(),
  tenants: z.array(tenantRefSchema),
  /** Whom of the people that are counted the caller may see by name: all, some, or nobody. */
  visibility: enumOf(['all', 'some', 'none']),
  /** Null until the first sync has published. */
  snapshot: snapshotRefSchema.nullable(),
  /** The version of the rules that are configured today; figures keep the one that made them. */
  rulesVersionToday: z.string(),
  /** A sudden fall that is held back; null while none is. */
  hold: publicationHoldSchema.nullable(),
  freshness: freshnessSchema,
  basis: basisSchema,
  targetPermille: z.number().int(),
  /** Null until the first sync has published. */
  counts: assessedCountsSchema.nullable(),
  /**
   * The directory as a sum: `total` is in scope (covered, uncovered, unknown, exempt) and each class
   * of people left out.
   */
  directory: z
    .object({
      total: count,
      inScope: z.array(z.object({ state: stateSchema, count })),
      leftOut: z.array(z.object({ scopeClass: scopeClassSchema, count })),
    })
    .nullable(),
  /** The rules of the configuration that leave people out, in the order in which they are asked. */
  scopeRules: z.array(
    z.object({
      name: z.string(),
      /** OData's `$filter`; null without one. */
      filter: z.string().nullable(),
      /** The object id of an Entra group; null without one. */
      group: z.string().nullable(),
      /** False where the group was not read, so that the rule leaves nobody out. */
      groupKnown: z.boolean(),
      owner: entityRefSchema,
      reason: z.string(),
      /** How many people the rule leaves out. */
      people: count,
      /** Those of them who are known to hold a privileged role, or to be able to activate one. */
      privileged: count,
    }),
  ),
  /** The tiers of privileged people in scope; null while roles are not read. */
  privileged: z
    .object({
      people: count,
      /** No target is met or missed while anything of `roles` is not known. */
      coverage: coverageFigureSchema,
      tiers: z.record(tierSchema, count),
      noTier: count,
      /** Accounts that are disabled, yet hold a role or can activate one. */
      disabledWithRole: count,
    })
    .nullable(),
  /** Which roles count as privileged; null until the first sync has published. */
  privilegedRoles: privilegedRolesSchema.nullable(),
  /** What was read of roles; null until the first sync has published. */
  roles: rolesStatusSchema.nullable(),
  /** Microsoft's own count beside ours; null where the tenant does not answer it. */
  crossCheck: crossCheckSchema.nullable(),
  /** CIS's own count beside ours; null where the snapshot has none. */
  cis: cisCountSchema.nullable(),
  /** What asks for MFA; null where nothing of it is read. */
  asking: askingSchema.nullable(),
  /** Whether groups of Entra are read, and the caller may see their figures. */
  readsEntraGroups: z.boolean(),
  /** Whether what people tried with their methods was read: see `getAttempts`. */
  readsAttempts: z.boolean(),
  /** Which methods may be used; null where it is not read, and for who may not see everybody. */
  methodsPolicy: methodsPolicySchema.nullable(),
  /** Counts of risky sign-ins; null where they are not read. */
  riskySignIns: riskySignInsSchema.nullable(),
  /** When the target is reached; null until the first sync has published. */
  forecast: forecastSchema.nullable(),
  /** The fewest teams whose own members make up half of the uncovered people; null where none do. */
  halfOfGap: z.object({ teams: count, people: count }).nullable(),
  unmatched: z.object({
    /** People of the directory in scope whom the catalog does not know. */
    peopleNotInCatalog: count,
    /** User entities of the catalog whom the directory does not know. */
    catalogUsersNotInEntra: count,
    /** Rows of the report that belong to nobody in the directory. */
    rowsWithoutPerson: count,
  }),
  series: z.array(seriesPointSchema),
});

/** See `overviewSchema`. @public */
export type Overview = z.infer<typeof overviewSchema>;

export const getOverview = json('getOverview', {
  summary: 'The figure, what it counts, and its history',
  query: atQuerySchema,
  response: overviewSchema,
});
