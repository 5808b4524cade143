import type { Knex } from 'knex';
import { toDate, toDateOrNull } from '../instant';
import type { PersonRow } from '../tables';
import type { SnapshotView } from './types';

/** What was true of a person from one snapshot to another. */
export interface PersonVersion {
  row: PersonRow;
  from: Date;
  /** Null while it is true. */
  to: Date | null;
  rulesVersion: string;
}

/** Every version of a person up to a snapshot, the newest first. */
export async function readPersonHistory(
  knex: Knex,
  view: SnapshotView,
  objectId: string,
): Promise<PersonVersion[]> {
  const rows = await knex({ p: 'person' })
    .join({ s: 'snapshot' }, join =>
      join
        .on('s.tenant_id', 'p.tenant_id')
        .andOn('s.snapshot', 'p.from_snapshot'),
    )
    .leftJoin({ e: 'snapshot' }, join =>
      join
        .on('e.tenant_id', 'p.tenant_id')
        .andOn('e.snapshot', 'p.to_snapshot')
        .andOnVal('e.snapshot', '<=', view.snapshot),
    )
    .where({ 'p.tenant_id': view.tenantId, 'p.object_id': objectId })
    .andWhere('p.from_snapshot', '<=', view.snapshot)
    .orderBy('p.from_snapshot', 'desc')
    .select('p.*', {
      version_from: 's.at',
      version_to: 'e.at',
      rules_version: 's.rules_version',
    });
  return rows.map(row => ({
    row,
    from: toDate(row.version_from),
    to: toDateOrNull(row.version_to),
    rulesVersion: row.rules_version,
  }));
}
