import type { Knex } from 'knex';
import type { DataSetId, RegistrationBody } from '../../collectors/types';
import { readLastStep } from './readLastStep';
import { toDate, toDateOrNull } from '../sql/instant';
import {
  STILL_TRUE,
  type DataSetRow,
  type RecordRow,
  type SnapshotDataSet,
  type SnapshotRow,
} from '../sql/tables';

/** Where the data sets of a tenant stand. */
export interface DataSetVersions {
  dataSets: Partial<Record<DataSetId, SnapshotDataSet>>;
  /** The oldest read among the data sets that the figure needs, as far as they were read. */
  readAt: Date | null;
  /** When Microsoft refreshed the report: the time of its median row. */
  reportRefreshedAt: Date | null;
  /** Rows of the report; 0 where it was not read. */
  reportRows: number;
  lastSnapshot: SnapshotRow | null;
  /** The number of the newest step that the next snapshot assesses. */
  step: number;
}

/** Reads the versions that the next snapshot assesses, and the snapshot before it. */
export async function readDataSetVersions(
  knex: Knex,
  tenantId: string,
  lastSnapshot: number,
  ofEverybody: readonly DataSetId[],
): Promise<DataSetVersions> {
  const step = await readLastStep(knex, tenantId);
  const rows = await knex<DataSetRow>('data_set')
    .where({
      tenant_id: tenantId,
    })
    .orderBy('data_set');
  const last = await knex<SnapshotRow>('snapshot')
    .where({ tenant_id: tenantId, snapshot: lastSnapshot })
    .first();

  const needed = rows.filter(row =>
    ofEverybody.some(id => id === row.data_set),
  );
  const reads = needed.map(row => toDate(row.read_at).getTime());
  const report = rows.find(row => row.data_set === 'registrations');
  const from = report && (await readFrom(knex, tenantId));
  return {
    dataSets: Object.fromEntries(
      rows.map((row): [string, SnapshotDataSet] => [
        row.data_set,
        {
          version: row.version,
          readRun: row.read_run,
          readAt: toDate(row.read_at).toISOString(),
          ...(row === report && from && { from }),
        },
      ]),
    ),
    readAt: reads.length > 0 ? new Date(Math.min(...reads)) : null,
    reportRefreshedAt: toDateOrNull(report?.report_refreshed_at ?? null),
    reportRows: report?.rows ?? 0,
    lastSnapshot: last ?? null,
    step,
  };
}

/** The rows of one read are all made in the same way. */
async function readFrom(
  knex: Knex,
  tenantId: string,
): Promise<RegistrationBody['from']> {
  const row = await knex<RecordRow>('record')
    .where({
      tenant_id: tenantId,
      data_set: 'registrations',
      to_run: STILL_TRUE,
    })
    .orderBy('record_key')
    .first('body');
  const body: RegistrationBody | null = row ? JSON.parse(row.body) : null;
  return body?.from;
}
