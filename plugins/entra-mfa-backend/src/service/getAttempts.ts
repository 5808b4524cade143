import type { RegistrationAttempts } from '@entra-mfa/backstage-plugin-entra-mfa-common';
import { DateTime } from 'luxon';
import { AttemptCounter } from '../assess/AttemptCounter';
import { eachPersonsEvents } from '../evaluate/eachPersonsEvents';
import type { QueryOf, ReadContext } from './types';

const DAYS = 30;

/** Who tried to register or to reset a password in the 30 days before a snapshot, and what came of it, in numbers. */
export async function getAttempts(
  { knex, snapshots }: Pick<ReadContext, 'knex' | 'snapshots'>,
  query: QueryOf<'getAttempts'>,
): Promise<RegistrationAttempts> {
  return snapshots.read(query, async found => {
    const version: number | undefined = found
      ? JSON.parse(found.snapshot.dataSets)['registration-events']?.version
      : undefined;
    const counter = new AttemptCounter();
    if (!found || version === undefined) {
      return { from: null, to: null, ...counter.result() };
    }
    const to = found.snapshot.at;
    const from = DateTime.fromJSDate(to).minus({ days: DAYS }).toJSDate();
    const { tenantId } = found.view;
    for await (const events of eachPersonsEvents(knex, {
      tenantId,
      version,
      from,
    })) {
      counter.add(events);
    }
    return {
      from: from.toISOString(),
      to: to.toISOString(),
      ...counter.result(),
    };
  });
}
