import { z } from 'zod';
import {
  exceptionStates,
  exceptionActions,
  exceptionDecisions,
  exceptionSorts,
} from '../lists';
import { enumOf } from './enumOf';
import {
  atQuerySchema,
  countQuerySchema,
  entityRefSchema,
  instantSchema,
  pageInfoSchema,
  pageQuerySchema,
  snapshotRefSchema,
  sortOrderSchema,
  totalItemsSchema,
} from './shared';
import { command, json } from './Route';

const count = z.number().int().nonnegative();

/** Who did something, when, and what they said. @public */
export const exceptionStepSchema = z.object({
  by: entityRefSchema,
  at: instantSchema,
  note: z.string(),
});

/** For whom an exception is. What the caller may not see is null. @public */
export const exceptionSubjectSchema = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('person'),
    id: z.string().nullable(),
    name: z.string().nullable(),
    entityRef: entityRefSchema.nullable(),
  }),
  z.object({
    kind: z.literal('group'),
    ref: entityRefSchema,
    /** Null for a group that the catalog no longer has. */
    title: z.string().nullable(),
  }),
  z.object({
    kind: z.literal('rule'),
    /** A regular expression on the user principal name, without regard to case. */
    pattern: z.string().nullable(),
  }),
  z.object({
    kind: z.literal('entra-group'),
    /** The Entra object id of the group. */
    id: z.string().nullable(),
    /** Null also where the groups of the tenant are not read, or were not then. */
    name: z.string().nullable(),
    /**
     * Whether its members were known to the snapshot: where they were not, nobody is exempt by it. Null while no
     * snapshot has asked for them.
     */
    known: z.boolean().nullable(),
  }),
]);

/** An exception with every step that was taken, each with who and when. @public */
export const exceptionSchema = z.object({
  id: z.string(),
  tenant: z.string(),
  state: enumOf(exceptionStates),
  subject: exceptionSubjectSchema,
  reason: z.string(),
  /** The last day in force, UTC. */
  until: z.iso.date(),
  requested: exceptionStepSchema.omit({ note: true }),
  decision: exceptionStepSchema
    .extend({ decision: enumOf(exceptionDecisions) })
    .nullable(),
  withdrawnAt: instantSchema.nullable(),
  /** Present where it was ended before its end date. */
  ended: exceptionStepSchema.nullable(),
  /** Days in force that are left after today; null unless in force. */
  daysLeft: count.nullable(),
  /** Whether it is in force and near its end: `entraMfa.exceptions.remindDaysBefore`. */
  endsSoon: z.boolean(),
  /**
   * People who are exempt by it, as far as the caller may see them; null where they may see none.
   * A person under several exceptions is exempt by the one that ends last.
   */
  people: count.nullable(),
  /**
   * Whom it fitted when it was asked for; null for who may see neither everybody nor decide, and of an Entra group whose
   * members were not known then.
   */
  peopleAsked: count.nullable(),
  /** What the caller may do now. */
  actions: z.array(enumOf(exceptionActions)),
});

/** `GET /v1/exceptions`. The states are counted whatever is filtered. @public */
export const exceptionsQuerySchema = atQuerySchema
  .extend(pageQuerySchema.shape)
  .extend({
    state: z.preprocess(
      value =>
        typeof value === 'string' ? value.split(',').filter(Boolean) : value,
      z.array(enumOf(exceptionStates)).optional(),
    ),
    /** The Entra object id of a person: those that are for them alone. */
    person: z.string().max(64).optional(),
    /**
     * Part of the name or user principal name of whom they are for, of the team or the rule, of the reason, or of
     * the user who asked: of what the caller is told. Without regard to case and diacritics.
     */
    q: z.string().max(200).optional(),
    sort: enumOf(exceptionSorts).default('requested'),
    order: sortOrderSchema,
    count: countQuerySchema,
  });

/** The answer of `GET /v1/exceptions`. @public */
export const exceptionsSchema = z.object({
  snapshot: snapshotRefSchema.nullable(),
  items: z.array(exceptionSchema),
  totalItems: totalItemsSchema,
  /** How many of each state the caller may see, whatever was filtered. */
  states: z.record(enumOf(exceptionStates), count),
  /** What the caller may do, and within which limits. */
  may: z.object({ request: z.boolean(), decide: z.boolean() }),
  limits: z.object({
    maximumDays: count,
    remindDaysBefore: count,
    /** The last day that may be asked for today. */
    latestUntil: z.iso.date(),
  }),
  pageInfo: pageInfoSchema,
});

const words = (what: string) =>
  z
    .string()
    .trim()
    .min(1, { message: `it must say ${what}` })
    .max(1000, { message: 'it must not be longer than 1,000 characters' });

/** For whom an exception is asked. @public */
export const exceptionSubjectRequestSchema = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('person'),
    /** The Entra object id; or `entityRef`. */
    id: z.string().max(64).optional(),
    /** The User entity; or `id`. */
    entityRef: entityRefSchema.optional(),
  }),
  z.strictObject({ kind: z.literal('group'), ref: entityRefSchema }),
  z.strictObject({
    kind: z.literal('rule'),
    pattern: z.string().min(1).max(200),
  }),
  z.strictObject({
    kind: z.literal('entra-group'),
    /** The Entra object id of the group, with all in it. */
    id: z.guid(),
  }),
]);

/** The body of `POST /v1/exceptions`. @public */
export const exceptionRequestSchema = z.object({
  tenant: z.string().optional(),
  subject: exceptionSubjectRequestSchema,
  reason: words('why the exception is needed'),
  /** The last day in force, UTC. */
  until: z.iso.date({ message: 'it must be a date such as 2026-12-31' }),
});

/** The body of `POST /v1/exceptions/{id}/decision`. @public */
export const exceptionDecisionSchema = z.object({
  decision: enumOf(exceptionDecisions),
  note: words('why it is decided so'),
});

/** The body of `POST /v1/exceptions/{id}/end`. @public */
export const exceptionEndSchema = z.object({
  note: words('why it ends early'),
});

/** The exception by which somebody is exempt. @public */
export const exemptionSchema = z.object({
  id: z.string(),
  until: z.iso.date(),
  approvedBy: entityRefSchema,
  /** Told of one person, where it is by an Entra group; the name is null where it is not known. */
  entraGroup: z
    .object({ id: z.string(), name: z.string().nullable() })
    .optional(),
});

/** See `exceptionSchema`. @public */
export type Exception = z.infer<typeof exceptionSchema>;
/** See `exceptionSubjectSchema`. @public */
export type ExceptionSubject = z.infer<typeof exceptionSubjectSchema>;
/** See `exceptionsSchema`. @public */
export type Exceptions = z.infer<typeof exceptionsSchema>;
/** See `exceptionRequestSchema`. @public */
export type ExceptionRequest = z.infer<typeof exceptionRequestSchema>;
/** See `exemptionSchema`. @public */
export type Exemption = z.infer<typeof exemptionSchema>;

export const getExceptions = json('getExceptions', {
  summary: 'Exceptions that the caller may see, with every step on record',
  query: exceptionsQuerySchema,
  response: exceptionsSchema,
});

export const getException = json('getException', {
  summary: 'One exception',
  query: atQuerySchema.pick({ at: true }),
  response: exceptionSchema,
});

export const requestException = command('requestException', {
  summary: 'Ask for an exception',
  body: exceptionRequestSchema,
  response: exceptionSchema,
});

export const decideException = command('decideException', {
  summary: "Approve or refuse somebody else's request",
  body: exceptionDecisionSchema,
  response: exceptionSchema,
});

export const endException = command('endException', {
  summary: 'End an exception before its end date',
  body: exceptionEndSchema,
  response: exceptionSchema,
});

export const withdrawException = command('withdrawException', {
  summary: 'Withdraw a request of your own that nobody has decided',
  response: exceptionSchema,
});
