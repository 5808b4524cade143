import type { EntraMfaClock } from '@entra-mfa/backstage-plugin-entra-mfa-node';
import type { Knex } from 'knex';
import { daysAfter, dayOf } from '../assess/exceptions/days';
import type { EntraMfaConfig } from '../config/types';
import { readDecidedSince } from '../store/exceptions/readDecidedSince';
import { readOpenRequests } from '../store/exceptions/readOpenRequests';
import { decisionNotice, requestNotice } from './exceptionNotices';
import type { NoticeFinder } from './Notice';

/** What was decided longer ago is no news to who asked: they have seen it on the page, or it was told. */
const DAYS_BACK = 7;

/** Finds requests for exceptions that wait, for who decides, and what was decided, for who asked. */
export function findExceptionSteps({
  knex,
  clock,
  notify,
}: {
  knex: Knex;
  clock: EntraMfaClock;
  notify: EntraMfaConfig['notify'];
}): NoticeFinder {
  return {
    what: 'requests for exceptions, and what was decided',
    async *find(tenantId) {
      const now = clock.now();
      if (notify.approvers.length > 0) {
        const waiting = await readOpenRequests(knex, tenantId, now);
        yield waiting.map(row => requestNotice(row, notify));
      }
      const since = new Date(daysAfter(dayOf(now), -DAYS_BACK));
      const decided = await readDecidedSince(knex, tenantId, since);
      yield decided.map(row => decisionNotice(row, notify));
    },
  };
}
