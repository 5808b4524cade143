import type {
  DataSet,
  Problem,
} from '@entra-mfa/backstage-plugin-entra-mfa-common';
import type { Knex } from 'knex';
import { holdRun, type Fence } from './fence';
import type { RunCollectorRow } from '../sql/tables';

/** Keeps with a run what is wrong with a data set that was read to its end. */
export async function saveProblem(
  knex: Knex,
  fence: Fence,
  dataSet: DataSet,
  problem: Problem,
): Promise<void> {
  await knex.transaction(async trx => {
    await holdRun(trx, fence);
    await trx<RunCollectorRow>('run_collector')
      .where({
        tenant_id: fence.tenantId,
        run: fence.run,
        data_set: dataSet,
      })
      .update({ problem: JSON.stringify(problem) });
  });
}
