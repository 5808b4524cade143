import type { Knex } from 'knex';
import { RoleHolders } from '../assess/roles/RoleHolders';
import type {
  DataSetId,
  RoleBody,
  RoleGroupEligibilityBody,
  RoleGroupMemberBody,
} from '../collectors/types';
import { readRecords } from '../store/run/readRecords';
import type { DataSetVersions } from '../store/run/readDataSetVersions';
import { NOTHING } from '../store/sql/tables';

/** Which data sets about roles were read at some versions. */
export function rolesKnown({ dataSets }: Pick<DataSetVersions, 'dataSets'>) {
  const isKnown = (dataSet: DataSetId) => dataSets[dataSet] !== undefined;
  return {
    active: isKnown('role-assignments'),
    eligible: isKnown('role-eligibility'),
    groups: isKnown('role-group-members'),
    groupEligibility: isKnown('role-group-eligibility'),
    noEligibility: dataSets['role-group-eligibility']?.version === NOTHING,
  };
}

/** Loads who held which role at the given versions, as far as it is known. */
export async function loadRoles(
  knex: Knex,
  tenantId: string,
  stand: Pick<DataSetVersions, 'dataSets'>,
): Promise<RoleHolders> {
  const holders = new RoleHolders(rolesKnown(stand));
  const each = async <Body>(
    dataSet: DataSetId,
    add: (body: Body, key: string) => void,
  ) => {
    const version = stand.dataSets[dataSet]?.version;
    if (version !== undefined) {
      const of = { tenantId, dataSet, version };
      for await (const { body, key } of readRecords<Body>(knex, of)) {
        add(body, key);
      }
    }
  };
  await each<RoleBody>('role-assignments', body => holders.add('active', body));
  await each<RoleBody>('role-eligibility', body =>
    holders.add('eligible', body),
  );
  await each('role-groups', (_, id) => holders.addGroup(id));
  await each<RoleGroupEligibilityBody>('role-group-eligibility', body =>
    holders.addEligibleMember(body),
  );
  await each<RoleGroupMemberBody>('role-group-members', body =>
    holders.addMember(body),
  );
  return holders;
}
