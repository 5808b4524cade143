import { z } from 'zod';
import { leafHash } from './merkle';
import { fingerprint, instant } from './shared';

const count = z.number().int().nonnegative();
const counts = z.record(z.string(), count);
const covered = z.strictObject({ covered: count, uncovered: count });

/** How many people of the directory are registered, and how many should be. */
const registrationSummary = z.strictObject({
  /** Which of the two bases the figure is counted on. */
  basis: z.enum(['registered', 'capable']),
  /** The target, in thousandths. */
  targetPermille: count,
  /** People in scope: covered, uncovered, unknown and exempt ones. */
  inScope: count,
  covered: count,
  uncovered: count,
  unknown: count,
  exempt: count,
  /** The same on either basis. */
  bases: z.strictObject({ registered: covered, capable: covered }),
  /** People who registered a method that their tenant does not let them use. */
  registeredNotCapable: count,
});

/** Everybody of the directory, by what they count as and why: the parts add up to `directory`. */
const userInventorySummary = z.strictObject({
  directory: count,
  states: counts,
  reasons: z.array(
    z.strictObject({ state: z.string(), reason: z.string(), count }),
  ),
  /** Who is out of scope, by the class. */
  leftOut: z.array(z.strictObject({ scopeClass: z.string(), count })),
  /** Users of the catalog whom the directory does not have. */
  catalogUsersNotInEntra: count,
  /** People of the directory whom the catalog does not have. */
  peopleNotInCatalog: count,
  /** Rows of the report about nobody of the directory. */
  rowsWithoutPerson: count,
});

/** Who holds a privileged role or can activate one. */
const privilegedSummary = z.strictObject({
  people: count,
  covered: count,
  uncovered: count,
  /** By the strongest method. */
  tiers: counts,
  noTier: count,
});

/** What people have registered, by the strongest method of each and by method. */
const strengthAndMethods = z.strictObject({
  tiers: counts,
  noTier: count,
  /** People whose only second factor is a phone. */
  phoneOnly: count,
  methods: z.array(
    z.strictObject({ method: z.string(), tier: z.string(), count }),
  ),
});

/** What demands MFA in the tenant. */
const policies = z.strictObject({
  /** Null where it was not read. */
  securityDefaults: z.boolean().nullable(),
  /** Conditional Access policies; null where they were not read. */
  policies: z
    .strictObject({ total: count, asking: count, reportOnly: count })
    .nullable(),
});

/** What was read, and by which rules it was judged. */
const syncRecord = z.strictObject({
  /** The version of each data set; it grows only where something changed. */
  dataSets: counts,
});

const outcome = z.enum(['met', 'not-met', 'not-evaluated']);
const countOrNot = count.nullable();

/** What the tests of controls came to, by the test, with their figures. */
const controlTests = z.strictObject({
  tests: z.record(
    z.string(),
    z.strictObject({
      outcome,
      /** Why it could not run; null where it did. */
      reason: z.string().nullable(),
      count: countOrNot,
      of: countOrNot,
      targetPermille: countOrNot,
      short: countOrNot,
      days: countOrNot,
    }),
  ),
});

/** The status of every control, as `framework/id`, on the data of the snapshot: when that is stale, none is met. */
const controlStatus = z.strictObject({
  controls: z.record(
    z.string(),
    z.strictObject({
      status: z.enum(['met', 'not-met', 'not-evaluated', 'disabled']),
      /** The tests that it follows from. */
      tests: z.array(z.string()),
    }),
  ),
});

const day = z.iso.date();

/** The configured break-glass accounts, by what each check of them found. */
const breakGlassRegister = z.strictObject({
  accounts: count,
  /** By the check: how many accounts pass it, fail it, or are not known. */
  checks: z.record(
    z.string(),
    z.strictObject({ passed: count, failed: count, notKnown: count }),
  ),
  /** Drills on record of these accounts, and the day of the last one of each that had one, in order. */
  drills: z.strictObject({ recorded: count, last: z.array(day) }),
});

/** Exceptions that were approved and had not ended. */
const exceptionsInForce = z.strictObject({
  inForce: count,
  /** Of those: decided by somebody else than who asked. */
  approvedByAnother: count,
  /** By the last day: how many end then. */
  until: counts,
});

/** Whom a snapshot changed, by how. Everybody of it is new in the first one. */
const changes = z.strictObject({
  people: count,
  /** By the kind of change, such as `gained` and `lost`. */
  kinds: counts,
});

/** Access reviews that were closed. */
const accessReviews = z.strictObject({
  closed: count,
  /** By what they are of: `risks`, `role`, `group` or `team`. Items of earlier versions, which knew the first alone, have none. */
  kinds: counts.optional(),
  /** The one that was closed last; null where none was. */
  last: z
    .strictObject({
      review: count,
      /** As in `kinds`, and which role, group or team; null of risks. */
      kind: z.string().optional(),
      scope: z.string().nullable().optional(),
      closedAt: instant,
      people: count,
      decided: count,
      /** By the decision. */
      decisions: counts,
    })
    .nullable(),
});

/** Figures that were held back because they fell suddenly, or because a reading was doubted. */
const holds = z.strictObject({
  found: count,
  /** Of those: published all the same because somebody said so, with a reason. */
  released: count,
});

/** People in scope who are at risk, as Microsoft Entra ID Protection says. */
const riskSummary = z.strictObject({
  atRisk: count,
  /** Of those: without MFA. */
  uncovered: count,
});

/** What was to be mended, as the day of the snapshot (UTC) ends, with what the day opened and closed of it. */
const remediation = z.strictObject({
  /** By the kind of gap, such as `uncovered`. */
  gaps: z.record(
    z.string(),
    z.strictObject({
      /** In the day, also where it was closed in it. */
      opened: count,
      /** In the day, by the outcome. */
      closed: counts,
      open: count,
      /** Adds up to `open`: up to 7 days, up to 30, up to 90, and longer. */
      openByAge: counts,
      /**
       * From the snapshot that opened a gap to the one that proves the fix, of those that were fixed in the last 90
       * days: half of them, and nine in ten, took no longer. Null where none was fixed.
       */
      timeToFix: z
        .strictObject({ medianSeconds: count, p90Seconds: count })
        .nullable(),
    }),
  ),
});

/**
 * The types of evidence, each with the schema of its body and the version of that.
 *
 * @public
 */
export const evidenceTypes = {
  'registration-summary': { version: 1, body: registrationSummary },
  'user-inventory-summary': { version: 1, body: userInventorySummary },
  'privileged-summary': { version: 1, body: privilegedSummary },
  'strength-and-methods': { version: 1, body: strengthAndMethods },
  policies: { version: 1, body: policies },
  'sync-record': { version: 1, body: syncRecord },
  'control-tests': { version: 1, body: controlTests },
  'control-status': { version: 1, body: controlStatus },
  'break-glass-register': { version: 1, body: breakGlassRegister },
  'exceptions-in-force': { version: 1, body: exceptionsInForce },
  changes: { version: 1, body: changes },
  'access-reviews': { version: 1, body: accessReviews },
  holds: { version: 1, body: holds },
  'risk-summary': { version: 1, body: riskSummary },
  remediation: { version: 1, body: remediation },
} as const;

/** One of {@link evidenceTypes}. @public */
export type EvidenceType = keyof typeof evidenceTypes;

/** The body of an item of a type. @public */
export type EvidenceBody<T extends EvidenceType> = z.infer<
  (typeof evidenceTypes)[T]['body']
>;

/**
 * One typed fact about a tenant. It says what was found and not when: the same finding has the same fingerprint, and
 * the statements of snapshots say when it held.
 *
 * @public
 */
export interface EvidenceItem<T extends EvidenceType = EvidenceType> {
  /** What it is about. */
  type: T;
  /** The version of its body's schema. */
  version: number;
  /** The id of the Entra tenant. */
  tenant: string;
  /** A fingerprint of the rules that judged. */
  rulesVersion: string;
  /** What was found. */
  body: EvidenceBody<T>;
}

/** Makes an item of its body. @public */
export function evidenceItem<T extends EvidenceType>(
  type: T,
  of: { tenant: string; rulesVersion: string },
  body: EvidenceBody<T>,
): EvidenceItem<T> {
  const { version } = evidenceTypes[type];
  return { type, version, ...of, body };
}

/**
 * What a snapshot says of itself: when it was taken, of what was read when, by which rules, and which items held.
 *
 * @public
 */
export const snapshotStatementSchema = z.strictObject({
  type: z.literal('snapshot'),
  version: z.literal(1),
  tenant: z.string(),
  /** Its number, from 1. */
  snapshot: z.number().int().positive(),
  at: instant,
  /** The oldest read among the data sets that the figure needs; null where one was never read. */
  readAt: instant.nullable(),
  /** When Microsoft refreshed its report; null where it does not say. */
  reportRefreshedAt: instant.nullable(),
  rulesVersion: z.string(),
  /** The fingerprint of the settings that the rules were given. */
  settings: fingerprint,
  /** By data set: its version, and when it was read whole. */
  dataSets: z.record(
    z.string(),
    z.strictObject({ version: count, readAt: instant }),
  ),
  /** The fingerprints of the items that held, by their types. */
  items: z.record(z.string(), fingerprint),
});

/** See {@link snapshotStatementSchema}. @public */
export type SnapshotStatement = z.infer<typeof snapshotStatementSchema>;

/**
 * The leaf of the log for an item or a statement: its fingerprint, as 32 bytes, is the data of the leaf.
 *
 * @throws TypeError where it is no fingerprint.
 *
 * @public
 */
export function leafOf(value: string): Uint8Array {
  if (!fingerprint.safeParse(value).success) {
    throw new TypeError('A fingerprint has 64 lower-case hexadecimal digits');
  }
  return leafHash(Buffer.from(value, 'hex'));
}
