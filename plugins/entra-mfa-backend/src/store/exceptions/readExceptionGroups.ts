import type { Knex } from 'knex';
import { dayOf } from '../../assess/exceptions/days';
import type { ExceptionRow } from '../sql/tables';

/** The Entra groups of exceptions that are approved and not over, each once: their members have to be read. */
export async function readExceptionGroups(
  knex: Knex,
  tenantId: string,
  now: Date,
): Promise<string[]> {
  return knex<ExceptionRow>('exception')
    .where({
      tenant_id: tenantId,
      subject_kind: 'entra-group',
      decision: 'approved',
    })
    .whereNull('ended_at')
    .andWhere('until', '>=', dayOf(now))
    .distinct('subject')
    .orderBy('subject')
    .pluck('subject');
}
