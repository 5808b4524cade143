import type { Knex } from 'knex';
import type { AnyView } from './types';

/** The newest snapshot of a tenant, whichever that is when the statement runs. */
export function newestOf(
  knex: Knex,
  { tenantId }: Pick<AnyView, 'tenantId'>,
): AnyView {
  const snapshot = knex.raw(
    '(select last_snapshot from tenant where tenant_id = ?)',
    [tenantId],
  );
  return { tenantId, snapshot, newest: false };
}
