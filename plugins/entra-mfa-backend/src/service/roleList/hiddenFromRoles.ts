import { hiddenRoles, type HiddenRoles } from '../../assess/hiddenRoles';
import type { SnapshotView } from '../../store/asOf/types';
import { readRolesSeen } from '../../store/read/readRolesSeen';
import { isPrivilegedRole } from '../../assess/roles/isPrivileged';
import type { RuleSettings } from '../../assess/types';
import type { PeopleAccess, ReadContext } from '../types';
import type { RoleCounts } from './addUpRoles';

/**
 * The roles whose figures the caller is not shown, as of a snapshot: by the same limit as those of small
 * teams, because few people have them and the caller does not see the names.
 */
export async function hiddenFromRoles(
  { knex, config }: Pick<ReadContext, 'knex' | 'config'>,
  view: SnapshotView,
  access: PeopleAccess,
  roles: readonly RoleCounts[],
  settings: RuleSettings,
): Promise<HiddenRoles> {
  const { hideBelow } = config.smallTeams;
  if (hideBelow === 0 || access.kind === 'all') {
    return { roles: new Set(), kinds: new Set() };
  }
  const ids = roles.map(({ id }) => id);
  const seen = new Set(
    access.kind === 'some'
      ? await readRolesSeen(knex, view, ids, access.criteria)
      : [],
  );
  const sizes = roles.map(({ id, all, active, eligible }) => ({
    id,
    privileged: isPrivilegedRole(id, settings),
    people: all.people,
    active: active.people,
    eligible: eligible.people,
  }));
  return hiddenRoles(sizes, hideBelow, id => seen.has(id));
}
