import type { Knex } from 'knex';
import { keyIn } from '../sql/keyIn';
import type { ExceptionRow } from '../sql/tables';

/** An exception by its id, in one of the given tenants. */
export async function readException(
  knex: Knex,
  tenantIds: readonly string[],
  id: string,
): Promise<ExceptionRow | null> {
  const row = await knex<ExceptionRow>('exception')
    .where(keyIn(knex, 'tenant_id', tenantIds))
    .andWhere({ exception_id: id })
    .first();
  return row ?? null;
}
