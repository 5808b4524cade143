import { z } from 'zod';
import { enumOf } from './enumOf';
import { listOf } from './listOf';
import {
  atQuerySchema,
  booleanQuerySchema,
  entityRefSchema,
  instantSchema,
  markSchema,
  pageInfoSchema,
  pageQuerySchema,
  reasonSchema,
  scopeClassSchema,
  snapshotRefSchema,
  stateSchema,
  tierSchema,
} from './shared';

const count = z.number().int().nonnegative();

/**
 * Why somebody is on the list of a review; several can fit.
 *
 * - `privileged`: holds or can activate a privileged role, or is disabled and holds a role
 * - `new`: in the directory now, and not at the review before
 * - `left-but-enabled`: enabled after the leave date of the directory; or in scope without a catalog user,
 *   and with one since the review before
 * - `disabled`: disabled since the review before, as who has left should be
 * - `no-method`: in scope without a method, though the account is no longer new
 *
 * @public
 */
export const reviewReasons = [
  'privileged',
  'new',
  'left-but-enabled',
  'disabled',
  'no-method',
] as const;

/** One of {@link reviewReasons}. @public */
export type ReviewReason = (typeof reviewReasons)[number];

/** See {@link reviewReasons}. @public */
export const reviewReasonSchema = enumOf(reviewReasons);

/**
 * What is decided on a person.
 *
 * - `keep`: all stays as it is
 * - `remove-access`: roles or access should go
 * - `register`: was asked to register a method
 * - `no-account`: the account should go
 *
 * A decision is a record. It changes nothing in Entra.
 *
 * @public
 */
export const reviewDecisions = [
  'keep',
  'remove-access',
  'register',
  'no-account',
] as const;

/** One of {@link reviewDecisions}. @public */
export type ReviewDecision = (typeof reviewDecisions)[number];

/** See {@link reviewDecisions}. @public */
export const reviewDecisionSchema = enumOf(reviewDecisions);

/** What items can be filtered by: a decision, or that there is none yet. @public */
export const reviewItemStates = ['open', ...reviewDecisions] as const;

/** How many people can be decided at once. @public */
export const reviewBulkLimit = 1_000;

/** Counts of a review. The reasons may add up to more than the items: several can fit. @public */
export const reviewCountsSchema = z.object({
  items: count,
  decided: count,
  /** Without a decision. */
  open: count,
  reasons: z.record(reviewReasonSchema, count),
  decisions: z.record(reviewDecisionSchema, count),
});

/** One review of a tenant. @public */
export const reviewSchema = z.object({
  tenant: z.string(),
  number: count,
  title: z.string(),
  /** The snapshot that the list was made from. */
  snapshot: snapshotRefSchema,
  /** What "since" means in it: the snapshot of the review before, or 90 days. */
  compared: z.object({
    snapshot: count,
    since: instantSchema,
    /** Number of the review before; null where none was closed. */
    review: count.nullable(),
  }),
  noMethodAfterDays: count,
  /** Of so many people it was not known whether they hold a role. */
  rolesNotKnown: count,
  opened: z.object({ by: entityRefSchema, at: instantSchema }),
  closed: z
    .object({
      by: entityRefSchema,
      at: instantSchema,
      /** Why it was closed without all decisions; null where it has them all. */
      reason: z.string().nullable(),
    })
    .nullable(),
  /** Over the people whom the caller may see. */
  counts: reviewCountsSchema,
});

/** `GET /v1/reviews`, newest first. @public */
export const reviewsQuerySchema = atQuerySchema
  .pick({ tenant: true })
  .extend(pageQuerySchema.shape);

/** The answer of `GET /v1/reviews`: those with somebody whom the caller may see. @public */
export const reviewsSchema = z.object({
  items: z.array(reviewSchema),
  /** Whether the caller may open, decide and close. */
  mayConduct: z.boolean(),
  /** The open one, for who may conduct. */
  open: count.nullable(),
  /** The title of a review that is opened now without one. */
  defaultTitle: z.string(),
  visibility: enumOf(['all', 'some']),
  pageInfo: pageInfoSchema,
});

/** The body of `POST /v1/reviews`. @public */
export const reviewOpenSchema = z.object({
  tenant: z.string().optional(),
  /** Without it, the quarter: `Q4 2026`. */
  title: z.string().trim().min(1).max(100).optional(),
});

/** The number of a review in a path. @public */
export const reviewParamsSchema = z.object({
  number: z.coerce
    .number({ message: 'it must be the number of a review' })
    .int()
    .min(1)
    .max(2_147_483_647),
});

/** Which tenant's review. @public */
export const reviewQuerySchema = atQuerySchema.pick({ tenant: true });

/** Whom a list of a review is of. Values of one filter are alternatives. @public */
export const reviewItemFilterSchema = z.object({
  reason: listOf(reviewReasonSchema),
  decision: listOf(enumOf(reviewItemStates)),
  /** Part of the name or user principal name at the snapshot, without regard to case and diacritics. */
  q: z.string().max(200).optional(),
});

/**
 * `GET /v1/reviews/{number}/items`. Values of one filter are alternatives. With `format=csv`, every row
 * of the filter as CSV, under pseudonyms; of a closed review only.
 *
 * @public
 */
export const reviewItemsQuerySchema = reviewQuerySchema
  .extend(reviewItemFilterSchema.shape)
  .extend(pageQuerySchema.shape)
  .extend({
    format: enumOf(['json', 'csv']).default('json'),
    /** With `format=csv`: names, refs, times and notes too; needs a permission of its own. */
    names: booleanQuerySchema.default(false),
  });

/** How a person was when the list was made, or is now. @public */
export const reviewSideSchema = z.object({
  displayName: z.string(),
  userPrincipalName: z.string(),
  entityRef: entityRefSchema.nullable(),
  state: stateSchema,
  reason: reasonSchema,
  scopeClass: scopeClassSchema.nullable(),
  registered: z.boolean().nullable(),
  tier: tierSchema.nullable(),
  marks: z.array(markSchema),
  /** Null while roles are not read: not known, never no. */
  privileged: z.boolean().nullable(),
  createdAt: instantSchema.nullable(),
  /** See `personSchema`. */
  enabled: z.boolean().nullable(),
  enablementSince: instantSchema.nullable(),
  leaveAt: instantSchema.nullable(),
});

/** A decision on a person. @public */
export const reviewDecidedSchema = z.object({
  decision: reviewDecisionSchema,
  note: z.string().nullable(),
  by: entityRefSchema,
  at: instantSchema,
});

/** A person on the list of a review. @public */
export const reviewItemSchema = z.object({
  tenant: z.string(),
  /** The Entra object id. */
  id: z.string(),
  reasons: z.array(reviewReasonSchema),
  /** As at the review's snapshot. */
  then: reviewSideSchema,
  /** As at the newest snapshot; null for who left the directory. */
  now: reviewSideSchema.nullable(),
  /** Not registered then, and registered now. */
  registeredSince: z.boolean(),
  /** The teams now, without their parents; for who left the directory, those of then. */
  teams: z.array(z.object({ ref: entityRefSchema, title: z.string() })),
  /** The one in force; null while there is none. */
  decision: reviewDecidedSchema.nullable(),
  /** Those that it took the place of, newest first. */
  earlier: z.array(reviewDecidedSchema),
  /** Whether it is the caller: somebody else has to decide. */
  own: z.boolean(),
  /** Whether to keep all as it is needs a note: privileged, and not known to have a method. */
  keepNeedsNote: z.boolean(),
});

/** The answer of `GET /v1/reviews/{number}/items`: privileged people first, then by name. @public */
export const reviewItemsSchema = z.object({
  items: z.array(reviewItemSchema),
  /** How many the filter finds. */
  totalItems: count,
  /** Whether the caller sees all items, or those of some people. */
  visibility: enumOf(['all', 'some']),
  pageInfo: pageInfoSchema,
});

const note = z
  .string()
  .trim()
  .max(1000, { message: 'it must not be longer than 1,000 characters' })
  .optional();

/** The body of `POST /v1/reviews/{number}/items/{objectId}/decision`. @public */
export const reviewDecideSchema = z.object({
  decision: reviewDecisionSchema,
  note,
});

/** The body of `POST /v1/reviews/{number}/decisions`: people by id, or those of a filter. @public */
export const reviewDecideManySchema = z.object({
  decision: reviewDecisionSchema,
  note,
  ids: z.array(z.string().max(64)).min(1).max(reviewBulkLimit).optional(),
  filter: reviewItemFilterSchema.strict().optional(),
  /** How many the caller saw: where it is another number by now, nothing is decided. */
  expected: count.optional(),
});

/** The answer of `POST /v1/reviews/{number}/decisions`. @public */
export const reviewDecidedManySchema = z.object({
  /** How many were decided. */
  decided: count,
  /** Whether the caller was among them and was left out. */
  ownLeftOut: z.boolean(),
  review: reviewSchema,
});

/** The body of `POST /v1/reviews/{number}/close`. @public */
export const reviewCloseSchema = z.object({
  /** Why it is closed with people on whom nothing is decided. */
  reason: z.string().trim().min(1).max(1000).optional(),
  /** How many those are, as the caller saw it. */
  open: count.optional(),
});

/** See {@link reviewCountsSchema}. @public */
export type ReviewCounts = z.infer<typeof reviewCountsSchema>;
/** See {@link reviewSchema}. @public */
export type Review = z.infer<typeof reviewSchema>;
/** See {@link reviewsSchema}. @public */
export type Reviews = z.infer<typeof reviewsSchema>;
/** See {@link reviewItemsQuerySchema}: what a caller may send. @public */
export type ReviewItemsQuery = Partial<z.output<typeof reviewItemsQuerySchema>>;
/** See {@link reviewSideSchema}. @public */
export type ReviewSide = z.infer<typeof reviewSideSchema>;
/** See {@link reviewDecidedSchema}. @public */
export type ReviewDecided = z.infer<typeof reviewDecidedSchema>;
/** See {@link reviewItemSchema}. @public */
export type ReviewItem = z.infer<typeof reviewItemSchema>;
/** See {@link reviewItemsSchema}. @public */
export type ReviewItems = z.infer<typeof reviewItemsSchema>;
/** See {@link reviewDecidedManySchema}. @public */
export type ReviewDecidedMany = z.infer<typeof reviewDecidedManySchema>;
