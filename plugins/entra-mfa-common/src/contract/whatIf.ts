import { z } from 'zod';
import { whatIfRules } from '../lists';
import { enumOf } from './enumOf';
import {
  assessedCountsSchema,
  atQuerySchema,
  basisSchema,
  booleanQuerySchema,
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
});

/** See `whatIfQuerySchema`: what a caller may send. @public */
export type WhatIfQuery = z.input<typeof whatIfQuerySchema>;
/** See `whatIfSchema`. @public */
export type WhatIf = z.infer<typeof whatIfSchema>;

export const getWhatIf = json('getWhatIf', {
  summary: 'What the figure would be under an assumption; nothing is stored',
  query: whatIfQuerySchema,
  response: whatIfSchema,
});
