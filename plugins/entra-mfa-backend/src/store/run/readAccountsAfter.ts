import type { Knex } from 'knex';
import type { RegistrationBody, UserBody } from '../../collectors/types';
import { STILL_TRUE, type RecordRow } from '../sql/tables';

const ACCOUNTS_AT_ONCE = 1_000;

/** What is stored of an account, what this run has read first. */
export interface StoredAccount {
  id: string;
  user: UserBody;
  /** The run that wrote the user. */
  userRun: number;
  /** Null without a row in the report. */
  registration: RegistrationBody | null;
  /** The record of the data set that is asked about. */
  record: Record<string, unknown> | null;
}

type Stored = Pick<RecordRow, 'record_key' | 'body' | 'from_run'>;

/** Reads the accounts of the directory with a greater id than the one given, in the order of their ids. */
export async function* readAccountsAfter(
  knex: Knex,
  of: { tenantId: string; dataSet: string },
  after: string,
): AsyncGenerator<StoredAccount> {
  const newest = (dataSet: string) =>
    knex<RecordRow>('record')
      .where({ tenant_id: of.tenantId, data_set: dataSet, to_run: STILL_TRUE })
      .orderBy([
        { column: 'record_key' },
        { column: 'from_run', order: 'desc' },
      ])
      .select('record_key', 'body', 'from_run');
  for (let from = after; ; ) {
    const users: Stored[] = await newest('users')
      .where('record_key', '>', from)
      .limit(ACCOUNTS_AT_ONCE);
    if (users.length === 0) {
      return;
    }
    const to = users[users.length - 1].record_key;
    const among = async (dataSet: string) =>
      firstOfEach(
        await newest(dataSet)
          .where('record_key', '>', from)
          .where('record_key', '<=', to),
      );
    const registrations = await among('registrations');
    const records = await among(of.dataSet);
    for (const [id, { body, from_run }] of firstOfEach(users)) {
      yield {
        id,
        user: JSON.parse(body),
        userRun: from_run,
        registration: parsed(registrations.get(id)),
        record: parsed(records.get(id)),
      };
    }
    from = to;
  }
}

/** A record that this run has changed is there twice: the newer one comes first. */
function firstOfEach(rows: readonly Stored[]): Map<string, Stored> {
  const first = new Map<string, Stored>();
  for (const row of rows) {
    if (!first.has(row.record_key)) {
      first.set(row.record_key, row);
    }
  }
  return first;
}

function parsed<T>(row: Stored | undefined): T | null {
  return row ? JSON.parse(row.body) : null;
}
