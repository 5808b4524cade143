import { z } from 'zod';
import {
  reviewReasons,
  reviewDecisions,
  reviewItemStates,
  reviewBulkLimit,
  reviewIntervals,
  reviewItemReviewers,
  reviewItemSorts,
  reviewReviewerKinds,
  reviewScopeKinds,
  reviewUsersLimit,
  reviewWaits,
  roleKinds,
} from '../lists';
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
  sortOrderSchema,
  stateSchema,
  tierSchema,
} from './shared';
import { fileParamsSchema } from './fileParams';
import { command, file, json } from './Route';

const count = z.number().int().nonnegative();

/** See {@link reviewReasons}. @public */
export const reviewReasonSchema = enumOf(reviewReasons);

/** See `reviewDecisions`. @public */
export const reviewDecisionSchema = enumOf(reviewDecisions);

/** Counts of a review. The reasons may add up to more than the items: several can fit. @public */
export const reviewCountsSchema = z.object({
  items: count,
  decided: count,
  /** Without a decision. */
  open: count,
  reasons: z.record(reviewReasonSchema, count),
  decisions: z.record(reviewDecisionSchema, count),
});

/** What a review is of. @public */
export const reviewScopeSchema = z.object({
  kind: enumOf(reviewScopeKinds),
  /** Of the role definition, of the group, or the ref of the team; null for `risks`. */
  id: z.string().nullable(),
  /** What that was called when it was opened; null for `risks`. */
  name: z.string().nullable(),
});

/** Who is asked to decide, and how far they are. @public */
export const reviewReviewersSchema = z.object({
  kind: enumOf(reviewReviewerKinds),
  /**
   * How many people each was given, and how many of them have no decision; most of those first, and no more than 20.
   * For who sees everybody on the list; else the caller alone.
   */
  progress: z.array(
    z.object({ ref: entityRefSchema, items: count, open: count }),
  ),
  /** How many reviewers there are besides. */
  more: count,
  /** Who was given to nobody, and falls to who conducts; null for who does not see everybody on the list. */
  unassigned: z.object({ items: count, open: count }).nullable(),
});

/** What became of whom access was decided to go from, by the newest snapshot. @public */
export const reviewFollowUpSchema = z.object({
  toRemove: count,
  removed: count,
  /** Still a member. */
  still: count,
  /** All of them, where that is not read now. */
  notKnown: count,
});

/** That somebody gave whom a reviewer had left to another one. @public */
export const reviewHandoverSchema = z.object({
  from: entityRefSchema,
  to: entityRefSchema,
  /** How many people were given. */
  items: count,
  by: entityRefSchema,
  at: instantSchema,
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
  scope: reviewScopeSchema,
  /** Until when it is to be decided; null where no day was set. */
  due: z
    .object({
      on: z.iso.date(),
      /** From today on (UTC); less than none where that day has passed. Null once it is closed. */
      daysLeft: z.number().int().nullable(),
    })
    .nullable(),
  /** Id of the schedule that opened it; null where somebody did. */
  schedule: z.string().nullable(),
  reviewers: reviewReviewersSchema,
  /**
   * What one reviewer had left and another one was given, the newest first and no more than 20: where one review is asked
   * for, and for who sees everybody on the list; else none.
   */
  handovers: z.array(reviewHandoverSchema),
  /** What the caller was given to decide. */
  mine: z.object({ items: count, open: count }),
  /** Of a closed one of a role, group or team, where one review is asked for; else null. */
  followUp: reviewFollowUpSchema.nullable(),
  /** Over the people whom the caller may see. */
  counts: reviewCountsSchema,
});

/** A review that is opened again and again. @public */
export const reviewScheduleSchema = z.object({
  id: z.string(),
  tenant: z.string(),
  title: z.string(),
  scope: reviewScopeSchema,
  reviewers: z.object({
    kind: enumOf(reviewReviewerKinds),
    /** Who is named. */
    users: z.array(entityRefSchema),
  }),
  /** How many days after it is opened it is due; null for no day. */
  dueDays: count.nullable(),
  every: enumOf(reviewIntervals),
  firstDay: z.iso.date(),
  /** From this day (UTC) on the next one opens. */
  nextDay: z.iso.date(),
  state: enumOf(['running', 'stopped']),
  /** Why the next one is not open yet; null where the next look opens it, and of one that is stopped. */
  waits: enumOf(reviewWaits).nullable(),
  /** Number of the review that it opened last; null before. */
  lastReview: count.nullable(),
  created: z.object({ by: entityRefSchema, at: instantSchema }),
  /** Who made, changed or stopped it. */
  changed: z.object({ by: entityRefSchema, at: instantSchema }),
  /** One more with each change of its words. */
  version: count,
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
  /** The open one of `risks`, for who may conduct. */
  open: count.nullable(),
  /** For who may conduct; else none. */
  schedules: z.array(reviewScheduleSchema),
  /** The title of a review that is opened now without one. */
  defaultTitle: z.string(),
  visibility: enumOf(['all', 'some']),
  pageInfo: pageInfoSchema,
});

const title = z.string().trim().min(1).max(100);

/** What a review is to be of. @public */
export const reviewScopeChoiceSchema = z.strictObject({
  kind: enumOf(reviewScopeKinds),
  /** Needed but for `risks`: see `reviewScopeSchema`. */
  id: z.string().max(255).optional(),
});

/** Who is to be asked to decide. @public */
export const reviewReviewersChoiceSchema = z.strictObject({
  kind: enumOf(reviewReviewerKinds),
  /** Entity refs; needed for `users`, and only there. */
  users: z
    .array(entityRefSchema.max(255))
    .min(1)
    .max(reviewUsersLimit)
    .optional(),
});

/** The body of `POST /v1/reviews`. @public */
export const reviewOpenSchema = z.object({
  tenant: z.string().optional(),
  /** Without it, what is reviewed and the quarter: `Q4 2026`. */
  title: title.optional(),
  /** Without it, `risks`. */
  scope: reviewScopeChoiceSchema.optional(),
  /** Without it, `conductor`. */
  reviewers: reviewReviewersChoiceSchema.optional(),
  /** Not before today, and within a year. */
  dueOn: z.iso.date().optional(),
});

/** The body of `POST /v1/review-schedules`. @public */
export const reviewScheduleCreateSchema = z.object({
  tenant: z.string().optional(),
  /** Each review has its day after it. */
  title: title.max(80),
  scope: reviewScopeChoiceSchema,
  reviewers: reviewReviewersChoiceSchema,
  dueDays: z.number().int().min(1).max(180).nullable(),
  every: enumOf(reviewIntervals),
  /** Not before today. */
  firstDay: z.iso.date(),
});

/** The body of `POST /v1/review-schedules/{id}/change`: what is left out stays as it is. @public */
export const reviewScheduleChangeSchema = reviewScheduleCreateSchema
  .pick({ title: true, reviewers: true, dueDays: true, every: true })
  .partial()
  .extend({
    /** The one that was looked at: where it is another one by now, nothing is changed. */
    version: count,
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

/** `GET /v1/reviews/{number}/items`. Values of one filter are alternatives. @public */
export const reviewItemsQuerySchema = reviewQuerySchema
  .extend(reviewItemFilterSchema.shape)
  .extend(pageQuerySchema.shape)
  .extend({
    reviewer: enumOf(reviewItemReviewers).optional(),
    sort: enumOf(reviewItemSorts).default('risk'),
    order: sortOrderSchema,
  });

/** `GET /v1/reviews/{number}/items.{format}`: every row of the filter; of a closed review only. @public */
export const reviewItemsExportQuerySchema = reviewQuerySchema
  .extend(reviewItemFilterSchema.shape)
  .extend({
    /** Names, refs, times and notes in place of pseudonyms; needs a permission of its own. */
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
  /** Who was asked to decide: users, or groups whose members may. */
  reviewers: z.array(entityRefSchema),
  /** Whether the caller may decide on this person now. */
  mayDecide: z.boolean(),
  /** Of a review of a role, group or team; else null. */
  member: z
    .object({
      /** How the role was held when the list was made; none for a group or team. */
      as: z.array(enumOf(roleKinds)),
      /** Whether they are a member by the newest snapshot; null where that is not read. */
      still: z.boolean().nullable(),
    })
    .nullable(),
});

/** The answer of `GET /v1/reviews/{number}/items`: the greatest risk first, then by name, unless asked otherwise. @public */
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
  filter: reviewItemFilterSchema
    .extend({ reviewer: enumOf(reviewItemReviewers).optional() })
    .strict()
    .optional(),
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

/** The body of `POST /v1/reviews/{number}/handover`. @public */
export const reviewHandOverSchema = z.object({
  /** The reviewer: a user, or a group that leads a team. */
  from: entityRefSchema.max(255),
  /** A user. */
  to: entityRefSchema.max(255),
});

/** The answer of `POST /v1/reviews/{number}/handover`. @public */
export const reviewHandedOverSchema = z.object({
  /** On how many people the other one is to decide now. */
  given: count,
  /** Whether the other one was among them, who stays with the reviewer of before. */
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

/** See `reviewCountsSchema`. @public */
export type ReviewCounts = z.infer<typeof reviewCountsSchema>;
/** See `reviewSchema`. @public */
export type Review = z.infer<typeof reviewSchema>;
/** See `reviewScopeSchema`. @public */
export type ReviewScope = z.infer<typeof reviewScopeSchema>;
/** See `reviewScopeChoiceSchema`. @public */
export type ReviewScopeChoice = z.infer<typeof reviewScopeChoiceSchema>;
/** See `reviewReviewersSchema`. @public */
export type ReviewReviewers = z.infer<typeof reviewReviewersSchema>;
/** See `reviewReviewersChoiceSchema`. @public */
export type ReviewReviewersChoice = z.infer<typeof reviewReviewersChoiceSchema>;
/** See `reviewFollowUpSchema`. @public */
export type ReviewFollowUp = z.infer<typeof reviewFollowUpSchema>;
/** See `reviewHandoverSchema`. @public */
export type ReviewHandover = z.infer<typeof reviewHandoverSchema>;
/** See `reviewHandedOverSchema`. @public */
export type ReviewHandedOver = z.infer<typeof reviewHandedOverSchema>;
/** See `reviewScheduleSchema`. @public */
export type ReviewSchedule = z.infer<typeof reviewScheduleSchema>;
/** See `reviewsSchema`. @public */
export type Reviews = z.infer<typeof reviewsSchema>;
/** See `reviewItemsQuerySchema`: what a caller may send. @public */
export type ReviewItemsQuery = Partial<z.output<typeof reviewItemsQuerySchema>>;
/** See `reviewSideSchema`. @public */
export type ReviewSide = z.infer<typeof reviewSideSchema>;
/** See `reviewDecidedSchema`. @public */
export type ReviewDecided = z.infer<typeof reviewDecidedSchema>;
/** See `reviewItemSchema`. @public */
export type ReviewItem = z.infer<typeof reviewItemSchema>;
/** See `reviewItemsSchema`. @public */
export type ReviewItems = z.infer<typeof reviewItemsSchema>;
/** See `reviewDecidedManySchema`. @public */
export type ReviewDecidedMany = z.infer<typeof reviewDecidedManySchema>;

export const getReviews = json('getReviews', {
  summary: 'Access reviews with their counts, newest first',
  query: reviewsQuerySchema,
  response: reviewsSchema,
});

export const openReview = command('openReview', {
  summary: 'Open a review: its list is made from the newest snapshot',
  body: reviewOpenSchema,
  response: reviewSchema,
});

export const getReview = json('getReview', {
  summary: 'One review with its counts',
  params: reviewParamsSchema,
  query: reviewQuerySchema,
  response: reviewSchema,
});

export const getReviewItems = json('getReviewItems', {
  summary: 'The people on the list of a review, then and now',
  params: reviewParamsSchema,
  query: reviewItemsQuerySchema,
  response: reviewItemsSchema,
});

export const exportReviewItems = file('exportReviewItems', {
  summary:
    'The list of a closed review as a file, under pseudonyms or with names',
  params: reviewParamsSchema.extend(fileParamsSchema.shape),
  query: reviewItemsExportQuerySchema,
});

export const decideReviewItem = command('decideReviewItem', {
  summary: 'Decide on one person of an open review',
  params: reviewParamsSchema.extend({ objectId: z.string().max(64) }),
  query: reviewQuerySchema,
  body: reviewDecideSchema,
  response: reviewItemSchema,
});

export const decideReviewItems = command('decideReviewItems', {
  summary: 'Decide on several people of an open review at once',
  params: reviewParamsSchema,
  query: reviewQuerySchema,
  body: reviewDecideManySchema,
  response: reviewDecidedManySchema,
});

export const handOverReview = command('handOverReview', {
  summary: 'Give whom a reviewer of an open review has left to another user',
  params: reviewParamsSchema,
  query: reviewQuerySchema,
  body: reviewHandOverSchema,
  response: reviewHandedOverSchema,
});

export const closeReview = command('closeReview', {
  summary: 'Close a review: nothing in it changes afterwards',
  params: reviewParamsSchema,
  query: reviewQuerySchema,
  body: reviewCloseSchema,
  response: reviewSchema,
});

export const createReviewSchedule = command('createReviewSchedule', {
  summary: 'Have a review opened again and again',
  body: reviewScheduleCreateSchema,
  response: reviewScheduleSchema,
});

export const changeReviewSchedule = command('changeReviewSchedule', {
  summary: 'Change what the next reviews of a schedule are opened with',
  params: z.object({ id: z.string().max(36) }),
  query: reviewQuerySchema,
  body: reviewScheduleChangeSchema,
  response: reviewScheduleSchema,
});

export const stopReviewSchedule = command('stopReviewSchedule', {
  summary: 'Open no further review of a schedule',
  params: z.object({ id: z.string().max(36) }),
  query: reviewQuerySchema,
  response: reviewScheduleSchema,
});
