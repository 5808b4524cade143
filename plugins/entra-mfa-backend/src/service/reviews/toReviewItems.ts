import type {
  ReviewItem,
  ReviewSide,
} from '@entra-mfa/backstage-plugin-entra-mfa-common';
import type { Knex } from 'knex';
import { reasonsOfCode } from '../../assess/reviews/reasonCodes';
import { readPeopleAt } from '../../store/read/changes/readPeopleAt';
import { readDirectTeams } from '../../store/read/readDirectTeams';
import type { SnapshotView } from '../../store/asOf/types';
import type { ReviewView } from '../../store/reviews/itemConditions';
import { readReviewDecisions } from '../../store/reviews/readReviewDecisions';
import type { PersonRow, ReviewItemRow } from '../../store/sql/tables';
import { toPerson } from '../toPerson';
import { toDecided } from './toDecided';

/** Tells the people of a review as they were on the list, and as they are now. */
export async function toReviewItems(
  knex: Knex,
  of: ReviewView,
  now: SnapshotView,
  rows: readonly ReviewItemRow[],
  ownIds: readonly string[],
): Promise<ReviewItem[]> {
  const ids = rows.map(row => row.object_id);
  const [were, are, decisions] = await Promise.all([
    readPeopleAt(knex, of.then, ids),
    readPeopleAt(knex, now, ids),
    readReviewDecisions(
      knex,
      { tenantId: of.then.tenantId, review: of.review },
      ids,
    ),
  ]);
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
      own: ownIds.includes(id),
      keepNeedsNote: Boolean(row.keep_needs_note),
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
