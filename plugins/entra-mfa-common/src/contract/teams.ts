import { z } from 'zod';
import { teamSorts } from '../lists';
import { enumOf } from './enumOf';
import { forecastSchema } from './forecast';
import { exemptionSchema } from './exceptions';
import {
  assessedCountsSchema,
  atQuerySchema,
  countQuerySchema,
  coverageFigureSchema,
  entityRefSchema,
  freshnessSchema,
  instantSchema,
  pageInfoSchema,
  pageQuerySchema,
  phoneEndsSchema,
  seriesPointSchema,
  snapshotRefSchema,
  sortOrderSchema,
  tenantRefSchema,
  totalItemsSchema,
  withoutNamesQuerySchema,
} from './shared';
import { json } from './Route';

const count = z.number().int().nonnegative();

/**
 * A team is a Group of the catalog. Where it is so small that its figures would be about somebody, or
 * where those would tell such a team's, who may not see its people by name gets none: `hidden` is true
 * and every figure null, which is never to be drawn as zero.
 *
 * @public
 */
export const teamSummarySchema = z.object({
  ref: entityRefSchema,
  title: z.string(),
  parentRef: entityRefSchema.nullable(),
  depth: count,
  subTeams: count,
  /** Whether figures are kept back from the caller. */
  hidden: z.boolean(),
  /** Whether the caller may see anybody of the team or of its sub-teams by name. */
  anyNames: z.boolean(),
  /** Distinct people of the team and all its sub-teams, each once. */
  people: count.nullable(),
  targetPermille: z.number().int(),
  /** The team with its sub-teams. */
  coverage: coverageFigureSchema.nullable(),
  /** The team's own members only; null also where these alone are too few to be shown. */
  direct: coverageFigureSchema.nullable(),
  phoneOnly: count.nullable(),
  /** Of `phoneOnly`; nothing where nothing ends, and in snapshots of earlier versions. */
  phoneEnds: phoneEndsSchema.nullable(),
  unknown: count.nullable(),
  /** Change of `coverage.permille` over the last 30 days; null where there is nothing to compare. */
  change30Days: z.number().int().nullable(),
  /** When the team reaches its target; null for sub-teams that are told beside their parent, and where hidden. */
  forecast: forecastSchema.nullable(),
});

/** Figures of fewer people in scope are hidden from who may not see their names; 0 hides none. */
const hideBelowSchema = count;

/** `GET /v1/teams`. `parent=none` lists the teams without a parent. @public */
export const teamsQuerySchema = atQuerySchema
  .extend(pageQuerySchema.shape)
  .extend({
    parent: z.union([entityRefSchema, z.literal('none')]).optional(),
    /** Part of the name or title, without regard to case and diacritics. */
    q: z.string().max(200).optional(),
    sort: enumOf(teamSorts).default('short'),
    order: sortOrderSchema,
    count: countQuerySchema,
    withoutNames: withoutNamesQuerySchema,
  });

/** The answer of `GET /v1/teams`. @public */
export const teamsSchema = z.object({
  snapshot: snapshotRefSchema.nullable(),
  freshness: freshnessSchema,
  items: z.array(teamSummarySchema),
  totalItems: totalItemsSchema,
  hideBelow: hideBelowSchema,
  pageInfo: pageInfoSchema,
});

/** `GET /v1/teams/{kind}/{namespace}/{name}`: one team, with its sub-teams and history. @public */
export const teamSchema = teamSummarySchema.extend({
  tenant: tenantRefSchema,
  snapshot: snapshotRefSchema,
  freshness: freshnessSchema,
  /** The team and its sub-teams; null where figures are hidden. */
  counts: assessedCountsSchema.nullable(),
  hideBelow: hideBelowSchema,
  /** Whether the caller may see people of this team by name. */
  names: enumOf(['visible', 'hidden']),
  /** How many tenants are read beside this one: the team may have people there, too. Left out where there is none. */
  otherTenants: count.optional(),
  /** Exceptions in force for this team or one above it; who approved is told where names are. */
  exceptions: z
    .array(
      exemptionSchema.extend({
        group: entityRefSchema,
        approvedBy: entityRefSchema.nullable(),
      }),
    )
    .optional(),
  children: z.array(teamSummarySchema),
  ancestors: z.array(z.object({ ref: entityRefSchema, title: z.string() })),
  /** Without days on which the team was too small for its figures to be shown to the caller. */
  series: z.array(seriesPointSchema),
});

/** As of when `GET /v1/teams/{kind}/{namespace}/{name}/tenants` answers: without `at`, of now. @public */
export const teamTenantsQuerySchema = atQuerySchema.pick({ at: true });

/** `GET /v1/teams/{kind}/{namespace}/{name}/tenants`: a team over all tenants that are read. @public */
export const teamTenantsSchema = z.object({
  /** Each tenant that has people of the team, in the order of the configuration. */
  items: z.array(
    z.object({
      tenant: tenantRefSchema,
      snapshot: snapshotRefSchema,
      readAt: instantSchema.nullable(),
      /** Whether its figures are too old to count. */
      stale: z.boolean(),
      team: teamSummarySchema,
    }),
  ),
  /**
   * Those that are neither stale nor hidden, added up as integers: somebody in two tenants is two people. Null where
   * there are not two of them.
   */
  total: z
    .object({
      /** Which were added up, by their ids. */
      tenants: z.array(z.string()),
      people: count,
      covered: count,
      uncovered: count,
      permille: z.number().int().min(0).max(1000).nullable(),
      /** How many are short in each tenant, added up. */
      short: count,
    })
    .nullable(),
});

/** See `teamTenantsSchema`. @public */
export type TeamTenants = z.infer<typeof teamTenantsSchema>;
/** See `teamSummarySchema`. @public */
export type TeamSummary = z.infer<typeof teamSummarySchema>;
/** See `teamsQuerySchema`. @public */
export type TeamsQuery = z.input<typeof teamsQuerySchema>;
/** See `teamsSchema`. @public */
export type Teams = z.infer<typeof teamsSchema>;
/** See `teamSchema`. @public */
export type Team = z.infer<typeof teamSchema>;

export const getTeams = json('getTeams', {
  summary: 'Teams with their coverage',
  query: teamsQuerySchema,
  response: teamsSchema,
});

export const getTeam = json('getTeam', {
  summary: 'One team, its sub-teams and its history',
  query: atQuerySchema,
  response: teamSchema,
});

export const getTeamTenants = json('getTeamTenants', {
  summary:
    'One team in each tenant that is read, or was on a past day, and over all of them',
  query: teamTenantsQuerySchema,
  response: teamTenantsSchema,
});
