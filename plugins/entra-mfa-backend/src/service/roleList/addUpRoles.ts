import type { RoleFigure } from '@entra-mfa/backstage-plugin-entra-mfa-common';
import type { RoleCountRow } from '../../store/read/readRoleCounts';

/** A role with who has it. */
export interface RoleCounts {
  id: string;
  all: RoleFigure;
  active: RoleFigure;
  eligible: RoleFigure;
  outOfScope: number;
}

const nobody = { people: 0, covered: 0, uncovered: 0, unknown: 0, exempt: 0 };

type StateInScope = Exclude<keyof RoleFigure, 'people'>;

/** Adds counts up to one line for each role. */
export function addUpRoles(rows: readonly RoleCountRow[]): RoleCounts[] {
  const roles = new Map<string, RoleCounts>();
  for (const { roleId, active, eligible, state, people } of rows) {
    const role = roles.get(roleId) ?? {
      id: roleId,
      all: { ...nobody },
      active: { ...nobody },
      eligible: { ...nobody },
      outOfScope: 0,
    };
    roles.set(roleId, role);
    if (state === 'out-of-scope') {
      role.outOfScope += people;
    } else {
      const figures = [
        role.all,
        ...(active ? [role.active] : []),
        ...(eligible ? [role.eligible] : []),
      ];
      for (const figure of figures) {
        figure.people += people;
        figure[state as StateInScope] += people;
      }
    }
  }
  return [...roles.values()];
}
