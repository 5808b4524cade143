import { z } from 'zod';
import { enumOf } from './enumOf';
import {
  instantSchema,
  snapshotRefSchema,
  tenantRefSchema,
  tierSchema,
} from './shared';

/**
 * What is checked of a break-glass account:
 *
 * - `exists`, `enabled`, `cloud-only`: it can sign in, whatever happens on premises
 * - `own-method`: it has registered a method usable for MFA other than a phone, which somebody carries
 * - `phishing-resistant`: one of its methods cannot be phished
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
  'phishing-resistant',
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

/**
 * What a check can find. What it is about is in the values beside it.
 *
 * - `no-account`, `missing`: the directory has nobody with the object id
 * - `no-row`, `report-not-read`, `roles-not-read`, `groups-not-read`, `enabled-not-told`: not known, and why
 * - `methods`: has `kinds` of methods, the best of them of a `tier`; `phone-only`: has a phone alone;
 *   `no-method`: has none usable for MFA
 * - `phishing-resistant`, `not-phishing-resistant`: the best method is of a `tier`
 * - `differs`, `same`: compared with `dailyKind`, which most daily administrators use;
 *   `nothing-to-compare`: the account has none, `no-daily-method`: they have none
 * - `permanent`, `active-and-eligible`, `eligible-only`, `no-role`: how it holds Global Administrator
 * - `drill-recent`, `drill-overdue`: the last one was `days` ago, on a day; `no-drill`: there was none
 *
 * @public
 */
export const breakGlassCheckCodes = [
  'exists',
  'missing',
  'no-account',
  'enabled',
  'disabled',
  'enabled-not-told',
  'cloud-only',
  'synchronised',
  'methods',
  'phone-only',
  'no-method',
  'phishing-resistant',
  'not-phishing-resistant',
  'no-row',
  'report-not-read',
  'differs',
  'same',
  'nothing-to-compare',
  'no-daily-method',
  'permanent',
  'active-and-eligible',
  'eligible-only',
  'no-role',
  'roles-not-read',
  'groups-not-read',
  'drill-recent',
  'drill-overdue',
  'no-drill',
] as const;

/** One of {@link breakGlassCheckCodes}. @public */
export type BreakGlassCheckCode = (typeof breakGlassCheckCodes)[number];

/**
 * Methods that fail together are of one kind: the same device, app or provider is behind them. A
 * method that is not known here is a kind of its own, by the name that Microsoft gives it.
 *
 * @public
 */
export const methodKinds = [
  'phone',
  'microsoft-authenticator',
  'software-passcode',
  'hardware-passcode',
  'security-key',
  'synced-passkey',
  'windows-hello',
  'mac-os',
  'certificate',
] as const;

/** One of {@link methodKinds}. @public */
export type MethodKind = (typeof methodKinds)[number];

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

/** See {@link drillSchema}. @public */
export type Drill = z.infer<typeof drillSchema>;
/** See {@link breakGlassCheckSchema}. @public */
export type BreakGlassCheckResult = z.infer<typeof breakGlassCheckSchema>;
/** See {@link breakGlassAccountSchema}. @public */
export type BreakGlassAccount = z.infer<typeof breakGlassAccountSchema>;
/** See {@link breakGlassFindingSchema}. @public */
export type BreakGlassFinding = z.infer<typeof breakGlassFindingSchema>;
/** See {@link breakGlassSchema}. @public */
export type BreakGlass = z.infer<typeof breakGlassSchema>;
/** See {@link recordDrillBodySchema}. @public */
export type RecordDrillBody = z.infer<typeof recordDrillBodySchema>;
