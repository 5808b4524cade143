import type { Knex } from 'knex';
import { RoleHolders } from '../assess/roles/RoleHolders';
import type { RoleBody, RoleGroupMemberBody } from '../collectors/types';
import { readRecords } from '../store/readRecords';
import type { Stand } from '../store/readStand';

/** Loads who held which role at the given versions, as far as it is known. */
export async function loadRoles(
  knex: Knex,
  tenantId: string,
  { dataSets }: Pick<Stand, 'dataSets'>,
): Promise<RoleHolders> {
  const holders = new RoleHolders({
    active: dataSets['role-assignments'] !== undefined,
    eligible: dataSets['role-eligibility'] !== undefined,
    groups: dataSets['role-group-members'] !== undefined,
  });
  const kinds = [
    ['role-assignments', 'active'],
    ['role-eligibility', 'eligible'],
  ] as const;
  for (const [dataSet, kind] of kinds) {
    const version = dataSets[dataSet]?.version;
    const of = { tenantId, dataSet, version };
    if (version !== undefined) {
      for await (const { body } of readRecords<RoleBody>(knex, of)) {
        holders.add(kind, body);
      }
    }
  }
  const dataSet = 'role-group-members';
  const version = dataSets[dataSet]?.version;
  const members = { tenantId, dataSet, version };
  if (version !== undefined) {
    for await (const { body } of readRecords<RoleGroupMemberBody>(
      knex,
      members,
    )) {
      holders.addMember(body);
    }
  }
  return holders;
}
