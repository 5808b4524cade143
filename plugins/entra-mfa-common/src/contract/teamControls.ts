import { z } from 'zod';
import { controlStatuses, severities } from '../lists';
import {
  controlFrameworkSchema,
  controlListedSchema,
  controlResultSchema,
} from './controls';
import { enumOf } from './enumOf';
import { json } from './Route';
import {
  atQuerySchema,
  countQuerySchema,
  entityRefSchema,
  pageInfoSchema,
  pageQuerySchema,
  snapshotRefSchema,
  staleCauseSchema,
  tenantRefSchema,
  totalItemsSchema,
  withoutNamesQuerySchema,
} from './shared';

const count = z.number().int().nonnegative();
const testSchema = controlResultSchema.shape.test;
const { titles } = controlListedSchema.shape;

/** Where a control stands for a team with its sub-teams, as far as the caller may be told. @public */
export const teamStandingSchema = z.object({
  /**
   * By the tests that a team can answer. Null where none can be, where nothing was tested yet, and where what is
   * withheld decides.
   */
  status: enumOf(controlStatuses).nullable(),
  /** What those tests came to, but for those that are withheld. */
  results: z.array(controlResultSchema),
  /**
   * Whether there are more: tests about few people of a team are told to who sees the names of all of it. What is
   * withheld makes no control met.
   */
  withheld: z.boolean(),
});

/** How many stand how. @public */
export const teamStandingCountsSchema = z.object({
  met: count,
  notMet: count,
  notEvaluated: count,
  stale: count,
  /** Those without a status. */
  notTold: count,
});

const head = {
  tenant: tenantRefSchema.nullable(),
  /** Null until the first sync has published. */
  snapshot: snapshotRefSchema.nullable(),
  /** Why nothing is met: the data is too old. Empty where it is fresh. */
  staleCauses: z.array(staleCauseSchema),
  framework: controlFrameworkSchema.omit({ counts: true }),
};

const teamSchema = z.object({ ref: entityRefSchema, title: z.string() });
/** Figures of fewer people in scope are hidden from who may not see their names; 0 hides none. */
const hideBelow = count;

/** `GET /v1/teams/{kind}/{namespace}/{name}/controls`: where a team stands, as of a snapshot. @public */
export const teamControlsSchema = z.object({
  ...head,
  team: teamSchema,
  /** Whether the team is too small for its figures to be shown to the caller: then there are none. */
  hidden: z.boolean(),
  hideBelow,
  counts: teamStandingCountsSchema,
  /** Those of the framework that a team can answer, or answer in part. */
  controls: z.array(
    teamStandingSchema.extend({
      id: z.string(),
      titles,
      severity: enumOf(severities).nullable(),
      /** Why it does not apply; null where it does. */
      disabledReason: z.string().nullable(),
      /** Its tests that the tenant alone can answer. */
      ofTenant: z.array(testSchema),
    }),
  ),
  /** How many of the framework the tenant alone can answer. */
  ofTenant: count,
});

/** `GET /v1/controls/{framework}/{id}/teams`: a control by team, the worst first. @public */
export const controlTeamsSchema = z.object({
  ...head,
  id: z.string(),
  titles,
  /** Why it does not apply; null where it does. Then there are no teams. */
  disabledReason: z.string().nullable(),
  /** Its tests that a team can answer; without any there are no teams. */
  ofTeam: z.array(testSchema),
  /** Those that the tenant alone can answer. */
  ofTenant: z.array(testSchema),
  /** Of all teams. */
  counts: teamStandingCountsSchema,
  items: z.array(
    teamStandingSchema.extend({
      team: teamSchema,
      /** As of the team's controls. */
      hidden: z.boolean(),
    }),
  ),
  hideBelow,
  totalItems: totalItemsSchema,
  pageInfo: pageInfoSchema,
});

/** See `teamStandingSchema`. @public */
export type TeamStandingOf = z.infer<typeof teamStandingSchema>;
/** See `teamStandingCountsSchema`. @public */
export type TeamStandingCounts = z.infer<typeof teamStandingCountsSchema>;
/** See `teamControlsSchema`. @public */
export type TeamControls = z.infer<typeof teamControlsSchema>;
/** See `controlTeamsSchema`. @public */
export type ControlTeams = z.infer<typeof controlTeamsSchema>;

export const getTeamControls = json('getTeamControls', {
  summary: 'Where the controls of a framework stand for a team',
  query: atQuerySchema.extend({
    /** Its id; the first without it. */
    framework: z.string().optional(),
  }),
  response: teamControlsSchema,
});

export const getControlTeams = json('getControlTeams', {
  summary: 'A control by team, the worst first',
  query: atQuerySchema.extend(pageQuerySchema.shape).extend({
    count: countQuerySchema,
    withoutNames: withoutNamesQuerySchema,
  }),
  response: controlTeamsSchema,
});
