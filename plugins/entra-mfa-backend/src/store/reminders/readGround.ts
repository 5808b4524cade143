import type { Knex } from 'knex';
import type { ReminderGround } from '../../assess/reminders/reminderDay';
import { readNewestNumber, readSnapshot } from '../asOf/readSnapshot';
import type { Snapshot } from '../asOf/types';
import { readOpenHold } from '../hold/readOpenHold';
import { readLastOutcome } from '../read/readLastOutcome';
import { toDateOrNull } from '../sql/instant';
import type { SnapshotRow } from '../sql/tables';

/** Whether what is known of a tenant may be acted on, and its newest snapshot; null before there is one. */
export async function readGround(
  knex: Knex,
  tenantId: string,
): Promise<ReminderGround & { snapshot: Snapshot | null }> {
  const number = await readNewestNumber(knex, tenantId);
  const snapshot = await readSnapshot(knex, tenantId, number);
  const row = await knex<SnapshotRow>('snapshot')
    .where({ tenant_id: tenantId, snapshot: number })
    .first('fresh_until');
  const hold = await readOpenHold(knex, tenantId);
  const outcome = await readLastOutcome(knex, tenantId);
  return {
    snapshot,
    freshUntil: toDateOrNull(row?.fresh_until ?? null),
    isHeld: hold !== null,
    hasFailed: (outcome?.failingSince ?? null) !== null,
  };
}
