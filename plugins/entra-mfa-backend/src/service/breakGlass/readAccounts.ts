import type { BreakGlassFacts } from '../../assess/breakGlass/types';
import { RoleHolders } from '../../assess/roles/RoleHolders';
import type {
  DataSetId,
  RegistrationBody,
  RoleBody,
  RoleGroupMemberBody,
  UserBody,
} from '../../collectors/types';
import type { Knex } from 'knex';
import { readRecordsOf } from '../../store/read/readRecordsOf';
import type { Snapshot } from '../../store/read/types';
import type { SnapshotDataSet } from '../../store/tables';

type Wanted = Parameters<typeof readRecordsOf>[2];

/** What the versions that a snapshot judged say of some accounts. */
export async function readAccounts(
  knex: Knex,
  tenantId: string,
  snapshot: Snapshot,
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
  const startingWith = (some: readonly string[]) => ({
    prefixes: some.map(id => `${id}|`),
  });

  const members = await read<RoleGroupMemberBody>(
    'role-group-members',
    startingWith(ids),
  );
  const holders = new RoleHolders({
    active: dataSets['role-assignments'] !== undefined,
    eligible: dataSets['role-eligibility'] !== undefined,
    groups: dataSets['role-group-members'] !== undefined,
  });
  members.forEach(({ body }) => holders.addMember(body));
  const groups = members.map(({ body }) => body.groupId);
  const principals = startingWith([...new Set([...ids, ...groups])]);
  const [users, registrations, active, eligible] = await Promise.all([
    read<UserBody>('users', { keys: ids }),
    read<RegistrationBody>('registrations', { keys: ids }),
    read<RoleBody>('role-assignments', principals),
    read<RoleBody>('role-eligibility', principals),
  ]);
  active.forEach(({ body }) => holders.add('active', body));
  eligible.forEach(({ body }) => holders.add('eligible', body));
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
