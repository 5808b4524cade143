import type { Knex } from 'knex';
import { dayOf } from '../../assess/exceptions/days';
import type { ExceptionRow } from '../sql/tables';

/** How many exceptions somebody has asked for on which nobody has decided and which have not lapsed. */
export async function countOpenRequests(
  knex: Knex,
  of: { tenantId: string; requestedBy: string },
  now: Date,
): Promise<number> {
  const [{ requests }] = await knex<ExceptionRow>('exception')
    .where({ tenant_id: of.tenantId, requested_by: of.requestedBy })
    .whereNull('decision')
    .whereNull('withdrawn_at')
    .andWhere('until', '>=', dayOf(now))
    .count({ requests: '*' });
  return Number(requests);
}
