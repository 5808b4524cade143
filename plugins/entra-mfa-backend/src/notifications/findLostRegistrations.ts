import type { EntraMfaClock } from '@entra-mfa/backstage-plugin-entra-mfa-node';
import type { Knex } from 'knex';
import type { EntraMfaConfig } from '../config/types';
import { readNewestNumber, readSnapshotAt } from '../store/asOf/readSnapshot';
import { findLost, findSuspects } from './findLost';
import { lostNotices } from './lostNotices';
import type { NoticeFinder } from './Notice';

/** What could not be told for so long is told no more: the page shows it. In milliseconds. */
const TELL_WITHIN = 3 * 24 * 3_600_000;

/** Finds recent snapshots with which people lost their registration, for their leads and for security. */
export function findLostRegistrations({
  knex,
  clock,
  notify,
}: {
  knex: Knex;
  clock: EntraMfaClock;
  notify: EntraMfaConfig['notify'];
}): NoticeFinder {
  return {
    what: 'lost registrations',
    async *find(tenantId, told) {
      if (!notify.leads && notify.security.length === 0) {
        return;
      }
      const since = new Date(clock.now().getTime() - TELL_WITHIN);
      const before = await readSnapshotAt(knex, tenantId, since);
      const suspects = await findSuspects(knex, {
        tenantId,
        after: before?.number ?? 0,
        upTo: await readNewestNumber(knex, tenantId),
      });
      const looked = await told([...suspects.keys()].map(wholeKey));
      for (const [snapshot, steps] of suspects) {
        if (!looked.has(wholeKey(snapshot))) {
          const lost = await findLost(knex, tenantId, snapshot, steps);
          if (lost) {
            yield lostNotices(tenantId, lost, notify);
          }
          yield [{ key: wholeKey(snapshot), send: null }];
        }
      }
    },
  };
}

/** Remembers that a snapshot has been told as a whole. */
function wholeKey(snapshot: number): string {
  return `lost/${snapshot}`;
}
