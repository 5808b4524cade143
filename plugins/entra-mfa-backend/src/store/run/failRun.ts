import type { Problem } from '@entra-mfa/backstage-plugin-entra-mfa-common';
import type { Knex } from 'knex';
import { holdRun, type Fence } from './fence';
import { endReads } from './endReads';
import { removeAssessed, removeUnpublished } from './removeUnpublished';
import type { RunRow } from '../sql/tables';

/**
 * Ends a run that failed: says why, and removes what it wrote.
 *
 * @param keepPages - for a run that was stopped while it read or assessed, or that failed for a reason
 *   that passes: the next claim goes on from its pages
 */
export async function failRun(
  knex: Knex,
  fence: Fence,
  problem: Problem,
  options: { now: Date; keepPages: boolean },
): Promise<void> {
  const { now, keepPages } = options;
  await knex.transaction(async trx => {
    await holdRun(trx, fence);
    await (keepPages
      ? removeAssessed(trx, fence.tenantId)
      : removeUnpublished(trx, fence));
    await trx<RunRow>('run')
      .where({ tenant_id: fence.tenantId, run: fence.run })
      .update({
        state: 'failed',
        ended_at: now,
        problem: JSON.stringify(problem),
      });
    await endReads(trx, fence);
  });
}
