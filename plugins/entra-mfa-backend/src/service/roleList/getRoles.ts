import type {
  RoleList,
  RoleSummary,
} from '@entra-mfa/backstage-plugin-entra-mfa-common';
import { isPrivilegedRole } from '../../assess/roles/isPrivileged';
import type { RuleSettings } from '../../assess/types';
import { readTenantCounts } from '../../store/read/readCounts';
import { toSnapshotRef } from '../figures';
import { readRoleNames, type RoleNames } from '../readRoleNames';
import { toPrivilegedRoles, toRolesStatus } from '../rolesOfCounts';
import type { PeopleAccess, QueryOf, ReadContext } from '../types';
import { roleFigures, type RoleFigures } from './roleFigures';

/** Every role that somebody holds or can activate, with how many and how they are covered. */
export async function getRoles(
  context: ReadContext,
  query: QueryOf<'getRoles'>,
  access: PeopleAccess,
): Promise<RoleList> {
  const { knex, config, snapshots } = context;
  const { hideBelow } = config.smallTeams;
  return snapshots.read(query, async found => {
    const counts = found && (await readTenantCounts(knex, found.view));
    if (!found || !counts) {
      return {
        snapshot: null,
        privilegedRoles: null,
        roles: null,
        items: [],
        hideBelow,
      };
    }
    const { snapshot, view } = found;
    const head = {
      snapshot: toSnapshotRef(snapshot),
      privilegedRoles: toPrivilegedRoles(counts),
      roles: toRolesStatus(counts),
      hideBelow,
    };
    // What tells the list tells too that roles of people were kept.
    if (!counts.privilegedRoles) {
      return { ...head, items: null };
    }
    const settings: RuleSettings = JSON.parse(snapshot.settings);
    const figures = await roleFigures(context, found, access);
    const names = await readRoleNames(knex, view.tenantId, snapshot, {
      roles: figures.map(({ id }) => id),
      groups: [],
    });
    const items = figures
      .map(role => toSummary(role, settings, names))
      .sort(inOrder);
    return { ...head, items };
  });
}

function toSummary(
  role: RoleFigures,
  settings: RuleSettings,
  names: RoleNames,
): RoleSummary {
  const { id } = role;
  return {
    ...role,
    name: names.roles.get(id) ?? null,
    builtIn: names.builtIn.get(id) ?? null,
    privileged: isPrivilegedRole(id, settings),
  };
}

/** Privileged ones first, then who has most to do; what is hidden is behind, by name alone. */
function inOrder(a: RoleSummary, b: RoleSummary): number {
  return (
    Number(b.privileged) - Number(a.privileged) ||
    Number(a.hidden) - Number(b.hidden) ||
    (b.all?.uncovered ?? 0) - (a.all?.uncovered ?? 0) ||
    (b.all?.people ?? 0) - (a.all?.people ?? 0) ||
    nameOf(a).localeCompare(nameOf(b), 'en') ||
    (a.id < b.id ? -1 : 1)
  );
}

function nameOf({ name, id }: RoleSummary): string {
  return name ?? `~${id}`;
}
