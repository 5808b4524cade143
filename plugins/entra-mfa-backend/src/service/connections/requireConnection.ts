import { NotFoundError } from '@backstage/errors';
import type { Knex } from 'knex';
import { isKnown } from '../../store/connections/readConnections';

/**
 * The id of a tenant, in lower case.
 *
 * @throws NotFoundError where it is not connected and never was
 */
export async function requireConnection(
  knex: Knex,
  tenant: string,
): Promise<string> {
  const tenantId = tenant.toLowerCase();
  if (!(await isKnown(knex, tenantId))) {
    throw new NotFoundError(
      'There is no such connection here: GET /v1/connections lists those that there are and were',
    );
  }
  return tenantId;
}
