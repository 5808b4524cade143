import type {
  RoleSummary,
  SortOrder,
} from '@entra-mfa/backstage-plugin-entra-mfa-common';
import type { RoleColumn } from './useRoleColumns';

/**
 * Roles by name or by the figure of a column, those without one last either way. Without either they stay as
 * they are told: privileged ones first.
 */
export function sortRoles(
  roles: readonly RoleSummary[],
  by: string,
  order: SortOrder,
  columns: readonly Pick<RoleColumn, 'id' | 'valueOf'>[],
): readonly RoleSummary[] {
  const sign = order === 'asc' ? 1 : -1;
  if (by === 'name') {
    return [...roles].sort(
      (a, b) => sign * (a.name ?? a.id).localeCompare(b.name ?? b.id),
    );
  }
  const column = columns.find(({ id }) => id === by);
  if (!column) return roles;
  const valueOf = (role: RoleSummary) => column.valueOf(role);
  return [...roles].sort((a, b) => {
    const [one, other] = [valueOf(a), valueOf(b)];
    if (one === null || other === null) {
      return Number(one === null) - Number(other === null);
    }
    return sign * (one - other);
  });
}
