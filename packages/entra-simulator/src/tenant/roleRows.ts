import { dayInMilliseconds } from '../clock';
import type { Account } from './account';
import type { Collection, Row } from './collection';
import type { GeneratedTenant } from './generatedTenant';
import { helpdeskAdministrator, roleTemplates } from './roleTemplates';

const idOf = (principalId: string, role: string, kind: string) =>
  Buffer.from(`${kind}${principalId.slice(0, 13)}${role.slice(0, 13)}`)
    .toString('base64url')
    .slice(0, 36);

/** Goes through the directory once; few accounts hold a role, so the rows are few. */
function rowsOf(
  tenant: GeneratedTenant,
  time: number,
  rolesOf: (account: Account) => readonly string[],
  row: (principalId: string, role: string) => Row,
): Row[] {
  const rows: Row[] = [];
  for (let at = 0; at < tenant.population.positions; at++) {
    const account = tenant.accountAt(at, time);
    for (const role of account ? rolesOf(account) : []) {
      rows.push(row(account!.id, role));
    }
  }
  return rows;
}

/** The rows of the time that was asked for last: who reads them page by page asks for one time. */
export function keepLast(
  make: (time: number) => Collection,
): (time: number) => Collection {
  let last: { time: number; collection: Collection } | undefined;
  return time => {
    if (last?.time !== time) {
      last = { time, collection: make(time) };
    }
    return last.collection;
  };
}

const asCollection = (rows: readonly Row[]): Collection => ({
  positions: rows.length,
  row: position => rows[position],
});

/** The active role assignments, one of them to a group. */
export function roleAssignments(
  tenant: GeneratedTenant,
  time: number,
): Collection {
  const row = (principalId: string, roleDefinitionId: string): Row => ({
    id: idOf(principalId, roleDefinitionId, 'a'),
    principalId,
    directoryScopeId: '/',
    roleDefinitionId,
  });
  return asCollection([
    row(tenant.groups.helpdeskOperatorsId, helpdeskAdministrator),
    ...rowsOf(tenant, time, account => account.activeRoles, row),
  ]);
}

/** The roles that can be activated when they are needed. */
export function roleEligibility(
  tenant: GeneratedTenant,
  time: number,
): Collection {
  const start = new Date(
    tenant.population.plan.timelineStart - 200 * dayInMilliseconds,
  ).toISOString();
  return asCollection(
    rowsOf(
      tenant,
      time,
      account => account.eligibleRoles,
      (principalId, roleDefinitionId) => ({
        id: idOf(principalId, roleDefinitionId, 'e'),
        principalId,
        roleDefinitionId,
        directoryScopeId: '/',
        appScopeId: null,
        startDateTime: start,
        endDateTime: null,
        memberType: 'Direct',
        roleEligibilityScheduleId: idOf(principalId, roleDefinitionId, 's'),
      }),
    ),
  );
}

/** The built-in roles. */
export function roleDefinitions(): Collection {
  return asCollection(
    roleTemplates.map(({ id, displayName }) => ({
      id,
      description: displayName,
      displayName,
      isBuiltIn: true,
      isEnabled: true,
      resourceScopes: ['/'],
      templateId: id,
      version: '1',
      rolePermissions: [],
    })),
  );
}
