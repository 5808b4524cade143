import type { Knex } from 'knex';
import { readLastStep } from '../store/run/readLastStep';

/**
 * Syncs, and once more where somebody took a step on an exception after people began to be assessed, or approved one for a
 * group after its members were to be read: while a sync runs, the step is refused one of its own.
 */
export async function syncUntilSettled(
  knex: Knex,
  tenantId: string,
  sync: () => Promise<{ assessedStep: number; waitsForGroup?: boolean }>,
): Promise<void> {
  const { assessedStep, waitsForGroup } = await sync();
  if (waitsForGroup || (await readLastStep(knex, tenantId)) !== assessedStep) {
    await sync();
  }
}
