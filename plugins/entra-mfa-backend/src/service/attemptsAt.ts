import { DateTime } from 'luxon';
import type { Knex } from 'knex';
import { AttemptCounter } from '../assess/AttemptCounter';
import { eachPersonsEvents } from '../evaluate/eachPersonsEvents';
import type { Found } from './Snapshots';

const DAYS = 30;

/** Who tried to register or to reset a password in the 30 days before a snapshot; null where it was not read. */
export async function attemptsAt(
  knex: Knex,
  { snapshot, view }: Found,
): Promise<{
  window: { from: Date; to: Date };
  counts: ReturnType<AttemptCounter['result']>;
} | null> {
  const version: number | undefined = JSON.parse(snapshot.dataSets)[
    'registration-events'
  ]?.version;
  if (version === undefined) {
    return null;
  }
  const to = snapshot.at;
  const from = DateTime.fromJSDate(to).minus({ days: DAYS }).toJSDate();
  const { tenantId } = view;
  const counter = new AttemptCounter();
  for await (const events of eachPersonsEvents(knex, {
    tenantId,
    version,
    from,
  })) {
    counter.add(events);
  }
  return { window: { from, to }, counts: counter.result() };
}
