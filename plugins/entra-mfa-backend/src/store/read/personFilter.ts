import type { PermissionCriteria } from '@backstage/plugin-permission-common';
import {
  isAndCriteria,
  isNotCriteria,
  isOrCriteria,
} from '@backstage/plugin-permission-node';
import type { EntraMfaPersonFilter } from '@entra-mfa/backstage-plugin-entra-mfa-node';
import type { Knex } from 'knex';
import { keyIn } from '../sql/keyIn';
import { newestOf } from '../asOf/newestOf';
import type { AnyView } from '../asOf/types';
import { idsOfUsers } from './usersOfPeople';
import { versionAt } from '../asOf/versionAt';

/** Which people a caller may see, as conditions on the table `p` (person). */
export type PersonCriteria = PermissionCriteria<EntraMfaPersonFilter>;

/**
 * The condition that a person is one that the criteria allow. It is never null in SQL. A past is for who
 * may see the person now as well as then: so nobody keeps the people of a team that they led once. Who
 * is not in the directory any more is seen by who leads now one of the teams of then.
 */
export function allowedPeople(
  knex: Knex,
  view: AnyView,
  criteria: PersonCriteria,
): Knex.QueryCallback {
  const then = allowedAt(knex, { people: view, leads: view }, criteria);
  if (view.newest) {
    return then;
  }
  const now = newestOf(knex, view);
  return query =>
    query
      .where(then)
      .andWhere(either =>
        either
          .where(allowedAt(knex, { people: now, leads: now }, criteria))
          .orWhere(left =>
            left
              .whereNotIn('p.object_id', present =>
                present
                  .from({ n: 'person' })
                  .select('n.object_id')
                  .where(versionAt(now, 'n')),
              )
              .andWhere(
                allowedAt(knex, { people: view, leads: now }, criteria),
              ),
          ),
      );
}

/** What is read of which snapshot. */
interface Views {
  people: AnyView;
  leads: AnyView;
}

function allowedAt(
  knex: Knex,
  views: Views,
  criteria: PersonCriteria,
): Knex.QueryCallback {
  return query => {
    if (isAndCriteria(criteria)) {
      for (const each of criteria.allOf) {
        query.andWhere(allowedAt(knex, views, each));
      }
    } else if (isOrCriteria(criteria)) {
      for (const each of criteria.anyOf) {
        query.orWhere(allowedAt(knex, views, each));
      }
    } else if (isNotCriteria(criteria)) {
      query.whereNot(allowedAt(knex, views, criteria.not));
    } else if (criteria.kind === 'entity') {
      query.whereIn(
        'p.object_id',
        idsOfUsers(knex, views.people, ref => keyIn(knex, ref, criteria.refs)),
      );
    } else if (criteria.kind === 'lead') {
      query.andWhere(isLedBy(knex, views, criteria.refs));
    } else {
      query.andWhere(inTeams(knex, views.people, criteria));
    }
  };
}

/**
 * The condition that a person belongs to a team, or to one below it, that one of these leads. Who
 * belongs to a sub-team has a row for each team above it too.
 */
function isLedBy(
  knex: Knex,
  views: Views,
  leadRefs: readonly string[],
): Knex.QueryCallback {
  return query =>
    query.whereIn('p.object_id', members =>
      members
        .from({ l: 'team_lead' })
        .join({ m: 'person_team' }, 'm.team_ref', 'l.team_ref')
        .select('m.object_id')
        .where(versionAt(views.leads, 'l'))
        .andWhere(versionAt(views.people, 'm'))
        .andWhere(keyIn(knex, 'l.lead_ref', leadRefs)),
    );
}

/** The condition that a person belongs to one of the teams. */
export function inTeams(
  knex: Knex,
  view: AnyView,
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
