import { z } from 'zod';
import { enumOf } from './enumOf';
import { instantSchema, snapshotRefSchema, tenantRefSchema } from './shared';

/**
 * What is checked of a break-glass account:
 *
 * - `exists`, `enabled`, `cloud-only`: it can sign in, whatever happens on premises
 * - `own-method`: it has registered a method usable for MFA
 * - `differs`: it does not rest on the kind of method that most daily administrators use
 * - `permanent-role`: it holds Global Administrator without having to activate it
 * - `drill`: somebody tried lately that it lets them in
 *
 * @public
 */
export const breakGlassCheckIds = [
  'exists',
  'enabled',
  'cloud-only',
  'own-method',
  'differs',
  'permanent-role',
  'drill',
] as const;

/** One of {@link breakGlassCheckIds}. @public */
export type BreakGlassCheckId = (typeof breakGlassCheckIds)[number];

/** What a check can come to. What could not be read is not known, never failed. @public */
export const checkOutcomes = ['passed', 'failed', 'not-known'] as const;

/** One of {@link checkOutcomes}. @public */
export type CheckOutcome = (typeof checkOutcomes)[number];

const count = z.number().int().nonnegative();

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
  checks: z.array(
    z.object({
      check: enumOf(breakGlassCheckIds),
      outcome: enumOf(checkOutcomes),
      /** What was found, in words. */
      text: z.string(),
    }),
  ),
  /** Newest first. */
  drills: z.array(drillSchema),
});

/** What somebody has to do about the register. @public */
export const breakGlassFindingSchema = z.object({
  code: enumOf(['too-few', 'failing', 'not-known']),
  /** How many accounts there are, or fail, or are not known. */
  count,
  text: z.string(),
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

/** See {@link drillSchema}. @public */
export type Drill = z.infer<typeof drillSchema>;
/** See {@link breakGlassAccountSchema}. @public */
export type BreakGlassAccount = z.infer<typeof breakGlassAccountSchema>;
/** See {@link breakGlassFindingSchema}. @public */
export type BreakGlassFinding = z.infer<typeof breakGlassFindingSchema>;
/** See {@link breakGlassSchema}. @public */
export type BreakGlass = z.infer<typeof breakGlassSchema>;
/** See {@link recordDrillBodySchema}. @public */
export type RecordDrillBody = z.infer<typeof recordDrillBodySchema>;
