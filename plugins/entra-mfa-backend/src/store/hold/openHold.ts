import type { Knex } from 'knex';
import { holdRun, type Fence } from '../run/fence';
import type { PublicationHoldRow } from '../sql/tables';

/** What a run found. */
export type Finding = Pick<
  PublicationHoldRow,
  | 'since'
  | 'snapshot'
  | 'from_covered'
  | 'from_uncovered'
  | 'to_covered'
  | 'to_uncovered'
  | 'people'
  | 'data_sets'
>;

/** Holds the tenant's figure for what a run found. It takes the place of an earlier finding. */
export async function openHold(
  knex: Knex,
  fence: Fence,
  finding: Finding,
  now: Date,
): Promise<void> {
  const { tenantId, run } = fence;
  await knex.transaction(async trx => {
    await holdRun(trx, fence);
    await trx<PublicationHoldRow>('hold')
      .where({ tenant_id: tenantId, closed_at: null })
      .update({ closed_at: now });
    await trx<PublicationHoldRow>('hold')
      .insert({ tenant_id: tenantId, run, found_at: now, ...finding })
      // A run that stopped before it was ended finds it again.
      .onConflict(['tenant_id', 'run'])
      .merge({ found_at: now, closed_at: null, ...finding });
  });
}
