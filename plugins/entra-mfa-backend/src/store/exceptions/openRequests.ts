import type { Knex } from 'knex';
import { dayOf } from '../../assess/exceptions/days';
import type { ExceptionRow } from '../sql/tables';

/** Exceptions of a tenant on which nobody has decided and which have not lapsed. */
export const openRequests = (knex: Knex, tenantId: string, now: Date) =>
  knex<ExceptionRow>('exception')
    .where({ tenant_id: tenantId })
    .whereNull('decision')
    .whereNull('withdrawn_at')
    .andWhere('until', '>=', dayOf(now));
