import type { Knex } from 'knex';
import { readLastStep } from '../store/run/readLastStep';

/**
 * Syncs, and once more where somebody took a step on an exception after people began to be assessed:
 * while a sync runs, the step is refused one of its own.
 */
export async function syncUntilSettled(
  knex: Knex,
  tenantId: string,
  sync: () => Promise<{ assessedStep: number }>,
): Promise<void> {
  const { assessedStep } = await sync();
  if ((await readLastStep(knex, tenantId)) !== assessedStep) {
    await sync();
  }
}
