import type { LoggerService } from '@backstage/backend-plugin-api';
import type { EntraMfaClock } from '@entra-mfa/backstage-plugin-entra-mfa-node';
import type { Knex } from 'knex';
import { forgetEvents } from '../store/connections/forgetEvents';
import { readConnections } from '../store/connections/readConnections';
import { forgetGroups } from '../store/run/forgetGroups';
import { forgetSignIns } from '../store/run/forgetSignIns';
import { forgetRecordsBefore } from '../store/run/forgetRecordsBefore';

/** So many at once: who writes into a trail waits no longer than for these. */
const BATCH = 1_000;
const DAY = 86_400_000;

/**
 * Removes what is older than it is kept from every trail, the oldest first, batch by batch: where it is stopped, the
 * next time goes on. So it does with what people tried with their methods.
 */
export async function forgetOldEvents(
  {
    knex,
    clock,
    logger,
    auditDays,
    eventDays,
    signInActivity,
    entraGroups,
    batch = BATCH,
  }: {
    knex: Knex;
    clock: EntraMfaClock;
    logger: LoggerService;
    auditDays: number;
    eventDays: number;
    /** Whether last sign-ins are read; what was read of them before goes where they are not. */
    signInActivity: boolean;
    /** The same of groups of the tenant. */
    entraGroups: { read: boolean };
    batch?: number;
  },
  signal: AbortSignal,
): Promise<void> {
  const now = clock.now();
  const before = new Date(now.getTime() - auditDays * DAY);
  for (const { tenant_id } of await readConnections(knex)) {
    await forgetRecordsBefore(
      knex,
      tenant_id,
      new Date(now.getTime() - eventDays * DAY),
    );
    if (!signInActivity) {
      await forgetSignIns(knex, tenant_id);
    }
    if (!entraGroups.read) {
      await forgetGroups(knex, tenant_id);
    }
    let removed = 0;
    let last = 0;
    do {
      signal.throwIfAborted();
      last = await forgetEvents(knex, tenant_id, { before, batch, now });
      removed += last;
    } while (last > 0);
    if (removed > 0) {
      logger.info(
        `${removed} events that were older than ${auditDays} days were removed from the audit trail of tenant ${tenant_id}`,
      );
    }
  }
}
