import type { Knex } from 'knex';
import { ABSENT } from '../../../assess/condition';
import { foldText } from '../../sql/foldText';
import { keyIn } from '../../sql/keyIn';
import { likePart } from '../likePart';
import { allowedPeople, type PersonCriteria } from '../personFilter';
import type { SnapshotView } from '../../asOf/types';
import { versionAt } from '../../asOf/versionAt';
import type { PeopleCondition } from './netChanges';
import type { AllowedCondition } from './listedChanges';

/** Both ends of what is compared. */
export interface Ends {
  from: SnapshotView;
  to: SnapshotView;
}

/** Which people are counted and listed, whoever asks. */
export interface ChangesOf {
  team?: { ref: string; includeSubTeams: boolean };
  objectId?: string;
}

/** The condition on `person_change.object_id` that a person is one of those that are asked for. */
export function changesOf(
  knex: Knex,
  ends: Ends,
  { team, objectId }: ChangesOf,
): PeopleCondition | null {
  if (!team && objectId === undefined) {
    return null;
  }
  return query => {
    if (objectId !== undefined) {
      query.andWhere('object_id', objectId);
    }
    if (team) {
      query.whereIn('object_id', membersAtEither(knex, ends, team));
    }
  };
}

/**
 * The condition that the caller may see the person at both ends: a change tells what was before it. Who
 * left, or joined, is at one.
 */
export function allowedChanges(
  knex: Knex,
  { from, to }: Ends,
  criteria: PersonCriteria,
): AllowedCondition {
  const seenAt = (view: SnapshotView) => (people: Knex.QueryBuilder) =>
    people
      .from({ p: 'person' })
      .where(versionAt(view, 'p'))
      .andWhere(allowedPeople(knex, view, criteria))
      .select('p.object_id');
  return query =>
    query.where(either =>
      either
        .where(there =>
          there
            .whereNot('net_after', ABSENT)
            .whereIn('net.object_id', seenAt(to))
            .andWhere(before =>
              before
                .where('net_before', ABSENT)
                .orWhereIn('net.object_id', seenAt(from)),
            ),
        )
        .orWhere(left =>
          left
            .where('net_after', ABSENT)
            .whereIn('net.object_id', seenAt(from)),
        ),
    );
}

/** The condition that a person has a text in their name or user principal name, at either end. */
export function namedChanges(
  knex: Knex,
  { from, to }: Ends,
  q: string,
): AllowedCondition {
  const namedAt = (view: SnapshotView) =>
    knex({ p: 'person' })
      .where(versionAt(view, 'p'))
      .whereRaw(`p.search_text like ? escape '\\'`, [likePart(foldText(q))])
      .select('p.object_id');
  return query =>
    query.whereIn('net.object_id', namedAt(to).union(namedAt(from)));
}

/** Members at the end or at the beginning: read once, since a large team's are many. */
function membersAtEither(
  knex: Knex,
  { from, to }: Ends,
  team: { ref: string; includeSubTeams: boolean },
): Knex.QueryBuilder {
  const query = knex({ m: 'person_team' })
    .where('m.tenant_id', to.tenantId)
    .andWhere(keyIn(knex, 'm.team_ref', [team.ref]))
    .andWhere(either =>
      either.where(versionAt(to, 'm')).orWhere(versionAt(from, 'm')),
    )
    .select('m.object_id');
  return team.includeSubTeams ? query : query.andWhere('m.direct', true);
}
