import type { Knex } from 'knex';
import type { OwnerCoverageRow } from '../../sql/tables';
import type { SnapshotView } from '../../asOf/types';
import { versionAt } from '../../asOf/versionAt';
import { reachOf, type Reacher } from './reachOf';

/** The counts of a set of owners. */
export type OwnersRow = Omit<
  OwnerCoverageRow,
  'tenant_id' | 'from_snapshot' | 'to_snapshot'
>;

/** Something that is owned, with the counts of its owners. */
export interface ServiceRow extends OwnersRow {
  entity_ref: string;
  title: string;
  sort_name: string;
  kind: string;
  type: string | null;
  lifecycle: string | null;
  tier: string | null;
  system_ref: string | null;
  /** Its place in `reachPaths`; null where nobody's reach is asked for. */
  path: number | null;
}

/**
 * What is owned at a snapshot: by anybody, or what somebody reaches. The tables are `e`
 * (owned_entity), `c` (owner_coverage) and, with a reacher, `r`.
 */
export function serviceQuery(
  knex: Knex,
  view: SnapshotView,
  reacher: Reacher | null,
): Knex.QueryBuilder {
  const query = knex({ e: 'owned_entity' })
    .join({ c: 'owner_coverage' }, join =>
      join.on('c.tenant_id', 'e.tenant_id').andOn('c.owner_set', 'e.owner_set'),
    )
    .where(versionAt(view, 'e'))
    .andWhere(versionAt(view, 'c'));
  if (reacher) {
    query.join(
      reachOf(knex, view, reacher).as('r'),
      'r.owner_set',
      'e.owner_set',
    );
  }
  return query;
}

/** The columns of a {@link ServiceRow}. */
export function serviceColumns(knex: Knex, hasReacher: boolean) {
  return {
    entity_ref: 'e.entity_ref',
    title: 'e.title',
    sort_name: 'e.sort_name',
    kind: 'e.kind',
    type: 'e.type',
    lifecycle: 'e.lifecycle',
    tier: 'e.tier',
    system_ref: 'e.system_ref',
    owner_set: 'e.owner_set',
    people: 'c.people',
    covered: 'c.covered',
    uncovered: 'c.uncovered',
    unknown: 'c.unknown',
    exempt: 'c.exempt',
    phone_only: 'c.phone_only',
    phone_ends: 'c.phone_ends',
    privileged_uncovered: 'c.privileged_uncovered',
    owners_not_found: 'c.owners_not_found',
    path: hasReacher ? 'r.path' : knex.raw('null'),
  };
}
