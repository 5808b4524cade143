import type {
  ReviewItem,
  ReviewSide,
} from '@entra-mfa/backstage-plugin-entra-mfa-common';
import { heldOfCode } from '../../assess/reviews/heldCodes';
import { reasonsOfCode } from '../../assess/reviews/reasonCodes';
import { readPeopleAt } from '../../store/read/changes/readPeopleAt';
import { readDirectTeams } from '../../store/read/readDirectTeams';
import { readAssigned } from '../../store/reviews/readAssigned';
import { readMembersAmong } from '../../store/reviews/followUp';
import { readReviewDecisions } from '../../store/reviews/readReviewDecisions';
import type {
  PersonRow,
  ReviewItemRow,
  ReviewRow,
} from '../../store/sql/tables';
import type { Found } from '../Snapshots';
import { toPerson } from '../toPerson';
import type { ReadContext } from '../types';
import { reviewView } from './reviewView';
import { membershipIn } from './scopeIn';
import { toDecided } from './toDecided';
import type { ReviewAccess } from './types';

/** Tells the people of a review as they were on the list, and as they are now. */
export async function toReviewItems(
  { knex, config }: Pick<ReadContext, 'knex' | 'config'>,
  review: ReviewRow,
  found: Found,
  rows: readonly ReviewItemRow[],
  { access, ownIds }: { access: ReviewAccess; ownIds: readonly string[] },
): Promise<ReviewItem[]> {
  const ids = rows.map(row => row.object_id);
  const of = reviewView(review);
  const now = found.view;
  const key = { tenantId: of.then.tenantId, review: of.review };
  const [were, are, decisions, reviewersOf, members] = await Promise.all([
    readPeopleAt(knex, of.then, ids),
    readPeopleAt(knex, now, ids),
    readReviewDecisions(knex, key, ids),
    readAssigned(knex, key, ids),
    membershipIn({ knex, config }, found, review).then(
      membership => membership && readMembersAmong(knex, membership, ids),
    ),
  ]);
  const mayDecide = (reviewers: readonly string[]) =>
    review.closed_at === null &&
    access.userRef !== null &&
    (access.conducts || reviewers.some(ref => access.refs.includes(ref)));
  const [teamsNow, teamsThen] = await Promise.all([
    readDirectTeams(knex, now, [...are.keys()]),
    readDirectTeams(
      knex,
      of.then,
      ids.filter(id => !are.has(id)),
    ),
  ]);
  return rows.map(row => {
    const id = row.object_id;
    // Whoever is on the list was in the directory at its snapshot.
    const before = toSide(were.get(id)!);
    const person = are.get(id);
    const after = person ? toSide(person) : null;
    const reviewers = reviewersOf(id);
    const own = ownIds.includes(id);
    const [decision = null, ...earlier] = (decisions.get(id) ?? []).map(
      toDecided,
    );
    return {
      tenant: row.tenant_id,
      id,
      reasons: reasonsOfCode(row.reasons),
      then: before,
      now: after,
      registeredSince: before.registered !== true && after?.registered === true,
      teams: (after ? teamsNow : teamsThen).get(id) ?? [],
      decision,
      earlier,
      own,
      keepNeedsNote: Boolean(row.keep_needs_note),
      reviewers,
      mayDecide: !own && mayDecide(reviewers),
      member:
        review.scope_kind === 'risks'
          ? null
          : {
              as: heldOfCode(row.held),
              still: members && members.has(id),
            },
    };
  });
}

function toSide(row: PersonRow): ReviewSide {
  const {
    displayName,
    userPrincipalName,
    entityRef,
    state,
    reason,
    scopeClass,
    registered,
    tier,
    marks,
    privileged,
    createdAt,
    enabled,
    enablementSince,
    leaveAt,
  } = toPerson(row, undefined);
  return {
    displayName,
    userPrincipalName,
    entityRef,
    state,
    reason,
    scopeClass,
    registered,
    tier,
    marks,
    privileged,
    createdAt,
    enabled,
    enablementSince,
    leaveAt,
  };
}
