import type { DataSet } from '@entra-mfa/backstage-plugin-entra-mfa-common';
import type { Knex } from 'knex';
import { toDate, toDateOrNull } from '../sql/instant';
import { isAlive } from './isAlive';
import type { DataSetRow, RunCollectorRow, RunRow } from '../sql/tables';

/** Where the running sync of a tenant is. */
export interface StoredProgress {
  run: number;
  startedAt: Date;
  /** The data set that is being read, of several the one that everything waits for; null between two. */
  dataSet: DataSet | null;
  pages: number;
  rows: number;
  /** As many as the last published reading of it had; null where there was none. */
  rowsBefore: number | null;
  /** Since when it is read; null where the read was gone on with. */
  dataSetStartedAt: Date | null;
  /** People of the directory that the run has read. */
  people: number;
  /** How many there are: read to the end, else as Graph said or as there were; null where nothing tells. */
  expectedPeople: number | null;
  /** Whether the report is read, or is not to be. */
  reportRead: boolean;
  /** Whether everything is read. */
  readToTheEnd: boolean;
  /** How long was waited for each data set. */
  waits: { dataSet: DataSet; waitedMs: number }[];
}

/** The report waits for the people, and the figures for the report. */
const shownFirst: readonly DataSet[] = ['users', 'registrations'];

/** Where the running sync of a tenant is; null when none runs, or when it has died. */
export async function readProgress(
  knex: Knex,
  tenantId: string,
): Promise<StoredProgress | null> {
  const last = await knex<RunRow>('run')
    .where({ tenant_id: tenantId })
    .orderBy('run', 'desc')
    .first();
  if (!last || !(await isAlive(knex, last))) {
    return null;
  }
  const collectors = await knex<RunCollectorRow>('run_collector')
    .where({ tenant_id: tenantId, run: last.run })
    .orderBy('data_set');
  const running = collectors.filter(row => row.outcome === 'running');
  const current =
    running.find(row => shownFirst.includes(row.data_set)) ?? running[0];
  const people = collectors.find(row => row.data_set === 'users');
  const report = collectors.find(row => row.data_set === 'registrations');
  const reportRead = report !== undefined && report.outcome !== 'running';
  const before = await knex<DataSetRow>('data_set')
    .where({ tenant_id: tenantId })
    .whereIn('data_set', [current?.data_set ?? '', 'users'])
    .select('data_set', 'rows');
  const rowsOf = (dataSet?: string) =>
    before.find(row => row.data_set === dataSet)?.rows ?? null;
  return {
    run: last.run,
    startedAt: toDate(last.started_at),
    dataSet: current?.data_set ?? null,
    pages: current?.pages ?? 0,
    rows: current?.rows ?? 0,
    rowsBefore: rowsOf(current?.data_set),
    dataSetStartedAt: toDateOrNull(current?.started_at ?? null),
    people: people?.rows ?? 0,
    expectedPeople:
      people?.outcome === 'complete'
        ? people.rows
        : last.expected_people ?? rowsOf('users'),
    reportRead,
    readToTheEnd: reportRead && current === undefined,
    waits: collectors.map(row => ({
      dataSet: row.data_set,
      waitedMs: row.waited_ms,
    })),
  };
}
