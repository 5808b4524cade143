import type {
  ReviewDecision,
  ReviewReason,
} from '@entra-mfa/backstage-plugin-entra-mfa-common';
import type { Knex } from 'knex';
import { toReasonCode } from '../../assess/reviews/reasonCodes';
import { foldText } from '../sql/foldText';
import { keyIn } from '../sql/keyIn';
import { likePart } from '../read/likePart';
import { allowedPeople, type PersonCriteria } from '../read/personFilter';
import type { SnapshotView } from '../asOf/types';
import { versionAt } from '../asOf/versionAt';

/** Which review, as of its own snapshot. */
export interface ReviewView {
  review: number;
  /** The snapshot that its list was made from. */
  then: SnapshotView;
}

/** Whom a caller may see, in either way. */
export interface ItemVisibility {
  /** Whom they may see by name, as of the newest snapshot; null for nobody. */
  people: { now: SnapshotView; criteria: PersonCriteria } | null;
  /** Whom they were asked to decide on, by these refs. */
  assignedTo: readonly string[];
}

/** Which items are read. Values of one filter are alternatives. */
export interface ItemFilter {
  reason?: readonly ReviewReason[];
  decision?: readonly ('open' | ReviewDecision)[];
  q?: string;
  ids?: readonly string[];
  /** Without these. */
  except?: readonly string[];
  /** Whom one of these reviewers was given. */
  assignedTo?: readonly string[];
  /** Who was given to nobody. */
  unassigned?: boolean;
}

/** The items of a review that the caller may see, as the table `i` (review_item). */
export function itemsOf(
  knex: Knex,
  of: ReviewView,
  visibility: ItemVisibility | null,
  filter: ItemFilter = {},
): Knex.QueryBuilder {
  const query = knex({ i: 'review_item' })
    .where('i.tenant_id', of.then.tenantId)
    .andWhere('i.review', of.review)
    .andWhere(itemConditions(knex, of, filter));
  return visibility
    ? query.andWhere(visibleItems(knex, of, visibility))
    : query;
}

function itemConditions(
  knex: Knex,
  { then }: ReviewView,
  { reason, decision, q, ids, except, assignedTo, unassigned }: ItemFilter,
): Knex.QueryCallback {
  return query => {
    if (reason && reason.length > 0) {
      query.whereRaw('(i.reasons & ?) <> 0', [toReasonCode(reason)]);
    }
    if (decision && decision.length > 0) {
      query.andWhere(either => {
        either.whereIn(
          'i.decision',
          decision.filter(one => one !== 'open'),
        );
        if (decision.includes('open')) {
          either.orWhereNull('i.decision');
        }
      });
    }
    if (q) {
      query.whereIn('i.object_id', people =>
        people
          .from({ p: 'person' })
          .select('p.object_id')
          .where(versionAt(then, 'p'))
          .whereRaw(`p.search_text like ? escape '\\'`, [
            likePart(foldText(q)),
          ]),
      );
    }
    if (ids) {
      query.andWhere(keyIn(knex, 'i.object_id', ids));
    }
    if (except && except.length > 0) {
      query.whereNot(own => own.where(keyIn(knex, 'i.object_id', except)));
    }
    if (assignedTo) {
      query.whereExists(assignments(knex, assignedTo));
    }
    if (unassigned) {
      query.whereNotExists(assignments(knex));
    }
  };
}

/** Who was asked to decide on the person of an item `i`; of some refs, if any are given. */
function assignments(knex: Knex, refs?: readonly string[]): Knex.QueryBuilder {
  const found = knex({ a: 'review_assignment' })
    .whereRaw('a.tenant_id = i.tenant_id and a.review = i.review')
    .whereRaw(`a.object_id in (i.object_id, '')`)
    .select(knex.raw('1'));
  return refs ? found.andWhere(keyIn(knex, 'a.reviewer_ref', refs)) : found;
}

function visibleItems(
  knex: Knex,
  of: ReviewView,
  { people, assignedTo }: ItemVisibility,
): Knex.QueryCallback {
  return query => {
    query.whereExists(assignments(knex, assignedTo));
    if (people) {
      query.orWhere(visiblePeople(knex, of, people));
    }
  };
}

/** Of who is in the directory, as they are now; of who left it, as they were on the list. */
function visiblePeople(
  knex: Knex,
  { then }: ReviewView,
  { now, criteria }: NonNullable<ItemVisibility['people']>,
): Knex.QueryCallback {
  const seenAt = (view: SnapshotView) => (people: Knex.QueryBuilder) =>
    people
      .from({ p: 'person' })
      .select('p.object_id')
      .where(versionAt(view, 'p'))
      .andWhere(allowedPeople(knex, view, criteria));
  return query =>
    query
      .whereIn('i.object_id', seenAt(now))
      .orWhere(left =>
        left
          .whereIn('i.object_id', seenAt(then))
          .whereNotExists(present =>
            present
              .from({ n: 'person' })
              .select(knex.raw('1'))
              .where(versionAt(now, 'n'))
              .whereRaw('n.object_id = i.object_id'),
          ),
      );
}
