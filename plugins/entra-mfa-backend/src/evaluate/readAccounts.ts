import type { BreakGlassFacts } from '../assess/breakGlass/types';
import { RoleHolders } from '../assess/roles/RoleHolders';
import type {
  DataSetId,
  RegistrationBody,
  RoleBody,
  RoleGroupEligibilityBody,
  RoleGroupMemberBody,
  UserBody,
} from '../collectors/types';
import type { Knex } from 'knex';
import { readRecordsOf } from '../store/read/readRecordsOf';
import type { Snapshot } from '../store/asOf/types';
import type { SnapshotDataSet } from '../store/sql/tables';
import { rolesKnown } from './loadRoles';
import { groupsBehind } from './groupsBehind';

type Wanted = Parameters<typeof readRecordsOf>[2];

/** What the versions that a snapshot assessed say of some accounts. */
export async function readAccounts(
  knex: Knex,
  tenantId: string,
  snapshot: Pick<Snapshot, 'dataSets'>,
  ids: readonly string[],
) {
  const dataSets: Partial<Record<DataSetId, SnapshotDataSet>> = JSON.parse(
    snapshot.dataSets,
  );
  const read = async <Body>(dataSet: DataSetId, wanted: Wanted) => {
    const version = dataSets[dataSet]?.version;
    return version === undefined
      ? []
      : readRecordsOf<Body>(knex, { tenantId, dataSet, version }, wanted);
  };
  const readOf = <Body>(dataSet: DataSetId, some: readonly string[]) =>
    read<Body>(dataSet, { prefixes: some.map(id => `${id}|`) });

  const { members, eligible, principals } = await groupsBehind<{
    body: RoleGroupMemberBody & RoleGroupEligibilityBody;
  }>(ids, readOf);
  const holders = new RoleHolders(rolesKnown({ dataSets }));
  members.forEach(({ body }) => holders.addMember(body));
  eligible.forEach(({ body }) => holders.addEligibleMember(body));
  const users = await read<UserBody>('users', { keys: ids });
  const registrations = await read<RegistrationBody>('registrations', {
    keys: ids,
  });
  const active = await readOf<RoleBody>('role-assignments', principals);
  const canActivate = await readOf<RoleBody>('role-eligibility', principals);
  active.forEach(({ body }) => holders.add('active', body));
  canActivate.forEach(({ body }) => holders.add('eligible', body));
  const report: BreakGlassFacts['report'] = dataSets.registrations
    ? 'read'
    : 'not-read';
  return ids.map(id => ({
    id,
    user: users.find(({ key }) => key === id)?.body ?? null,
    registration: registrations.find(({ key }) => key === id)?.body ?? null,
    report,
    roles: holders.of(id),
  }));
}
