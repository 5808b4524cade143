import type { Knex } from 'knex';
import { dayOf } from '../../assess/exceptions/days';
import type { ExceptionRow } from '../sql/tables';

/** Exceptions on which nobody has decided and which have not lapsed, in the order in which they were asked for. */
export async function readOpenRequests(
  knex: Knex,
  tenantId: string,
  now: Date,
): Promise<ExceptionRow[]> {
  return knex<ExceptionRow>('exception')
    .where({ tenant_id: tenantId })
    .whereNull('decision')
    .whereNull('withdrawn_at')
    .andWhere('until', '>=', dayOf(now))
    .orderBy(['requested_at', 'exception_id']);
}
