import type { Knex } from 'knex';
import { STILL_TRUE, type PersonRow, type RecordRow } from '../sql/tables';

/** What is known of one person: the rows as read, and the last assessment. */
export interface PeopleFactsRow {
  object_id: string;
  /** JSON of `UserBody`. */
  user_body: string;
  /** JSON of `RegistrationBody`. */
  registration_body: string | null;
  /** The runs that wrote them. */
  user_run: number;
  registration_run: number | null;
  /** JSON of `LeaveDateBody`; null where none is known. */
  leave_body: string | null;
  /** The row that is true now. */
  last: PersonRow | null;
}

/** Everybody from one key of the directory to another. */
export interface PeopleBatch {
  people: PeopleFactsRow[];
  /** Keys of report rows that belong to nobody in the directory. */
  rowsWithoutPerson: string[];
  /** The rows of people who were assessed before and whom the directory no longer has. */
  gone: PersonRow[];
}

type BodyRow = Pick<RecordRow, 'record_key' | 'body' | 'from_run'>;

/**
 * Reads everybody of the directory in key order, in batches of at most the given size. The
 * tables are read by ranges of their keys and put together here: a join would be at the mercy of the
 * database's statistics, and there are none when a tenant has just been read for the first time. The
 * ranges leave no gap, so that what has no counterpart in the directory is found as well.
 *
 * @param of - `leaveDates`: whether they are known
 */
export async function* readPeopleFacts(
  knex: Knex,
  of: { tenantId: string; lastSnapshot: number; leaveDates: boolean },
  size: number,
): AsyncGenerator<PeopleBatch> {
  const bodies = (dataSet: string) =>
    knex<RecordRow>('record')
      .where({ tenant_id: of.tenantId, data_set: dataSet, to_run: STILL_TRUE })
      .select('record_key', 'body', 'from_run');
  let after = '';
  for (let last = false; !last; ) {
    const users: BodyRow[] = await bodies('users')
      .where('record_key', '>', after)
      .orderBy('record_key')
      .limit(size);
    last = users.length < size;
    const reports = bodies('registrations').where('record_key', '>', after);
    const leaving = bodies('leave-dates').where('record_key', '>', after);
    const people = knex<PersonRow>('person')
      .where({ tenant_id: of.tenantId, to_snapshot: STILL_TRUE })
      .where('from_snapshot', '<=', of.lastSnapshot)
      .where('object_id', '>', after);
    if (!last) {
      after = users[users.length - 1].record_key;
      reports.where('record_key', '<=', after);
      leaving.where('record_key', '<=', after);
      people.where('object_id', '<=', after);
    }
    const [reported, assessed, leave] = await Promise.all([
      reports,
      // Before the first snapshot nobody was assessed.
      of.lastSnapshot > 0 ? people : [],
      of.leaveDates ? leaving : [],
    ]);
    yield putTogether(users, reported, assessed, leave);
  }
}

function putTogether(
  users: BodyRow[],
  reports: BodyRow[],
  people: PersonRow[],
  leaving: BodyRow[],
): PeopleBatch {
  const reportOf = new Map(reports.map(row => [row.record_key, row]));
  const leaveOf = new Map(leaving.map(row => [row.record_key, row.body]));
  const lastOf = new Map(people.map(row => [row.object_id, row]));
  const facts = users.map(({ record_key, body, from_run }) => {
    const report = reportOf.get(record_key);
    const row: PeopleFactsRow = {
      object_id: record_key,
      user_body: body,
      registration_body: report?.body ?? null,
      user_run: from_run,
      registration_run: report?.from_run ?? null,
      leave_body: leaveOf.get(record_key) ?? null,
      last: lastOf.get(record_key) ?? null,
    };
    reportOf.delete(record_key);
    lastOf.delete(record_key);
    return row;
  });
  return {
    people: facts,
    rowsWithoutPerson: [...reportOf.keys()],
    gone: [...lastOf.values()],
  };
}
