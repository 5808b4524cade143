import { ConflictError } from '@backstage/errors';
import type { EntraMfaSyncs } from '@entra-mfa/backstage-plugin-entra-mfa-node';
import { setTimeout } from 'node:timers/promises';

/** How often, and how long apart, it is tried: for longer than the minute. */
const TRIES = 45;
const TRY_AFTER_MS = 2_000;

/**
 * Syncs a tenant, and waits before where it must: one that was killed counts as under way for a minute of
 * the database's time, whatever day is simulated.
 */
export async function syncWhenFree(
  syncs: Pick<EntraMfaSyncs, 'run'>,
  tenantId: string,
  wait: (milliseconds: number) => Promise<unknown> = setTimeout,
): Promise<void> {
  for (let tries = 1; ; tries += 1) {
    try {
      await syncs.run(tenantId);
      return;
    } catch (error) {
      if (!(error instanceof ConflictError) || tries === TRIES) {
        throw error;
      }
      await wait(TRY_AFTER_MS);
    }
  }
}
