import type { EntraMfaClock } from '@entra-mfa/backstage-plugin-entra-mfa-node';
import type { Knex } from 'knex';
import { daysBetween, dayOf } from '../assess/exceptions/days';
import type { EntraMfaConfig } from '../config/types';
import { readExceptionsInForce } from '../store/exceptions/readExceptionsInForce';
import { endNotice } from './exceptionNotices';
import type { NoticeFinder } from './Notice';

/** Finds exceptions that are about to end, for who asked for them and who approved them. */
export function findEndingExceptions({
  knex,
  clock,
  exceptions: { remindDaysBefore },
  notify,
}: {
  knex: Knex;
  clock: EntraMfaClock;
  exceptions: Pick<EntraMfaConfig['exceptions'], 'remindDaysBefore'>;
  notify: EntraMfaConfig['notify'];
}): NoticeFinder {
  return {
    what: 'exceptions that are about to end',
    async *find(tenantId) {
      const now = clock.now();
      const inForce = await readExceptionsInForce(
        knex,
        tenantId,
        now,
        'newest',
      );
      yield inForce
        .filter(
          ({ until }) => daysBetween(dayOf(now), until) <= remindDaysBefore,
        )
        .map(row => endNotice(row, notify));
    },
  };
}
