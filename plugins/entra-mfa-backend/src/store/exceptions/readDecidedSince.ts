import type { Knex } from 'knex';
import type { ExceptionRow } from '../sql/tables';

/** Exceptions on which somebody has decided since a time, in the order in which they did. */
export async function readDecidedSince(
  knex: Knex,
  tenantId: string,
  since: Date,
): Promise<ExceptionRow[]> {
  return knex<ExceptionRow>('exception')
    .where({ tenant_id: tenantId })
    .andWhere('decided_at', '>=', since)
    .orderBy(['decided_at', 'exception_id']);
}
