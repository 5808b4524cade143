import type { Knex } from 'knex';
import type { OrganizationBody } from '../../collectors/types';
import type { RecordRow } from '../sql/tables';
import type { Claim } from './claimRun';

/** The tenant's own record as last read, this run's reading first; null while there is none. */
export async function readOrganization({
  knex,
  claim,
}: {
  knex: Knex;
  claim: Pick<Claim, 'tenantId'>;
}): Promise<OrganizationBody | null> {
  const record = await knex<RecordRow>('record')
    .where({ tenant_id: claim.tenantId, data_set: 'organization' })
    .orderBy('from_run', 'desc')
    .first('body');
  return record ? JSON.parse(record.body) : null;
}
