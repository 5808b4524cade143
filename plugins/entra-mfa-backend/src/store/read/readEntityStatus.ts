import type { Knex } from 'knex';
import type { PersonChangeRow, SnapshotRow } from '../sql/tables';
import type { SnapshotView } from '../asOf/types';
import { versionAt } from '../asOf/versionAt';

/** The state of each User entity: that of the person, for whichever of several of theirs. */
export async function readUserStatus(
  knex: Knex,
  view: SnapshotView,
): Promise<{ objectId: string; entityRef: string; state: string }[]> {
  return knex({ p: 'person' })
    .where(versionAt(view, 'p'))
    .whereNotNull('p.entity_ref')
    .select({
      objectId: 'p.object_id',
      entityRef: 'p.entity_ref',
      state: 'p.state',
    })
    .unionAll(further =>
      further
        .from({ f: 'person_entity' })
        .join({ p: 'person' }, 'p.object_id', 'f.object_id')
        .where(versionAt(view, 'f'))
        .andWhere(versionAt(view, 'p'))
        .select({
          objectId: 'p.object_id',
          entityRef: 'f.entity_ref',
          state: 'p.state',
        }),
    )
    .orderBy(['objectId', 'entityRef']);
}

/** What a snapshot's assessments follow from: while it stays, so do they. */
export async function readAssessedVersion(
  knex: Knex,
  view: SnapshotView,
): Promise<string> {
  const row = await knex<SnapshotRow>('snapshot')
    .where({ tenant_id: view.tenantId, snapshot: view.snapshot })
    .first();
  if (!row) {
    return '';
  }
  const dataSets: Record<string, { version: number }> = JSON.parse(
    row.data_sets,
  );
  // A second read without a row, a hire date and an exception change a state, and no data set.
  const [{ changed }] = await knex<PersonChangeRow>('person_change')
    .where({ tenant_id: view.tenantId })
    .andWhere('snapshot', '<=', view.snapshot)
    .max({ changed: 'snapshot' });
  return JSON.stringify([
    view.tenantId,
    row.rules_version,
    Object.keys(dataSets)
      .sort()
      .map(id => [id, dataSets[id].version]),
    changed,
  ]);
}
