import type { Knex } from 'knex';
import { hasExceptionChange } from '../store/exceptions/hasExceptionChange';

/**
 * Syncs, and once more where somebody took a step on an exception after people began to be judged:
 * while a sync runs, the step is refused one of its own.
 */
export async function syncUntilSettled(
  knex: Knex,
  tenantId: string,
  sync: () => Promise<{ at: Date }>,
): Promise<void> {
  const { at } = await sync();
  if (await hasExceptionChange(knex, tenantId, at)) {
    await sync();
  }
}
