import type { Knex } from 'knex';
import type { RegistrationEventBody } from '../../collectors/types';
import { recordAt } from '../asOf/recordAt';
import type { RecordRow } from '../sql/tables';

/** Reads of everybody from one object id to another what they tried, the oldest first. Who tried nothing is not there. */
export async function readEvents(
  knex: Knex,
  of: { tenantId: string; version: number; from: string; to: string },
): Promise<Map<string, RegistrationEventBody[]>> {
  const rows = await knex<RecordRow>('record')
    .where({ tenant_id: of.tenantId, data_set: 'registration-events' })
    .where(recordAt(of.version))
    .where('record_key', '>', `${of.from}|`)
    // No time begins with a letter.
    .where('record_key', '<', `${of.to}|a`)
    .orderBy('record_key')
    .select('record_key', 'body');
  const events = new Map<string, RegistrationEventBody[]>();
  for (const { record_key: key, body } of rows) {
    const person = key.slice(0, key.indexOf('|'));
    const known = events.get(person) ?? [];
    known.push(JSON.parse(body));
    events.set(person, known);
  }
  return events;
}
