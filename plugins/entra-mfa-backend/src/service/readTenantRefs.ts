import { readTenantNames } from '../store/read/readTenantNames';
import type { ReadContext } from './types';

/** The configured tenants; one whose name was not read yet goes by its id. */
export async function readTenantRefs({
  knex,
  config,
}: ReadContext): Promise<{ id: string; name: string }[]> {
  const ids = config.tenants.map(({ tenantId }) => tenantId);
  const names = await readTenantNames(knex, ids);
  return ids.map(id => ({ id, name: names.get(id) || id }));
}
