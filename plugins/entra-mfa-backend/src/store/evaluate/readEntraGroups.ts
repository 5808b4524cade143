import type { PersonState } from '@entra-mfa/backstage-plugin-entra-mfa-common';
import type { Knex } from 'knex';
import { STILL_TRUE, type PersonRow, type RecordRow } from '../sql/tables';

const ROWS_AT_ONCE = 20_000;
const PEOPLE_AT_ONCE = 2_000;

/** The records of groups at a version: see `GroupBody`. */
interface GroupRecords {
  tenantId: string;
  version: number;
}

/** Records of groups whose keys lie from one to before another, in their order. */
export async function* readGroupRecords(
  knex: Knex,
  { tenantId, version }: GroupRecords,
  from: string,
  to: string,
): AsyncGenerator<Pick<RecordRow, 'record_key' | 'body'>[]> {
  let after: string | null = null;
  let rows: Pick<RecordRow, 'record_key' | 'body'>[];
  do {
    const query = knex<RecordRow>('record')
      .where({ tenant_id: tenantId, data_set: 'groups' })
      .where('record_key', after === null ? '>=' : '>', after ?? from)
      .where('record_key', '<', to)
      .where('from_run', '<=', version)
      .where('to_run', '>', version)
      .orderBy('record_key')
      .limit(ROWS_AT_ONCE)
      .select('record_key', 'body');
    rows = await query;
    yield rows;
    after = rows.at(-1)?.record_key ?? null;
  } while (rows.length === ROWS_AT_ONCE);
}

/** One person as a snapshot that is not published yet has them. */
export interface StateOfPerson {
  objectId: string;
  state: PersonState;
  /** Whether the snapshot wrote them. */
  isNew: boolean;
}

/** Everybody by their newest row, in the order of their ids, so many at a time; who left is among them. */
export async function* readStates(
  knex: Knex,
  { tenantId, snapshot }: { tenantId: string; snapshot: number },
): AsyncGenerator<StateOfPerson[]> {
  let after = '';
  for (;;) {
    const rows = await knex<PersonRow>('person')
      .where({ tenant_id: tenantId, to_snapshot: STILL_TRUE })
      .where('from_snapshot', '<=', snapshot)
      .where('object_id', '>', after)
      .orderBy(['object_id', 'from_snapshot'])
      .limit(PEOPLE_AT_ONCE)
      .select('object_id', 'from_snapshot', 'state');
    const isWhole = rows.length < PEOPLE_AT_ONCE;
    const last = rows.at(-1)?.object_id;
    // Of the last one, another row may follow.
    const some = isWhole
      ? rows
      : rows.filter(({ object_id: id }) => id !== last);
    const people = new Map<string, StateOfPerson>();
    for (const { object_id: id, from_snapshot: from, state } of some) {
      people.set(id, {
        objectId: id,
        state: state as PersonState,
        isNew: from === snapshot,
      });
    }
    yield [...people.values()];
    if (isWhole) {
      return;
    }
    after = some.at(-1)!.object_id;
  }
}
