import type { EntraMfaClock } from '@entra-mfa/backstage-plugin-entra-mfa-node';
import type { Knex } from 'knex';
import { DateTime } from 'luxon';
import type { EntraMfaConfig } from '../config/types';
import { readSnapshotAt } from '../store/asOf/readSnapshot';
import type { Snapshot, SnapshotView } from '../store/asOf/types';
import { readLedTeams } from '../store/notices/readLedTeams';
import { readTenantCounts } from '../store/read/readCounts';
import { readTenantNames } from '../store/read/readTenantNames';
import { monthNotice } from './monthNotice';
import type { NoticeFinder } from './Notice';

/**
 * Finds the month that is over, once its day for being told has come: for the leads of each team that is not all
 * registered, and for security. A month in which nothing was read is told to nobody.
 */
export function findMonth({
  knex,
  clock,
  notify,
}: {
  knex: Knex;
  clock: EntraMfaClock;
  notify: EntraMfaConfig['notify'];
}): NoticeFinder {
  return {
    what: 'the month that is over',
    async *find(tenantId, told) {
      const { monthlyReportOn: day, leads, security } = notify;
      const now = DateTime.fromJSDate(clock.now(), { zone: 'utc' });
      if (day === undefined || now.day < day) {
        return;
      }
      const begin = now.startOf('month').minus({ months: 1 });
      const month = begin.toFormat('yyyy-MM');
      const whole = `month/${month}`;
      if ((await told([whole])).has(whole)) {
        return;
      }
      const at = (time: DateTime) =>
        readSnapshotAt(knex, tenantId, new Date(time.toMillis() - 1));
      const to = await at(begin.plus({ months: 1 }));
      if (to && to.at >= begin.toJSDate()) {
        const from = await at(begin);
        const viewOf = ({ number }: Snapshot): SnapshotView => ({
          ...{ tenantId, snapshot: number, newest: false },
        });
        const of = { tenantId, month, readAt: to.at };
        const before = from && viewOf(from);
        const everybody = await coverageOf(knex, viewOf(to));
        if (security.length > 0 && everybody) {
          const names = await readTenantNames(knex, [tenantId]);
          yield [
            monthNotice(of, notify, {
              ref: null,
              title: names.get(tenantId) ?? tenantId,
              leads: security,
              ...everybody,
              before: before && (await coverageOf(knex, before)),
            }),
          ];
        }
        if (leads) {
          for await (const teams of readLedTeams(knex, viewOf(to), before)) {
            yield teams.map(team => monthNotice(of, notify, team));
          }
        }
      }
      yield [{ key: whole, send: null }];
    },
  };
}

async function coverageOf(knex: Knex, view: SnapshotView) {
  const counts = await readTenantCounts(knex, view);
  return (
    counts && {
      covered: counts.states.covered,
      uncovered: counts.states.uncovered,
    }
  );
}
