import type { PersonRoles } from '../assess/types';
import { rolesText, type PersonRole } from '../store/evaluate/readPersonRoles';
import type { Changes } from './Changes';

/**
 * Finds the people of one batch whose roles are not what they were. All rows of such a person are
 * written anew: that closes the old ones by object id alone.
 */
export class RoleChanges {
  readonly rows: (PersonRole & { object_id: string })[] = [];
  /** By object id, see `readPersonRoles`. */
  readonly #before: ReadonlyMap<string, string>;
  readonly #changes: Changes;

  constructor(before: ReadonlyMap<string, string>, changes: Changes) {
    this.#before = before;
    this.#changes = changes;
  }

  compare(objectId: string, { active, eligible }: PersonRoles): void {
    const before = this.#before.get(objectId);
    if (!active?.length && !eligible?.length && before === undefined) {
      return;
    }
    const roles = [
      ...rolesOf('active', active ?? []),
      ...rolesOf('eligible', eligible ?? []),
    ];
    if (rolesText(roles) === before) {
      return;
    }
    if (before !== undefined) {
      this.#changes.replaced.person_role.push(objectId);
    }
    for (const role of roles) {
      this.rows.push({ object_id: objectId, ...role });
    }
  }
}

function rolesOf(
  kind: PersonRole['kind'],
  roleIds: readonly string[],
): PersonRole[] {
  return roleIds.map(role_id => ({ role_id, kind }));
}
