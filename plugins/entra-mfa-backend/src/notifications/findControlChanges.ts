import type { EntraMfaClock } from '@entra-mfa/backstage-plugin-entra-mfa-node';
import type { Knex } from 'knex';
import type { Framework } from '../assess/controls/framework';
import type { EntraMfaConfig } from '../config/types';
import { readNewestNumber, readSnapshotAt } from '../store/asOf/readSnapshot';
import {
  readControlChanges,
  type ControlChange,
} from '../store/controls/readControlChanges';
import { readTenantNames } from '../store/read/readTenantNames';
import { controlNotice } from './controlNotice';
import type { NoticeFinder } from './Notice';

/** What could not be told for so long is told no more: the page shows it. In milliseconds. */
const TELL_WITHIN = 3 * 24 * 3_600_000;

/** Finds recent snapshots with which controls took another status, for security: one notification for each. */
export function findControlChanges({
  knex,
  clock,
  frameworks,
  notify,
}: {
  knex: Knex;
  clock: EntraMfaClock;
  frameworks: readonly Framework[];
  notify: EntraMfaConfig['notify'];
}): NoticeFinder {
  return {
    what: 'controls that changed',
    async *find(tenantId) {
      if (notify.security.length === 0) {
        return;
      }
      const since = new Date(clock.now().getTime() - TELL_WITHIN);
      const before = await readSnapshotAt(knex, tenantId, since);
      const changes = await readControlChanges(knex, {
        tenantId,
        after: before?.number ?? 0,
        upTo: await readNewestNumber(knex, tenantId),
      });
      const bySnapshot = new Map<number, ControlChange[]>();
      for (const change of changes) {
        // That the configuration says another thing is known to who changed it.
        if (change.before !== 'disabled' && change.after !== 'disabled') {
          bySnapshot.set(change.snapshot, [
            ...(bySnapshot.get(change.snapshot) ?? []),
            change,
          ]);
        }
      }
      const names = await readTenantNames(knex, [tenantId]);
      const name = names.get(tenantId) ?? tenantId;
      for (const [snapshot, of] of bySnapshot) {
        yield [
          controlNotice(
            { tenantId, name, snapshot, changes: of },
            frameworks,
            notify,
          ),
        ];
      }
    },
  };
}
