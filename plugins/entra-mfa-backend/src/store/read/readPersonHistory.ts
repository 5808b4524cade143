import type { Knex } from 'knex';
import { toDate, toDateOrNull } from '../sql/instant';
import type { PersonRow } from '../sql/tables';
import { allowedPeople, type PersonCriteria } from './personFilter';
import type { SnapshotView } from '../asOf/types';
import { versionAt } from '../asOf/versionAt';

/** What was true of a person from one snapshot to another. */
export interface PersonVersion {
  row: PersonRow;
  from: Date;
  /** Null while it is true. */
  to: Date | null;
  rulesVersion: string;
}

/**
 * The versions of a person up to a snapshot, the newest first: all, or those at the end of which the caller
 * could see the person, as they can now.
 */
export async function readPersonHistory(
  knex: Knex,
  view: SnapshotView,
  objectId: string,
  allowed: PersonCriteria | null,
): Promise<PersonVersion[]> {
  const query = knex({ h: 'person' })
    .join({ s: 'snapshot' }, join =>
      join
        .on('s.tenant_id', 'h.tenant_id')
        .andOn('s.snapshot', 'h.from_snapshot'),
    )
    .leftJoin({ e: 'snapshot' }, join =>
      join
        .on('e.tenant_id', 'h.tenant_id')
        .andOn('e.snapshot', 'h.to_snapshot')
        .andOnVal('e.snapshot', '<=', view.snapshot),
    )
    .where({ 'h.tenant_id': view.tenantId, 'h.object_id': objectId })
    .andWhere('h.from_snapshot', '<=', view.snapshot)
    .orderBy('h.from_snapshot', 'desc')
    .select('h.*', {
      version_from: 's.at',
      version_to: 'e.at',
      rules_version: 's.rules_version',
    });
  if (allowed) {
    query.whereExists(seenAtItsEnd(knex, view, allowed));
  }
  const rows = await query;
  return rows.map(row => ({
    row,
    from: toDate(row.version_from),
    to: toDateOrNull(row.version_to),
    rulesVersion: row.rules_version,
  }));
}

function seenAtItsEnd(
  knex: Knex,
  { tenantId, snapshot }: SnapshotView,
  allowed: PersonCriteria,
): Knex.QueryCallback {
  const last = {
    tenantId,
    snapshot: knex.raw(
      '(case when h.to_snapshot > ? then ? else h.to_snapshot - 1 end)',
      [snapshot, snapshot],
    ),
    newest: false,
  };
  return query =>
    query
      .from({ p: 'person' })
      .select(knex.raw('1'))
      .whereRaw('p.object_id = h.object_id')
      .andWhere(versionAt(last, 'p'))
      .andWhere(allowedPeople(knex, last, allowed));
}
