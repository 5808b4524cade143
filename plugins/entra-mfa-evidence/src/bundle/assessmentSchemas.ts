import { z } from 'zod';
import { fingerprint, instant } from '../shared';

const count = z.number().int().nonnegative();
const day = z.iso.date();

/** What a day was for a control, the worst first. That nothing is known weighs more than what is met. */
export const assessedStatuses = [
  'not-met',
  'not-evaluated',
  'no-data',
  'stale',
  'met',
  'disabled',
] as const;

const status = z.enum(assessedStatuses);

/** What a control was over the period. */
const assessedControl = z.strictObject({
  /** `framework/id`. */
  control: z.string(),
  /** How many days were what. */
  days: z.strictObject({
    met: count,
    notMet: count,
    notEvaluated: count,
    stale: count,
    noData: count,
    disabled: count,
  }),
  /** The worst status of a day, and the first and the last day that had it. */
  worst: z.strictObject({ status, first: day, last: day }),
  /** The worst status of each day, the oldest first. */
  strip: z.array(status),
});

/** A file of `controls/`: the same, with what the control is called. */
export const controlFileSchema = assessedControl.extend({
  title: z.string(),
  from: day,
  to: day,
});

/**
 * What is said of named controls over a period, as `assessment.json` of a bundle has it.
 *
 * @public
 */
export const assessmentStatementSchema = z.strictObject({
  type: z.literal('assessment'),
  version: z.literal(1),
  /** The id of the Entra tenant. */
  tenant: z.string(),
  /** Of the tenant, from 1. */
  number: z.number().int().positive(),
  title: z.string(),
  /** Days (UTC), both included. */
  from: day,
  to: day,
  state: z.enum(['draft', 'in-review', 'returned', 'approved', 'superseded']),
  /** Which it took the place of, and which took its own; null for none. */
  supersedes: count.nullable(),
  supersededBy: count.nullable(),
  /** Each as `framework/id`. */
  controls: z.array(z.string()),
  steps: z.array(
    z.strictObject({
      step: count,
      kind: z.enum([
        'drafted',
        'changed',
        'submitted',
        'returned',
        'approved',
        'superseded',
      ]),
      /** A user of the portal, as an entity ref. */
      by: z.string(),
      at: instant,
      note: z.string().nullable(),
      supersededBy: count.nullable(),
    }),
  ),
  comments: z.array(
    z.strictObject({
      comment: count,
      by: z.string(),
      at: instant,
      text: z.string(),
      /** Null where it is about all of it. */
      control: z.string().nullable(),
    }),
  ),
  /** What was found, as it was submitted; of a draft, as it was when the bundle was made. */
  result: z.looseObject({
    tenant: z.string(),
    from: day,
    to: day,
    days: count,
    snapshots: z.looseObject({ first: count, last: count }).nullable(),
    controls: z.array(assessedControl),
  }),
  /** SHA-256 of the result's canonical JSON; null where it was not submitted. */
  fingerprint: fingerprint.nullable(),
});

/** See {@link assessmentStatementSchema}. @public */
export type AssessmentStatement = z.infer<typeof assessmentStatementSchema>;

/** What a file of `controls/` says. */
export type AssessedControlFile = z.infer<typeof controlFileSchema>;
