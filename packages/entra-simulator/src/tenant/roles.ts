import type { Draw } from './draw';
import {
  directorySynchronizationAccounts,
  globalAdministrator,
  helpdeskAdministrator,
  roleTemplates,
} from './roleTemplates';
import type { Team } from './teams';

/** Template ids of the roles somebody holds, and of those they can activate. */
export type HeldRoles = {
  active: readonly string[];
  eligible: readonly string[];
};

export const noRoles: HeldRoles = { active: [], eligible: [] };

const forPeople = roleTemplates.filter(
  ({ id }) =>
    id !== directorySynchronizationAccounts && id !== helpdeskAdministrator,
);

/** How many in a hundred people hold a role, and how many can activate one. */
function likelihood(team: Team): [active: number, eligible: number] {
  if (/^(Security|Identity|Information Technology)/.test(team.name)) {
    return [0.28, 0.3];
  }
  return /^(Workplace|Networks|Cloud Infrastructure|Executive Office)/.test(
    team.name,
  )
    ? [0.08, 0.08]
    : [0.004, 0.006];
}

/** The roles of an employee: mostly in security and information technology, a few elsewhere. */
export function rolesOfEmployee(draw: Draw, team: Team): HeldRoles {
  const [active, eligible] = likelihood(team);
  const unit = draw.unit(50);
  if (unit >= active + eligible) {
    return noRoles;
  }
  const role = draw.chance(51, 0.06)
    ? globalAdministrator
    : forPeople[draw.below(52, forPeople.length)].id;
  return unit < active
    ? { active: [role], eligible: [] }
    : { active: [], eligible: [role] };
}
