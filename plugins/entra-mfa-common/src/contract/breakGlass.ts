import { z } from 'zod';
import {
  breakGlassCheckIds,
  checkOutcomes,
  breakGlassCheckCodes,
} from '../lists';
import { enumOf } from './enumOf';
import {
  instantSchema,
  snapshotRefSchema,
  tenantRefSchema,
  tierSchema,
} from './shared';
import { command, json } from './Route';
import { atQuerySchema } from './shared';

const count = z.number().int().nonnegative();

/** What a check found, for whoever words it. @public */
export const breakGlassCheckSchema = z.object({
  check: enumOf(breakGlassCheckIds),
  outcome: enumOf(checkOutcomes),
  code: enumOf(breakGlassCheckCodes),
  values: z.object({
    /** See {@link methodKinds}. */
    kinds: z.array(z.string()).optional(),
    tier: tierSchema.optional(),
    dailyKind: z.string().optional(),
    days: count.optional(),
    /** The day of the last drill, an ISO date. */
    on: z.iso.date().optional(),
  }),
});

/** Somebody tried that an account lets them in. Entered by hand, and never changed. @public */
export const drillSchema = z.object({
  /** The day, an ISO date. */
  on: z.iso.date(),
  note: z.string().nullable(),
  /** The entity ref of the user who entered it. */
  recordedBy: z.string(),
  recordedAt: instantSchema,
});

/** A configured break-glass account with its checks. @public */
export const breakGlassAccountSchema = z.object({
  /** The Entra object id. */
  id: z.string(),
  /** Null where the directory has no such account. */
  displayName: z.string().nullable(),
  userPrincipalName: z.string().nullable(),
  outcome: enumOf(checkOutcomes),
  checks: z.array(breakGlassCheckSchema),
  /** Newest first. */
  drills: z.array(drillSchema),
});

/** What somebody has to do about the register, for whoever words it. @public */
export const breakGlassFindingSchema = z.object({
  code: enumOf(['too-few', 'failing', 'not-known']),
  /** How many accounts there are, or fail, or are not known. */
  count,
});

const tallySchema = z.object({ passed: count, failed: count, notKnown: count });

/** `GET /v1/break-glass`: the register of emergency access accounts. Never in the figure. @public */
export const breakGlassSchema = z.object({
  tenant: tenantRefSchema.nullable(),
  /** Null until the first sync has published. */
  snapshot: snapshotRefSchema.nullable(),
  /** After how many days a drill is overdue. */
  drillDays: count,
  configured: count,
  outcomes: tallySchema,
  /** How many accounts pass each check. */
  checks: z.array(tallySchema.extend({ check: enumOf(breakGlassCheckIds) })),
  findings: z.array(breakGlassFindingSchema),
  /** `hidden` for who may not see everybody by name: then no account is listed. */
  names: enumOf(['visible', 'hidden']),
  accounts: z.array(breakGlassAccountSchema),
});

/** The body of `POST /v1/break-glass/{tenant}/{id}/drills`. @public */
export const recordDrillBodySchema = z.object({
  /** The day on which it was held, an ISO date; not in the future. */
  on: z.iso.date(),
  note: z.string().trim().max(500).optional(),
});

/** See `drillSchema`. @public */
export type Drill = z.infer<typeof drillSchema>;
/** See `breakGlassCheckSchema`. @public */
export type BreakGlassCheckResult = z.infer<typeof breakGlassCheckSchema>;
/** See `breakGlassAccountSchema`. @public */
export type BreakGlassAccount = z.infer<typeof breakGlassAccountSchema>;
/** See `breakGlassFindingSchema`. @public */
export type BreakGlassFinding = z.infer<typeof breakGlassFindingSchema>;
/** See `breakGlassSchema`. @public */
export type BreakGlass = z.infer<typeof breakGlassSchema>;
/** See `recordDrillBodySchema`. @public */
export type RecordDrillBody = z.infer<typeof recordDrillBodySchema>;

export const getBreakGlass = json('getBreakGlass', {
  summary:
    'The break-glass accounts, each with its checks; never in the figure',
  query: atQuerySchema,
  response: breakGlassSchema,
});

export const recordDrill = command('recordDrill', {
  summary: 'Record that a break-glass account was tried',
  body: recordDrillBodySchema,
  response: drillSchema,
});
