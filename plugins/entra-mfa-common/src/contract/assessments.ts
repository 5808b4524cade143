import { z } from 'zod';
import {
  assessmentActions,
  assessmentDecisions,
  assessmentKinds,
  assessmentStates,
  assessmentSteps,
  controlDays,
  evidenceTypes,
} from '../lists';
import { enumOf } from './enumOf';
import { gapTallySchema } from './remediation';
import { archive, command, json } from './Route';
import {
  atQuerySchema,
  entityRefSchema,
  instantSchema,
  tenantRefSchema,
} from './shared';

const count = z.number().int().nonnegative();
const fingerprint = z.string().regex(/^[0-9a-f]{64}$/);
const day = z.iso.date();

/** A control by its framework and its id: `soc2/CC6.1`. */
const controlKey = z
  .string()
  .max(100)
  .regex(/^[^/]+\/.+$/, { message: 'it must be framework/control' });

const text = (what: string, longest: number) =>
  z
    .string()
    .trim()
    .min(1, { message: `${what} must be given` })
    .max(longest, {
      message: `${what} must not be longer than ${longest} characters`,
    });

/** How many days of a period were what. They add up to its days. @public */
export const assessedDaysSchema = z.object({
  met: count,
  notMet: count,
  notEvaluated: count,
  stale: count,
  noData: count,
  disabled: count,
});

/** What a control was over a period. @public */
export const assessedControlSchema = z.object({
  /** `framework/id`. */
  control: z.string(),
  days: assessedDaysSchema,
  /** The worst status of a day, and the first and the last day that had it. */
  worst: z.object({ status: enumOf(controlDays), first: day, last: day }),
  /** The worst status of each day, the oldest first. */
  strip: z.array(enumOf(controlDays)),
});

/** What an assessment comes to: figures that name nobody. @public */
export const assessmentResultSchema = z.object({
  tenant: z.string(),
  from: day,
  to: day,
  /** How many days that are. */
  days: count,
  computedAt: instantSchema,
  /** The snapshots of the period, and the one that held when it began; null where there is none. */
  snapshots: z
    .object({ first: count, last: count, lastAt: instantSchema })
    .nullable(),
  controls: z.array(assessedControlSchema),
  /** At how many snapshots the parts of the directory add up to it; and at how many that is not on record. */
  population: z.object({
    snapshots: count,
    complete: count,
    notRecorded: count,
  }),
  /** Registrations that were lost in the period; null where people of that time are not kept any more. */
  lost: z
    .object({
      people: count,
      /** Who registered again, left, or is not counted any more. */
      closed: count,
      open: count,
      /** How long they stayed open, until the end of the period where they still were. */
      medianHours: z.number().nonnegative().nullable(),
      longestHours: z.number().nonnegative().nullable(),
    })
    .nullable(),
  /**
   * What was to be mended in the period, by kind: `closed` is of the period, `open` at its end. Left out where people of
   * that time are not kept any more, and in results that were kept before it was told.
   */
  gaps: z.array(gapTallySchema.extend({ opened: count })).optional(),
  exceptions: z.object({
    /** In force at some time of the period. */
    inForce: count,
    /** At its end. */
    atEnd: count,
  }),
  /** Access reviews that were closed in the period. */
  reviewsClosed: count,
  /** Each time at which other rules assessed. */
  rulesChanges: z.array(
    z.object({ at: instantSchema, before: z.string(), after: z.string() }),
  ),
});

/** A step of an assessment. @public */
export const assessmentStepSchema = z.object({
  step: count,
  kind: enumOf(assessmentSteps),
  by: entityRefSchema,
  at: instantSchema,
  note: z.string().nullable(),
  /** Which took its place; null for other steps. */
  supersededBy: count.nullable(),
});

/** A comment: an auditor's request, or an answer. @public */
export const assessmentCommentSchema = z.object({
  comment: count,
  by: entityRefSchema,
  at: instantSchema,
  text: z.string(),
  /** `framework/id`; null where it is about all of it. */
  control: z.string().nullable(),
});

const head = {
  tenant: tenantRefSchema.pick({ id: true, name: true }),
  /** Of the tenant, from 1. */
  number: count,
  title: z.string(),
  kind: enumOf(assessmentKinds),
  from: day,
  to: day,
  state: enumOf(assessmentStates),
  prepared: z.object({ by: entityRefSchema, at: instantSchema }),
  /** The newest step. */
  last: assessmentStepSchema,
};

/** An assessment in the list. @public */
export const assessmentListedSchema = z.object({
  ...head,
  controls: count,
  /** How many controls were met on every day; null before it was submitted. */
  metThroughout: count.nullable(),
  comments: count,
});

/** `GET /v1/assessments`: those that the caller may read, the newest first, at most 200. @public */
export const assessmentsSchema = z.object({
  items: z.array(assessmentListedSchema),
  /** Whether the caller sees all of the tenant, or those that are assigned to them. */
  visibility: enumOf(['all', 'assigned']),
  /** Whether the caller may start one. */
  mayPrepare: z.boolean(),
  /** Of one that is started without more: the last full quarter. */
  defaults: z.object({ title: z.string(), from: day, to: day }),
});

/** `GET /v1/assessments/{number}`. @public */
export const assessmentSchema = z.object({
  ...head,
  controls: z.array(
    z.object({
      control: z.string(),
      framework: z.object({ id: z.string(), name: z.string() }),
      id: z.string(),
      titles: z.object({ en: z.string(), de: z.string().nullable() }),
    }),
  ),
  /** Which it is to replace once it is approved; null for none. */
  supersedes: count.nullable(),
  /** Which took its place; null while none did. */
  supersededBy: count.nullable(),
  /** Who prepared, changed or submitted it: somebody else approves. */
  preparers: z.array(entityRefSchema),
  steps: z.array(assessmentStepSchema),
  comments: z.array(assessmentCommentSchema),
  auditors: z.array(entityRefSchema),
  /** As it was submitted; of a draft and of one that was returned, as it would be now. */
  result: assessmentResultSchema,
  /** SHA-256 of the result's canonical JSON (RFC 8785); null where it was not submitted. */
  fingerprint: fingerprint.nullable(),
  /** What it rests on: empty until it is submitted. */
  pins: z.object({
    items: z.array(
      z.object({
        type: enumOf(evidenceTypes),
        count,
        /** The first and the last place in the log. */
        firstLeaf: count,
        lastLeaf: count,
      }),
    ),
    /** How many statements of snapshots. */
    snapshots: count,
  }),
  /** The public key that signs its bundle, in one line; null where nobody signs. */
  key: z.string().nullable(),
  /** What the caller may do now. */
  actions: z.array(enumOf(assessmentActions)),
});

const auditors = z.array(entityRefSchema).max(50);
const controls = z.array(controlKey).min(1).max(500);

/** The body of `POST /v1/assessments`. What is left out: the last full quarter, and the controls of the first framework. @public */
export const assessmentStartSchema = z.object({
  tenant: z.string().optional(),
  title: text('the title', 200).optional(),
  from: day.optional(),
  to: day.optional(),
  controls: controls.optional(),
  auditors: auditors.optional(),
  /** An approved one that it takes the place of, once it is approved. */
  supersedes: z.number().int().min(1).optional(),
});

/** The body of `POST /v1/assessments/{number}/change`: what is left out stays. @public */
export const assessmentChangeSchema = assessmentStartSchema.omit({
  tenant: true,
  supersedes: true,
});

/** The body of `POST /v1/assessments/{number}/submit`. @public */
export const assessmentSubmitSchema = z.object({
  note: text('the note', 4000).optional(),
});

/** The body of `POST /v1/assessments/{number}/decision`. @public */
export const assessmentDecisionSchema = z.object({
  decision: enumOf(assessmentDecisions),
  /** Why; an assessment is not returned without. */
  note: text('the note', 4000).optional(),
  /** The step that submitted what was looked at: where it is another by now, nothing is decided. */
  step: count,
});

/** The body of `POST /v1/assessments/{number}/comments`. @public */
export const assessmentCommentBodySchema = z.object({
  text: text('the text', 4000),
  /** About which of its controls; without it, about all of it. */
  control: controlKey.optional(),
});

/** See `assessmentSchema`. @public */
export type Assessment = z.infer<typeof assessmentSchema>;
/** See `assessmentsSchema`. @public */
export type Assessments = z.infer<typeof assessmentsSchema>;
/** See `assessmentListedSchema`. @public */
export type AssessmentListed = z.infer<typeof assessmentListedSchema>;
/** See `assessmentResultSchema`. @public */
export type AssessmentResult = z.infer<typeof assessmentResultSchema>;
/** See `assessedControlSchema`. @public */
export type AssessedControl = z.infer<typeof assessedControlSchema>;
/** See `assessmentStepSchema`. @public */
export type AssessmentStep = z.infer<typeof assessmentStepSchema>;
/** See `assessmentCommentSchema`. @public */
export type AssessmentComment = z.infer<typeof assessmentCommentSchema>;
/** See `assessmentChangeSchema`. @public */
export type AssessmentChange = z.infer<typeof assessmentChangeSchema>;

const params = z.object({
  number: z.coerce
    .number({ message: 'it must be the number of an assessment' })
    .int()
    .min(1)
    .max(2_147_483_647),
});
const query = atQuerySchema.pick({ tenant: true });

export const getAssessments = json('getAssessments', {
  summary: 'Assessments that the caller may read, the newest first',
  query,
  response: assessmentsSchema,
});

export const getAssessment = json('getAssessment', {
  summary: 'One assessment: what it says, what it rests on and every step',
  params,
  query,
  response: assessmentSchema,
});

export const getAssessmentBundle = archive('getAssessmentBundle', {
  summary:
    'One assessment with what it rests on and the proofs, as one ZIP that can be checked offline; it names nobody',
  params,
  query,
});

export const startAssessment = command('startAssessment', {
  summary:
    'Start an assessment, of the last full quarter where nothing else is said',
  body: assessmentStartSchema,
  response: assessmentSchema,
});

export const changeAssessment = command('changeAssessment', {
  summary: 'Change a draft, or say which auditors may read an assessment',
  params,
  query,
  body: assessmentChangeSchema,
  response: assessmentSchema,
});

export const submitAssessment = command('submitAssessment', {
  summary: 'Submit a draft for review: what it comes to is computed and kept',
  params,
  query,
  body: assessmentSubmitSchema,
  response: assessmentSchema,
});

export const decideAssessment = command('decideAssessment', {
  summary:
    'Approve what somebody else submitted, which freezes it; or return it',
  params,
  query,
  body: assessmentDecisionSchema,
  response: assessmentSchema,
});

export const commentAssessment = command('commentAssessment', {
  summary: 'Comment on an assessment, as an auditor who asks or as who answers',
  params,
  query,
  body: assessmentCommentBodySchema,
  response: assessmentSchema,
});
