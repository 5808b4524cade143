import type { Knex } from 'knex';
import { removeInSteps } from '../sql/removeInSteps';
import type { DataSetRow } from '../sql/tables';

/** A tenant may have millions of memberships. */
const AT_ONCE = 10_000;

/** Removes the groups of a tenant with who was in them; where they are read again, it is from the beginning. */
export async function forgetGroups(
  knex: Knex,
  tenantId: string,
): Promise<void> {
  const of = { tenant_id: tenantId, data_set: 'groups' };
  await knex<DataSetRow>('data_set').where(of).delete();
  const steps = removeInSteps(knex, {
    table: 'record',
    of,
    key: ['record_key', 'from_run'],
    atOnce: AT_ONCE,
  });
  for await (const _ of steps);
}
