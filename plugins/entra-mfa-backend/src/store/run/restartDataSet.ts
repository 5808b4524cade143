import type { Knex } from 'knex';
import { holdRun, type Fence } from './fence';
import type { RecordRow, StageRow } from '../sql/tables';

/** Forgets what a run has read of one data set, so that it can be read again from its first page. */
export async function restartDataSet(
  knex: Knex,
  fence: Fence,
  dataSet: string,
): Promise<void> {
  await knex.transaction(async trx => {
    await holdRun(trx, fence);
    await trx<StageRow>('stage')
      .where({ tenant_id: fence.tenantId, run: fence.run, data_set: dataSet })
      .delete();
    await trx<RecordRow>('record')
      .where({
        tenant_id: fence.tenantId,
        data_set: dataSet,
        from_run: fence.run,
      })
      .delete();
  });
}
