import { z } from 'zod';
import { enumOf } from './enumOf';
import { forecastSchema } from './forecast';
import { exemptionSchema } from './exceptions';
import {
  assessedCountsSchema,
  atQuerySchema,
  coverageFigureSchema,
  entityRefSchema,
  freshnessSchema,
  pageInfoSchema,
  pageQuerySchema,
  seriesPointSchema,
  snapshotRefSchema,
  tenantRefSchema,
} from './shared';

const count = z.number().int().nonnegative();

/** A team is a Group of the catalog. @public */
export const teamSummarySchema = z.object({
  ref: entityRefSchema,
  title: z.string(),
  parentRef: entityRefSchema.nullable(),
  depth: count,
  subTeams: count,
  /** Distinct people of the team and all its sub-teams, each once. */
  people: count,
  targetPermille: z.number().int(),
  /** The team with its sub-teams. */
  coverage: coverageFigureSchema,
  /** The team's own members only. */
  direct: coverageFigureSchema,
  phoneOnly: count,
  unknown: count,
  /** Change of `coverage.permille` over the last 30 days; null where there is nothing to compare. */
  change30Days: z.number().int().nullable(),
  /** When the team reaches its target; null for sub-teams that are told beside their parent. */
  forecast: forecastSchema.nullable(),
});

/** What lists of teams can be sorted by. @public */
export const teamSorts = [
  'short',
  'uncovered',
  'direct',
  'coverage',
  'phoneOnly',
  'name',
] as const;

/** `GET /v1/teams`. `parent=none` lists the teams without a parent. @public */
export const teamsQuerySchema = atQuerySchema
  .extend(pageQuerySchema.shape)
  .extend({
    parent: z.union([entityRefSchema, z.literal('none')]).optional(),
    /** Part of the name or title, without regard to case. */
    q: z.string().max(200).optional(),
    sort: enumOf(teamSorts).default('short'),
  });

/** The answer of `GET /v1/teams`. @public */
export const teamsSchema = z.object({
  snapshot: snapshotRefSchema.nullable(),
  freshness: freshnessSchema,
  items: z.array(teamSummarySchema),
  pageInfo: pageInfoSchema,
});

/** `GET /v1/teams/{kind}/{namespace}/{name}`: one team, with its sub-teams and history. @public */
export const teamSchema = teamSummarySchema.extend({
  tenant: tenantRefSchema,
  snapshot: snapshotRefSchema,
  freshness: freshnessSchema,
  /** The team and its sub-teams. */
  counts: assessedCountsSchema,
  /** Whether the caller may see people of this team by name. */
  names: enumOf(['visible', 'hidden']),
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
  series: z.array(seriesPointSchema),
});

/** See {@link teamSummarySchema}. @public */
export type TeamSummary = z.infer<typeof teamSummarySchema>;
/** See {@link teamsQuerySchema}. @public */
export type TeamsQuery = z.input<typeof teamsQuerySchema>;
/** See {@link teamsSchema}. @public */
export type Teams = z.infer<typeof teamsSchema>;
/** See {@link teamSchema}. @public */
export type Team = z.infer<typeof teamSchema>;
