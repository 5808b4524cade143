import type { Knex } from 'knex';
import type { ConnectionEpisodeRow } from '../sql/tables';
import { tenantTables } from '../sql/tenantTables';
import { removeInSteps } from '../sql/removeInSteps';
import { withoutGuards } from '../sql/withoutGuards';

/**
 * Removes every row of a tenant but those that tell what became of it, in small steps, and yields after each how many
 * rows went. The tenant's own row is the last.
 */
export async function* removeTenant(
  knex: Knex,
  tenantId: string,
  atOnce: number,
): AsyncGenerator<number> {
  const of = { tenant_id: tenantId };
  for (const { name, key, guard, stays } of tenantTables) {
    if (stays) {
      continue;
    }
    if (guard) {
      yield await knex.transaction(trx =>
        withoutGuards(trx, [{ table: name, trigger: guard }], () =>
          trx(name).where(of).delete(),
        ),
      );
      continue;
    }
    if (key.length === 0) {
      yield await knex(name).where(of).delete();
    } else {
      yield* removeInSteps(knex, { table: name, of, key, atOnce });
    }
  }
  yield await knex<ConnectionEpisodeRow>('connection_episode')
    .where(of)
    .whereNotNull('ended_at')
    .delete();
}
