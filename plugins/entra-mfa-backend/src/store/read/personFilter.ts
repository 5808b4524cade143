import type { PermissionCriteria } from '@backstage/plugin-permission-common';
import {
  isAndCriteria,
  isNotCriteria,
  isOrCriteria,
} from '@backstage/plugin-permission-node';
import type { EntraMfaPersonFilter } from 'backstage-plugin-entra-mfa-node';
import type { Knex } from 'knex';
import { keyIn } from '../keyIn';
import type { SnapshotView } from './types';
import { idsOfUsers } from './usersOfPeople';
import { versionAt } from './versionAt';

/** Which people a caller may see, as conditions on the table `p` (person). */
export type PersonCriteria = PermissionCriteria<EntraMfaPersonFilter>;

/** The condition that a person is one that the criteria allow. It is never null in SQL. */
export function allowedPeople(
  knex: Knex,
  view: SnapshotView,
  criteria: PersonCriteria,
): Knex.QueryCallback {
  return query => {
    if (isAndCriteria(criteria)) {
      for (const each of criteria.allOf) {
        query.andWhere(allowedPeople(knex, view, each));
      }
    } else if (isOrCriteria(criteria)) {
      for (const each of criteria.anyOf) {
        query.orWhere(allowedPeople(knex, view, each));
      }
    } else if (isNotCriteria(criteria)) {
      query.whereNot(allowedPeople(knex, view, criteria.not));
    } else if (criteria.kind === 'entity') {
      query.whereIn(
        'p.object_id',
        idsOfUsers(knex, view, ref => keyIn(knex, ref, criteria.refs)),
      );
    } else if (criteria.kind === 'lead') {
      query.andWhere(isLedBy(knex, view, criteria.refs));
    } else {
      query.andWhere(inTeams(knex, view, criteria));
    }
  };
}

/**
 * The condition that a person belongs to a team, or to one below it, that one of these leads. Who
 * belongs to a sub-team has a row for each team above it too.
 */
function isLedBy(
  knex: Knex,
  view: SnapshotView,
  leadRefs: readonly string[],
): Knex.QueryCallback {
  return query =>
    query.whereIn('p.object_id', members =>
      members
        .from({ l: 'team_lead' })
        .join({ m: 'person_team' }, 'm.team_ref', 'l.team_ref')
        .select('m.object_id')
        .where(versionAt(view, 'l'))
        .andWhere(versionAt(view, 'm'))
        .andWhere(keyIn(knex, 'l.lead_ref', leadRefs)),
    );
}

/** The condition that a person belongs to one of the teams. */
export function inTeams(
  knex: Knex,
  view: SnapshotView,
  teams: { refs: string[]; includeSubTeams: boolean },
): Knex.QueryCallback {
  return query =>
    query.whereIn('p.object_id', members => {
      members
        .from({ m: 'person_team' })
        .select('m.object_id')
        .where(versionAt(view, 'm'))
        .andWhere(keyIn(knex, 'm.team_ref', teams.refs));
      if (!teams.includeSubTeams) {
        members.andWhere('m.direct', true);
      }
    });
}
