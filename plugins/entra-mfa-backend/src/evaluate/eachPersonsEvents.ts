import type { Knex } from 'knex';
import type { RegistrationEventBody } from '../collectors/types';
import { readRecords } from '../store/run/readRecords';

/** Reads what each person tried from a time on, one person after the other. */
export async function* eachPersonsEvents(
  knex: Knex,
  {
    tenantId,
    version,
    from,
  }: { tenantId: string; version: number; from: Date },
): AsyncGenerator<RegistrationEventBody[]> {
  const since = from.toISOString();
  const records = readRecords<RegistrationEventBody>(knex, {
    tenantId,
    dataSet: 'registration-events',
    version,
  });
  let person = '';
  let events: RegistrationEventBody[] = [];
  for await (const { key, body } of records) {
    const objectId = key.slice(0, key.indexOf('|'));
    if (objectId !== person) {
      if (events.length > 0) yield events;
      person = objectId;
      events = [];
    }
    if (body.at >= since) {
      events.push(body);
    }
  }
  if (events.length > 0) yield events;
}
