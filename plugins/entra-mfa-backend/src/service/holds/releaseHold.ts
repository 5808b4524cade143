import { ConflictError, NotFoundError } from '@backstage/errors';
import type { ReleaseAccepted } from '@entra-mfa/backstage-plugin-entra-mfa-common';
import { readOpenHold } from '../../store/hold/readOpenHold';
import { releaseHold as releaseInStore } from '../../store/hold/releaseHold';
import type { SyncService } from '../../sync/types';
import type { BodyOf, ReadContext } from '../types';

const another =
  'Another figure is held by now, or somebody has released it: load the page again and look at what is held';

/**
 * Releases a held figure. It trusts the user ref that it is given.
 *
 * @param by - the entity ref of the user who decided it
 */
export async function releaseHold(
  {
    knex,
    clock,
    sync,
    snapshots,
  }: Pick<ReadContext, 'knex' | 'clock' | 'sync' | 'snapshots'>,
  tenant: string,
  { reason, run }: BodyOf<'releaseHold'>,
  by: string,
): Promise<ReleaseAccepted> {
  const tenantId = await snapshots.tenantToActOn(tenant);
  const open = await readOpenHold(knex, tenantId);
  if (!open) {
    throw new NotFoundError(
      'No figure of this tenant is held: there is nothing to release',
    );
  }
  const at = clock.now();
  const isSeen = run === undefined || run === open.run;
  if (
    !isSeen ||
    !(await releaseInStore(
      knex,
      { tenantId, run: open.run },
      { by, at, reason },
    ))
  ) {
    throw new ConflictError(another);
  }
  return {
    tenant: tenantId,
    run: open.run,
    releasedAt: at.toISOString(),
    syncStarted: await startSync(sync, tenantId),
  };
}

/** Whether it was started: one that runs already will not look at the release. */
async function startSync(
  sync: SyncService,
  tenantId: string,
): Promise<boolean> {
  try {
    await sync.trigger(tenantId);
    return true;
  } catch (error) {
    if (error instanceof ConflictError) {
      return false;
    }
    throw error;
  }
}
