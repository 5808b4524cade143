import type { Knex } from 'knex';
import type {
  CoverageRow,
  DataSetRow,
  PersonChangeRow,
  PersonRow,
  RecordRow,
  StageRow,
  TenantRow,
} from '../sql/tables';

const assessedTables = [
  'person',
  'person_team',
  'person_role',
  'person_entity',
  'team',
  'team_lead',
  'coverage',
  'entra_group',
  'unmatched',
  'owned_entity',
  'owner_set',
  'owner_coverage',
] as const;

/**
 * Removes what a run wrote and nobody sees: its records of data sets that it did not publish, its
 * pages, and assessed rows above the last snapshot.
 */
export async function removeUnpublished(
  trx: Knex.Transaction,
  { tenantId, run }: { tenantId: string; run: number },
): Promise<void> {
  const published = trx<DataSetRow>('data_set')
    .select('data_set')
    .where({ tenant_id: tenantId, read_run: run });
  await trx<RecordRow>('record')
    .where({ tenant_id: tenantId, from_run: run })
    .whereNotIn('data_set', published)
    .delete();
  await trx<StageRow>('stage').where({ tenant_id: tenantId, run }).delete();
  await removeAssessed(trx, tenantId);
}

/** Removes only what was assessed and not published: rows above the last snapshot. */
export async function removeAssessed(
  trx: Knex.Transaction,
  tenantId: string,
): Promise<void> {
  const tenant = await trx<TenantRow>('tenant')
    .where({ tenant_id: tenantId })
    .first('last_snapshot');
  for (const table of assessedTables) {
    await trx<PersonRow | CoverageRow>(table)
      .where({ tenant_id: tenantId })
      .where('from_snapshot', '>', tenant?.last_snapshot ?? 0)
      .delete();
  }
  await trx<PersonChangeRow>('person_change')
    .where({ tenant_id: tenantId })
    .where('snapshot', '>', tenant?.last_snapshot ?? 0)
    .delete();
}
