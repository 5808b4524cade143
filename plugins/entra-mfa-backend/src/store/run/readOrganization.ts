import type { OrganizationBody } from '../../collectors/types';
import type { RecordRow } from '../sql/tables';
import type { RunContext } from '../../collect/RunContext';

/** The tenant's own record as last read, this run's reading first; null while there is none. */
export async function readOrganization({
  knex,
  claim,
}: RunContext): Promise<OrganizationBody | null> {
  const record = await knex<RecordRow>('record')
    .where({ tenant_id: claim.tenantId, data_set: 'organization' })
    .orderBy('from_run', 'desc')
    .first('body');
  return record ? JSON.parse(record.body) : null;
}
