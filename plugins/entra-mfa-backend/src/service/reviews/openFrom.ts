import { ConflictError } from '@backstage/errors';
import type { Knex } from 'knex';
import { toReasonCode } from '../../assess/reviews/reasonCodes';
import { daysBefore, quarterOf } from '../../assess/reviews/reviewPeriod';
import {
  keepNeedsNote,
  reviewReasonsOf,
} from '../../assess/reviews/reviewReasonsOf';
import type { Membership } from '../../store/reviews/membersOf';
import { countRolesNotKnown } from '../../store/reviews/countRolesNotKnown';
import { openReview, type NewList } from '../../store/reviews/openReview';
import { readOpenReview } from '../../store/reviews/readReviews';
import type { Found } from '../Snapshots';
import type { ReadContext } from '../types';
import { findBaseline } from './findBaseline';
import type { StoredReviewers } from './reviewersOf';
import type { StoredScope } from './scopeIn';

/** What a review is opened with. */
export interface Opening {
  title: string | undefined;
  userRef: string;
  scope: StoredScope;
  /** Who is on its list; null for whom the rules of risks find. */
  members: Membership | null;
  reviewers: StoredReviewers;
  dueOn: string | null;
  /** What opens it; null where somebody does. */
  schedule: {
    id: string;
    /** Says that it opened one, and whether nobody was faster. */
    claim(trx: Knex.Transaction, review: number): Promise<boolean>;
  } | null;
}

/** Opens a review of a snapshot, and tells its number; throws where another one of that scope is open. */
export async function openFrom(
  { knex, clock, config }: Pick<ReadContext, 'knex' | 'clock' | 'config'>,
  found: Found,
  { title, userRef, scope, members, reviewers, dueOn, schedule }: Opening,
): Promise<number> {
  const { view, snapshot } = found;
  const { noMethodAfterDays } = config.reviews;
  const openedAt = clock.now();
  const baseline = await findBaseline(knex, found);
  const times = {
    at: snapshot.at,
    since: baseline.since,
    oldEnough: daysBefore(snapshot.at, noMethodAfterDays),
  };
  const list: NewList = members
    ? { members }
    : {
        rule: facts => ({
          reasons: toReasonCode(reviewReasonsOf(facts, times)),
          keepNeedsNote: keepNeedsNote(facts),
        }),
      };
  const quarter = quarterOf(openedAt);
  const number = await openReview(
    knex,
    {
      tenant_id: view.tenantId,
      title:
        title ??
        (scope.scope_name === null
          ? quarter
          : `${scope.scope_name}, ${quarter}`),
      snapshot: view.snapshot,
      ...baseline,
      no_method_after_days: noMethodAfterDays,
      roles_not_known: await countRolesNotKnown(knex, view),
      opened_by: userRef,
      opened_at: openedAt,
      ...scope,
      reviewers_kind: reviewers.kind,
      due_on: dueOn,
      schedule_id: schedule?.id ?? null,
    },
    list,
    reviewers.users,
    schedule?.claim,
  );
  if (number === null) {
    const { scope_kind, scope_id } = scope;
    const open = await readOpenReview(knex, view.tenantId, {
      scope_kind,
      scope_id,
    });
    throw new ConflictError(
      `Review ${open} of this tenant is open: close it before the next one ${
        scope_kind === 'risks' ? '' : `of this ${scope_kind} `
      }is opened`,
    );
  }
  return number;
}
