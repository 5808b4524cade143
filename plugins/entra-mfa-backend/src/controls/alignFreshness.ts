import type { EntraMfaClock } from '@entra-mfa/backstage-plugin-entra-mfa-node';
import type { Knex } from 'knex';
import { freshUntil } from '../assess/freshUntil';
import type { EntraMfaConfig } from '../config/types';
import { readNewestNumber, readSnapshot } from '../store/asOf/readSnapshot';
import { moveFreshUntil } from '../store/controls/freshness';

/** Applies other limits of the configuration to what is still fresh. What has been stale waits for the next sync. */
export async function alignFreshness(options: {
  config: Pick<EntraMfaConfig, 'staleAfterSeconds' | 'reportStaleAfterSeconds'>;
  knex: Knex;
  clock: EntraMfaClock;
  tenantIds: readonly string[];
}): Promise<void> {
  const { config, knex, clock, tenantIds } = options;
  for (const tenantId of tenantIds) {
    const newest = await readNewestNumber(knex, tenantId);
    const snapshot = await readSnapshot(knex, tenantId, newest);
    if (snapshot) {
      await moveFreshUntil(knex, tenantId, {
        to: freshUntil(config, snapshot),
        now: clock.now(),
      });
    }
  }
}
