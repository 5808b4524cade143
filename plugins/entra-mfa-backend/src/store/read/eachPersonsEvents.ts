import type { Knex } from 'knex';
import type { RegistrationEventBody } from '../../collectors/types';
import { recordAt } from '../asOf/recordAt';
import type { RecordRow } from '../sql/tables';

const ROWS_AT_ONCE = 5_000;

/** Reads what each person tried from a time on, one person after the other. */
export async function* eachPersonsEvents(
  knex: Knex,
  of: { tenantId: string; version: number; from: Date },
): AsyncGenerator<RegistrationEventBody[]> {
  const from = of.from.toISOString();
  let after = '';
  let person = '';
  let events: RegistrationEventBody[] = [];
  for (;;) {
    const rows = await knex<RecordRow>('record')
      .where({ tenant_id: of.tenantId, data_set: 'registration-events' })
      .where(recordAt(of.version))
      .where('record_key', '>', after)
      .orderBy('record_key')
      .limit(ROWS_AT_ONCE)
      .select('record_key', 'body');
    for (const { record_key: key, body } of rows) {
      const [objectId, at] = key.split('|');
      if (objectId !== person) {
        if (events.length > 0) yield events;
        person = objectId;
        events = [];
      }
      if (at >= from) {
        events.push(JSON.parse(body));
      }
    }
    if (rows.length < ROWS_AT_ONCE) {
      break;
    }
    after = rows[rows.length - 1].record_key;
  }
  if (events.length > 0) yield events;
}
