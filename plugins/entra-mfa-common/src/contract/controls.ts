import { z } from 'zod';
import {
  controlDays,
  controlStatuses,
  controlTestIds,
  notEvaluatedReasons,
  severities,
  testOutcomes,
} from '../lists';
import { enumOf } from './enumOf';
import { json } from './Route';
import {
  atQuerySchema,
  instantSchema,
  snapshotRefSchema,
  staleCauseSchema,
  tenantRefSchema,
} from './shared';

const count = z.number().int().nonnegative();

/** The id of a test that a module added: whose it is and what. @public */
export const addedTestIdSchema = z.templateLiteral([
  z.string().regex(/[\w-]+/),
  '/',
  z.string().regex(/[\w-]+/),
]);

/** A test that a module added. @public */
export const addedTestSchema = z.object({
  /** What it asks. */
  title: z.object({ en: z.string(), de: z.string().nullable() }),
  /** Where it is said what to do; null where nothing is. */
  link: z.url().nullable(),
});

/** What a test came to, with its figures. @public */
export const controlResultSchema = z.object({
  test: z.union([enumOf(controlTestIds), addedTestIdSchema]),
  /** Of a test that a module added, while the module is there; null otherwise. */
  added: addedTestSchema.nullable(),
  outcome: enumOf(testOutcomes),
  /** Why it could not run; null where it did. */
  reason: enumOf(notEvaluatedReasons).nullable(),
  /** How many; null where there is nothing to count. */
  count: count.nullable(),
  /** Of how many; null where the count stands alone. */
  of: count.nullable(),
  /** The share that is asked for; null where none is. */
  targetPermille: z.number().int().min(0).max(1000).nullable(),
  /** How many people are still missing; null where it is not about people. */
  short: count.nullable(),
  /** The days that it goes by; null where it goes by none. */
  days: count.nullable(),
});

/** A step that leads to a control, with the page that says how. @public */
const stepSchema = z.object({ text: z.string(), link: z.url().nullable() });

/** What is said of a control, in one language and in our own words. @public */
export const controlWordsSchema = z.object({
  title: z.string(),
  asks: z.string(),
  /** What this data shows of it. */
  shows: z.string(),
  /** What this data does not show: always said. */
  missing: z.string(),
  /** What a person has to add. */
  adds: z.string(),
  /** Why it matters; null where nothing is said. */
  why: stepSchema.nullable(),
  /** The methods that count; null where they do not decide. */
  methods: z.string().nullable(),
  steps: z.array(stepSchema),
});

/** What is said of a control: in English, and in German where somebody translated it. @public */
const wordsSchema = z.object({
  en: controlWordsSchema,
  de: controlWordsSchema.nullable(),
});

/** How many controls of a framework have which status. @public */
export const controlCountsSchema = z.object({
  met: count,
  notMet: count,
  notEvaluated: count,
  stale: count,
  /** Not in scope. */
  disabled: count,
  /** Of all but those that are disabled. */
  inScope: count,
});

/** A framework, with where its controls stand. @public */
export const controlFrameworkSchema = z.object({
  id: z.string(),
  name: z.string(),
  /** Where its own text can be had; null where it has none of its own. */
  link: z.url().nullable(),
  counts: controlCountsSchema,
});

const statusSchema = enumOf(controlStatuses);

const standing = {
  /** Null before the first snapshot that tested it. */
  status: statusSchema.nullable(),
  /** Since when it has this status; null without one. */
  since: instantSchema.nullable(),
  /** Why it does not apply; null where it does. */
  disabledReason: z.string().nullable(),
  severity: enumOf(severities).nullable(),
  /** One for each day, the oldest first. */
  strip: z.array(enumOf(controlDays)),
};

/** A control in the list of its framework. @public */
export const controlListedSchema = z.object({
  id: z.string(),
  titles: z.object({ en: z.string(), de: z.string().nullable() }),
  ...standing,
  /** What decides: the first test that is missed, else the first that could not run, else the first. */
  result: controlResultSchema.nullable(),
});

const head = {
  tenant: tenantRefSchema.nullable(),
  /** Null until the first sync has published. */
  snapshot: snapshotRefSchema.nullable(),
  /** Why nothing is met: the data is too old. Empty where it is fresh. */
  staleCauses: z.array(staleCauseSchema),
  /** The first and the last day of the strips; null before the first snapshot. */
  days: z.object({ from: z.iso.date(), to: z.iso.date() }).nullable(),
};

/** `GET /v1/controls`: the controls of a framework, as of a snapshot. @public */
export const controlsSchema = z.object({
  ...head,
  frameworks: z.array(controlFrameworkSchema),
  /** The id of the framework whose controls are listed. */
  framework: z.string(),
  controls: z.array(controlListedSchema),
  /** What the controls came to on each day of the strips, the oldest first. */
  history: z.array(controlCountsSchema.extend({ noData: count })),
  /** What is not as it was on the day 30 days before; null where there is nothing to compare. */
  changed: z
    .array(z.object({ id: z.string(), before: statusSchema }))
    .nullable(),
});

/** `GET /v1/controls/{framework}/{id}`: one control, as of a snapshot. @public */
export const controlSchema = z.object({
  ...head,
  framework: controlFrameworkSchema.omit({ counts: true }),
  id: z.string(),
  words: wordsSchema,
  ...standing,
  /** Each test that speaks for it, with since when it comes to the same. */
  results: z.array(
    controlResultSchema.extend({ since: instantSchema.nullable() }),
  ),
  /** How it is done here, by whoever wrote it; null where nobody did. */
  narrative: z
    .object({ text: z.string(), author: z.string(), on: z.iso.date() })
    .nullable(),
  /** Each status that it had within the days of the strip, the newest first; null as its end while it goes on. */
  history: z.array(
    z.object({
      status: statusSchema,
      from: instantSchema,
      to: instantSchema.nullable(),
    }),
  ),
});

/** See `addedTestSchema`. @public */
export type AddedTest = z.infer<typeof addedTestSchema>;
/** See `controlResultSchema`. @public */
export type ControlResult = z.infer<typeof controlResultSchema>;
/** See `controlWordsSchema`. @public */
export type ControlWords = z.infer<typeof controlWordsSchema>;
/** See `controlCountsSchema`. @public */
export type ControlCounts = z.infer<typeof controlCountsSchema>;
/** See `controlFrameworkSchema`. @public */
export type ControlFramework = z.infer<typeof controlFrameworkSchema>;
/** See `controlListedSchema`. @public */
export type ControlListed = z.infer<typeof controlListedSchema>;
/** See `controlsSchema`. @public */
export type Controls = z.infer<typeof controlsSchema>;
/** See `controlSchema`. @public */
export type Control = z.infer<typeof controlSchema>;

export const getControls = json('getControls', {
  summary: 'The controls of a framework, each with its status and its figure',
  query: atQuerySchema.extend({
    /** Its id; the first without it. */
    framework: z.string().optional(),
  }),
  response: controlsSchema,
});

export const getControl = json('getControl', {
  summary:
    'One control: what it asks, what this data shows and what not, its tests and its history',
  query: atQuerySchema,
  response: controlSchema,
});
