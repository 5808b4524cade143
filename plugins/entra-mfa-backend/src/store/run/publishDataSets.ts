import type { Knex } from 'knex';
import { eachKeyIn } from '../sql/eachKeyIn';
import { GONE } from './deltaRecords';
import { holdRun, type Fence } from './fence';
import type { Keys } from '../../packed/Keys';
import { publishWholeRound } from './wholeRound';
import { STILL_TRUE, type DataSetRow, type RecordRow } from '../sql/tables';

/** A data set that was read whole. */
export interface CompleteDataSet {
  dataSet: string;
  /** Whether the read found anything that differs from the version before. */
  differs: boolean;
  /** Keys whose record before this run is no longer true: changed or removed; null where the run has written all that is. */
  replaced: Keys | null;
  /** Whether what is no longer true goes at once. */
  keepsNoPast?: boolean;
  /** Keys of which the run has only written that there is none any more: see `GONE`. */
  gone?: Keys;
  /** Where what changes from now on is told; only of a data set that is read by what changed. */
  deltaLink?: string | null;
  rows: number;
  readAt: Date;
  reportRefreshedAt: Date | null;
}

/**
 * Makes the complete reads of a run the next versions of their data sets, all in one transaction. Its
 * pages stay until the snapshot: a run that is stopped before is gone on with.
 */
export async function publishDataSets(
  knex: Knex,
  fence: Fence,
  dataSets: readonly CompleteDataSet[],
): Promise<void> {
  const { tenantId, run } = fence;
  await knex.transaction(async trx => {
    await holdRun(trx, fence);
    for (const complete of dataSets) {
      const { dataSet, replaced, keepsNoPast } = complete;
      if (replaced === null) {
        await publishWholeRound(trx, { tenantId, dataSet, run });
      }
      await eachKeyIn(trx, 'record_key', replaced ?? [], isOne => {
        const ended = trx<RecordRow>('record')
          .where({ tenant_id: tenantId, data_set: dataSet, to_run: STILL_TRUE })
          .where('from_run', '<', run)
          .where(isOne);
        return keepsNoPast ? ended.delete() : ended.update({ to_run: run });
      });
      if (complete.gone) {
        await eachKeyIn(trx, 'record_key', complete.gone, isOne =>
          trx<RecordRow>('record')
            .where({ tenant_id: tenantId, data_set: dataSet, from_run: run })
            .where({ body: GONE.body })
            .where(isOne)
            .delete(),
        );
      }
      const stand = {
        read_run: run,
        read_at: complete.readAt,
        rows: complete.rows,
        report_refreshed_at: complete.reportRefreshedAt,
        ...(complete.differs ? { version: run } : {}),
        ...(complete.deltaLink !== undefined && {
          delta_link: complete.deltaLink,
        }),
      };
      await trx<DataSetRow>('data_set')
        .insert({
          tenant_id: tenantId,
          data_set: dataSet,
          ...stand,
          version: run,
        })
        .onConflict(['tenant_id', 'data_set'])
        .merge(stand);
    }
  });
}
