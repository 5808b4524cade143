import { z } from 'zod';
import { gapAges, gapKinds, gapOutcomes } from '../remediation';
import { enumOf } from './enumOf';
import { json } from './Route';
import {
  atQuerySchema,
  entityRefSchema,
  instantSchema,
  snapshotRefSchema,
  tenantRefSchema,
} from './shared';

const count = z.number().int().nonnegative();

/** What the gaps of a kind come to. @public */
export const gapTallySchema = z.object({
  kind: enumOf(gapKinds),
  open: count,
  /** Add up to `open`. */
  openByAge: z.record(enumOf(gapAges), count),
  /** Closed in the last `days`, by a snapshot that proves it. */
  closed: z.record(enumOf(gapOutcomes), count),
  /**
   * From the snapshot that opened a gap to the one that proves the fix, in seconds, of those that were fixed in the
   * last `days`: half of them, and nine in ten, took no longer. Null where none was fixed.
   */
  timeToFix: z.object({ medianSeconds: count, p90Seconds: count }).nullable(),
});

/** `GET /v1/remediation`. @public */
export const remediationQuerySchema = atQuerySchema.extend({
  /** People who belong to the team or to one below it; without it the tenant, with what no team has. */
  team: entityRefSchema.optional(),
});

/** The answer of `GET /v1/remediation`. @public */
export const remediationSchema = z.object({
  tenant: tenantRefSchema.nullable(),
  /** Null until the first sync has published. */
  snapshot: snapshotRefSchema.nullable(),
  /** So many days back is what was closed counted. */
  days: count,
  /** Since when people are kept: what was open on that day may have been opened before it is told to be. */
  since: instantSchema.nullable(),
  /** Whether the team is too small for its figures to be shown to the caller: then there are none. */
  hidden: z.boolean(),
  /** Of a team, those of privileged people only for who sees the names of all of it. */
  gaps: z.array(gapTallySchema),
});

/** See `gapTallySchema`. @public */
export type GapTallyOf = z.infer<typeof gapTallySchema>;
/** See `remediationSchema`. @public */
export type Remediation = z.infer<typeof remediationSchema>;

export const getRemediation = json('getRemediation', {
  summary: 'What is to be mended, since when, and how long mending took',
  query: remediationQuerySchema,
  response: remediationSchema,
});
