import type { DataSet } from '@entra-mfa/backstage-plugin-entra-mfa-common';
import type { Knex } from 'knex';
import { holdRun, type Fence } from './fence';
import type { RunCollectorRow } from '../sql/tables';

/** Keeps how long a collector has waited, while it waits: no page is written meanwhile. */
export async function saveWaits(
  knex: Knex,
  fence: Fence,
  collector: { dataSet: DataSet; waitedMs: number },
): Promise<void> {
  await knex.transaction(async trx => {
    await holdRun(trx, fence);
    await trx<RunCollectorRow>('run_collector')
      .where({
        tenant_id: fence.tenantId,
        run: fence.run,
        data_set: collector.dataSet,
      })
      .update({ waited_ms: Math.round(collector.waitedMs) });
  });
}
