import type { Knex } from 'knex';
import type { SnapshotView } from '../../asOf/types';
import { versionAt } from '../../asOf/versionAt';

/** Whose reach is asked for. */
export type Reacher = { teamRef: string } | { objectId: string };

/**
 * The sets of owners through which a team or person reaches something: `owner_set`, and `path`, the
 * nearest of the ways by its place in `reachPaths`.
 */
export function reachOf(
  knex: Knex,
  view: SnapshotView,
  reacher: Reacher,
): Knex.QueryBuilder {
  const refs =
    'teamRef' in reacher
      ? teamsAround(knex, view, reacher.teamRef)
      : ownersOfPerson(knex, view, reacher.objectId);
  return knex({ s: 'owner_set' })
    .join(refs.as('r'), 'r.ref', 's.owner_ref')
    .where(versionAt(view, 's'))
    .groupBy('s.owner_set')
    .select('s.owner_set')
    .min({ path: 'r.path' });
}

/**
 * The team, those below it and those above it. The store holds no circles. SQLite keeps the order of a
 * cross join: from each team to the next, and not through all teams for each.
 */
function teamsAround(
  knex: Knex,
  view: SnapshotView,
  teamRef: string,
): Knex.QueryBuilder {
  const start = (query: Knex.QueryBuilder) =>
    query
      .from({ t: 'team' })
      .where('t.team_ref', teamRef)
      .andWhere(versionAt(view, 't'));
  return knex
    .withRecursive('below', query =>
      start(query)
        .select({ ref: 't.team_ref' })
        .unionAll(more =>
          more
            .from('below')
            .crossJoin(knex.raw('team as t'))
            .where(versionAt(view, 't'))
            .andWhere('t.parent_ref', knex.ref('below.ref'))
            .select({ ref: 't.team_ref' }),
        ),
    )
    .withRecursive('above', query =>
      start(query)
        .select({ ref: 't.team_ref', parent: 't.parent_ref' })
        .unionAll(more =>
          more
            .from('above')
            .crossJoin(knex.raw('team as t'))
            .where(versionAt(view, 't'))
            .andWhere('t.team_ref', knex.ref('above.parent'))
            .select({ ref: 't.team_ref', parent: 't.parent_ref' }),
        ),
    )
    .from('below')
    .select({
      ref: 'below.ref',
      path: knex.raw('case when below.ref = ? then 0 else 2 end', [teamRef]),
    })
    .unionAll(above =>
      above
        .from('above')
        .whereNot('above.ref', teamRef)
        .select({ ref: 'above.ref', path: knex.raw('3') }),
    );
}

/** The person's Users, their teams, and the teams above those. */
function ownersOfPerson(
  knex: Knex,
  view: SnapshotView,
  objectId: string,
): Knex.QueryBuilder {
  return knex({ m: 'person_team' })
    .where('m.object_id', objectId)
    .andWhere(versionAt(view, 'm'))
    .select({
      ref: 'm.team_ref',
      path: knex.raw('case when m.direct then 1 else 3 end'),
    })
    .unionAll(user =>
      user
        .from({ p: 'person' })
        .where('p.object_id', objectId)
        .andWhere(versionAt(view, 'p'))
        .whereNotNull('p.entity_ref')
        .select({ ref: 'p.entity_ref', path: knex.raw('0') }),
    )
    .unionAll(further =>
      further
        .from({ f: 'person_entity' })
        .where('f.object_id', objectId)
        .andWhere(versionAt(view, 'f'))
        .select({ ref: 'f.entity_ref', path: knex.raw('0') }),
    );
}
