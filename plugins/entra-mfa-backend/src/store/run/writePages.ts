import type { DataSet } from '@entra-mfa/backstage-plugin-entra-mfa-common';
import type { Knex } from 'knex';
import { bulkInsert } from '../sql/bulkInsert';
import { holdRun, type Fence } from './fence';
import { keyIn } from '../sql/keyIn';
import { saveCollector, type CollectorState } from './saveCollector';
import { STILL_TRUE, type RecordRow, type StageRow } from '../sql/tables';

/** A record to be written, as its hash and its JSON. */
export interface NewRecord {
  hash: string;
  body: string;
}

/** What some pages of one data set leave in the store. */
export interface PagesWrite {
  dataSet: DataSet;
  /** New and changed records by key. */
  records: ReadonlyMap<string, NewRecord>;
  /** Keys that an earlier page of this run wrote, and that a later page gave again. */
  rewritten: readonly string[];
  pages: Omit<StageRow, 'tenant_id' | 'run' | 'data_set'>[];
  state: CollectorState;
}

/** Writes pages, all or nothing: where the read stands, and what it found to be new. */
export async function writePages(
  knex: Knex,
  fence: Fence,
  write: PagesWrite,
): Promise<void> {
  const { tenantId, run } = fence;
  const { dataSet } = write;
  await knex.transaction(async trx => {
    await holdRun(trx, fence);
    if (write.rewritten.length > 0) {
      await trx<RecordRow>('record')
        .where({ tenant_id: tenantId, data_set: dataSet, from_run: run })
        .where(keyIn(trx, 'record_key', write.rewritten))
        .delete();
    }
    if (write.records.size > 0) {
      await bulkInsert(
        trx,
        'record',
        [
          'tenant_id',
          'data_set',
          'record_key',
          'from_run',
          'to_run',
          'hash',
          'body',
        ],
        (function* rows() {
          for (const [key, { hash, body }] of write.records) {
            yield [tenantId, dataSet, key, run, STILL_TRUE, hash, body];
          }
        })(),
      );
    }
    await trx<StageRow>('stage').insert(
      write.pages.map(page => ({
        tenant_id: tenantId,
        run,
        data_set: dataSet,
        ...page,
      })),
    );
    await saveCollector(trx, fence, dataSet, write.state);
  });
}
