import { z } from 'zod';
import { changeKinds, changeSorts } from '../lists';
import { enumOf } from './enumOf';
import { listOf } from './listOf';
import {
  atQuerySchema,
  booleanQuerySchema,
  countQuerySchema,
  entityRefSchema,
  instantSchema,
  pageInfoSchema,
  pageQuerySchema,
  reasonSchema,
  scopeClassSchema,
  snapshotRefSchema,
  sortOrderSchema,
  stateSchema,
  tierSchema,
  totalItemsSchema,
} from './shared';
import { json } from './Route';

const count = z.number().int().nonnegative();

/** See {@link changeKinds}. @public */
export const changeKindSchema = enumOf(changeKinds);

/** `GET /v1/changes`: what changed from one date to another. @public */
export const changesQuerySchema = atQuerySchema
  .pick({ tenant: true })
  .extend(pageQuerySchema.shape)
  .extend({
    /** A date (end of that UTC day) or instant; without it, seven days before `to`. */
    from: atQuerySchema.shape.at,
    /** A date or instant; without it, now. */
    to: atQuerySchema.shape.at,
    /** People who are in the team at either end. */
    team: entityRefSchema.optional(),
    /** With `team`: whether people of its sub-teams count too. */
    subTeams: booleanQuerySchema.default(true),
    /** Which kinds are listed. All of them are counted. */
    kind: listOf(changeKindSchema),
    /** The Entra object id of one person. */
    person: z.string().max(64).optional(),
    /**
     * Part of the name or user principal name at either end, without regard to case and diacritics. Who is
     * found is listed; everybody is counted by kind.
     */
    q: z.string().max(200).optional(),
    sort: enumOf(changeSorts).default('kind'),
    /** Of one kind, the newest come first in either direction. */
    order: sortOrderSchema,
    count: countQuerySchema,
  });

/** How a person was or is, at one end. @public */
export const changeSideSchema = z.object({
  displayName: z.string(),
  userPrincipalName: z.string(),
  state: stateSchema,
  reason: reasonSchema,
  scopeClass: scopeClassSchema.nullable(),
  registered: z.boolean().nullable(),
  capable: z.boolean().nullable(),
  tier: tierSchema.nullable(),
});

/** One person who changed. @public */
export const changeSchema = z.object({
  tenant: z.string(),
  /** The Entra object id. */
  id: z.string(),
  entityRef: entityRefSchema.nullable(),
  kind: changeKindSchema,
  /** When the last change in between was published. */
  at: instantSchema,
  /** Null for who was not in the directory yet. */
  before: changeSideSchema.nullable(),
  /** Null for who is not in the directory any more. */
  after: changeSideSchema.nullable(),
  /** Teams at the end, or at the beginning for who left; without their parents. */
  teams: z.array(z.object({ ref: entityRefSchema, title: z.string() })),
});

/** The answer of `GET /v1/changes`. @public */
export const changesSchema = z.object({
  /** The snapshots that are compared; null before the first was published. */
  from: snapshotRefSchema.nullable(),
  to: snapshotRefSchema.nullable(),
  /** Whether history begins after `from` was asked for: then it is compared with its beginning. */
  sinceBeginning: z.boolean(),
  /**
   * People who changed, each once; null where they are so few, or the team so small, that the counts are
   * hidden from the caller.
   */
  people: count.nullable(),
  /** By kind; adds up to `people`. */
  counts: z.record(changeKindSchema, count).nullable(),
  /** By kind unless asked otherwise: the most important first, then the newest. */
  items: z.array(changeSchema),
  totalItems: totalItemsSchema,
  /** Whether the caller sees all people, those of some teams or rules, or nobody. */
  visibility: enumOf(['all', 'some', 'none']),
  pageInfo: pageInfoSchema,
});

/** `GET /v1/changes/weeks`: of whom, and up to which day. @public */
export const changeWeeksQuerySchema = atQuerySchema.extend(
  changesQuerySchema.pick({ team: true, subTeams: true }).shape,
);

/**
 * The answer of `GET /v1/changes/weeks`: how many gained and lost their registration in each of the last
 * 13 weeks, oldest first. A week is Monday to Sunday in UTC, and the last one goes on. `GET /v1/changes` with
 * the `from` and `to` of a week lists whom it counts.
 *
 * @public
 */
export const changeWeeksSchema = z.object({
  weeks: z.array(
    z.object({
      /** The day before the week begins: the week is compared with the end of it. */
      from: z.iso.date(),
      /** The last day; of the week that goes on, what was asked for or today. */
      to: z.union([z.iso.date(), instantSchema]),
      /** People who are registered at its end, and were not before it; null where hidden from the caller. */
      gained: count.nullable(),
      /** People who were registered before it, and are not at its end; null where hidden from the caller. */
      lost: count.nullable(),
    }),
  ),
});

/** See `changesQuerySchema`: what a caller may send. @public */
export type ChangesQuery = Partial<z.output<typeof changesQuerySchema>>;
/** See `changeSideSchema`. @public */
export type ChangeSide = z.infer<typeof changeSideSchema>;
/** See `changeSchema`. @public */
export type Change = z.infer<typeof changeSchema>;
/** See `changesSchema`. @public */
export type Changes = z.infer<typeof changesSchema>;
/** See `changeWeeksSchema`. @public */
export type ChangeWeeks = z.infer<typeof changeWeeksSchema>;

export const getChanges = json('getChanges', {
  summary: 'What changed between two dates: people counted by kind, and listed',
  query: changesQuerySchema,
  response: changesSchema,
});

export const getChangeWeeks = json('getChangeWeeks', {
  summary: 'How many people gained and lost their registration, week by week',
  query: changeWeeksQuerySchema,
  response: changeWeeksSchema,
});
