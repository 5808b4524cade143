import type { Knex } from 'knex';
import type { Fence } from './fence';
import type { RunCollectorRow } from '../sql/tables';

/** Says of what a run was reading when it ended that only a part was read. */
export async function endReads(
  trx: Knex.Transaction,
  { tenantId, run }: Pick<Fence, 'tenantId' | 'run'>,
): Promise<void> {
  await trx<RunCollectorRow>('run_collector')
    .where({ tenant_id: tenantId, run, outcome: 'running' })
    .update({ outcome: 'partial' });
}
