import type { DataSet } from '@entra-mfa/backstage-plugin-entra-mfa-common';
import type { Knex } from 'knex';
import { holdRun, type Fence } from './fence';
import type { RunCollectorRow } from '../sql/tables';

/**
 * Changes what is told of a data set of a run: how long it has waited, while no page is written, or what is wrong
 * with it although it was read to its end.
 */
export async function updateCollector(
  knex: Knex,
  fence: Fence,
  dataSet: DataSet,
  change: Partial<Pick<RunCollectorRow, 'waited_ms' | 'problem'>>,
): Promise<void> {
  await knex.transaction(async trx => {
    await holdRun(trx, fence);
    await trx<RunCollectorRow>('run_collector')
      .where({
        tenant_id: fence.tenantId,
        run: fence.run,
        data_set: dataSet,
      })
      .update(change);
  });
}
