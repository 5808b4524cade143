import type { Knex } from 'knex';
import { ABSENT } from '../../../assess/condition';
import { keyIn } from '../../sql/keyIn';
import { allowedPeople, type PersonCriteria } from '../personFilter';
import type { SnapshotView } from '../../asOf/types';
import { versionAt } from '../../asOf/versionAt';
import type { PeopleCondition } from './netChanges';
import type { AllowedCondition } from './readChanges';

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
