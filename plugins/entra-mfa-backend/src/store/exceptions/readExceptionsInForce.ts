import type { Knex } from 'knex';
import { dayOf } from '../../assess/exceptions/days';
import type { ExceptionRow } from '../tables';

/** The exceptions that were in force at a time. */
export async function readExceptionsInForce(
  knex: Knex,
  tenantId: string,
  at: Date,
): Promise<ExceptionRow[]> {
  return knex<ExceptionRow>('exception')
    .where({ tenant_id: tenantId, decision: 'approved' })
    .andWhere('until', '>=', dayOf(at))
    .andWhere('decided_at', '<=', at)
    .andWhere(open => open.whereNull('ended_at').orWhere('ended_at', '>', at))
    .orderBy('exception_id');
}
