import { z } from 'zod';
import { whatIfRules } from '../lists';
import { enumOf } from './enumOf';
import {
  assessedCountsSchema,
  atQuerySchema,
  basisSchema,
  booleanQuerySchema,
  coverageFigureSchema,
  entityRefSchema,
  snapshotRefSchema,
  tenantRefSchema,
} from './shared';
import { json } from './Route';

/** `GET /v1/what-if`: what is assumed. Without a parameter, that stays as it is. @public */
export const whatIfQuerySchema = atQuerySchema.extend({
  rules: enumOf(whatIfRules).default('then'),
  /** Phone methods are switched off: who has no other method good for MFA is not registered. */
  phoneOff: booleanQuerySchema.default(false),
  countGuests: booleanQuerySchema.optional(),
  basis: basisSchema.optional(),
  targetPermille: z.coerce.number().int().min(1).max(1000).optional(),
  /** No exception is in force. */
  withoutExceptions: booleanQuerySchema.default(false),
  /** One team with its sub-teams, instead of the tenant. */
  team: entityRefSchema.optional(),
});

/** Counts with the rules and the target that they follow from. @public */
export const whatIfFigureSchema = z.object({
  rulesVersion: z.string(),
  basis: basisSchema,
  targetPermille: z.number().int(),
  counts: assessedCountsSchema,
});

/** A team with its sub-teams: the figure as it was shown, and what it would be. @public */
export const whatIfTeamSchema = z.object({
  ref: entityRefSchema,
  title: z.string(),
  shown: coverageFigureSchema,
  assumed: coverageFigureSchema,
  /** Assumed less shown: how many people more are short of the target. */
  short: z.number().int(),
});

/**
 * The answer of `GET /v1/what-if`: the figure as it was shown, and what it would be. The second one
 * is computed for the question and stored nowhere; it is never the figure.
 *
 * @public
 */
export const whatIfSchema = z.object({
  tenant: tenantRefSchema,
  snapshot: snapshotRefSchema,
  /** Null for the tenant. */
  team: z.object({ ref: entityRefSchema, title: z.string() }).nullable(),
  shown: whatIfFigureSchema,
  assumed: whatIfFigureSchema,
  /** Assumed less shown. */
  difference: z.object({
    covered: z.number().int(),
    uncovered: z.number().int(),
    unknown: z.number().int(),
    exempt: z.number().int(),
    inScope: z.number().int(),
    short: z.number().int(),
    /** Points of coverage, times ten; null where one of them counts nobody. */
    permille: z.number().int().nullable(),
  }),
  /** The teams of the tenant, or those below the team, whose coverage or people short would be others. */
  teams: z.object({
    /** Most people more short first; at most `whatIfTeams`. */
    items: z.array(whatIfTeamSchema),
    /** How many more there are. */
    more: z.number().int().nonnegative(),
    /**
     * Teams of fewer people, or where fewer people make the difference, are not among them for who may not
     * see their people by name; 0 for who sees everybody.
     */
    hideBelow: z.number().int().nonnegative(),
  }),
});

/** See `whatIfQuerySchema`: what a caller may send. @public */
export type WhatIfQuery = z.input<typeof whatIfQuerySchema>;
/** See `whatIfTeamSchema`. @public */
export type WhatIfTeam = z.infer<typeof whatIfTeamSchema>;
/** See `whatIfSchema`. @public */
export type WhatIf = z.infer<typeof whatIfSchema>;

export const getWhatIf = json('getWhatIf', {
  summary: 'What the figure would be under an assumption; nothing is stored',
  query: whatIfQuerySchema,
  response: whatIfSchema,
});
