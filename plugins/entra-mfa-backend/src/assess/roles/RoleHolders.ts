import type { RoleBody, RoleGroupMemberBody } from '../../collectors/types';
import type { PersonRoles } from '../types';

type Kind = 'active' | 'eligible';

/** Which of the data sets about roles were read. */
export interface RolesKnown extends Record<Kind, boolean> {
  /** Whether the members of the groups that hold roles are known. */
  groups: boolean;
}

/**
 * Who holds which role, with the groups that hold roles taken apart into their members. Few people
 * hold any, so it is small however many people there are; rows may come in any order.
 */
export class RoleHolders {
  readonly #known: RolesKnown;
  readonly #roles = {
    active: new Map<string, Set<string>>(),
    eligible: new Map<string, Set<string>>(),
  };
  readonly #groups = new Map<string, Set<string>>();
  /** Of everybody who is in neither map. */
  readonly #without: PersonRoles;

  constructor(known: RolesKnown) {
    this.#known = known;
    this.#without = this.#rolesOf([]);
  }

  add(kind: Kind, role: Pick<RoleBody, 'principalId' | 'roleDefinitionId'>) {
    put(this.#roles[kind], role.principalId, role.roleDefinitionId);
  }

  addMember({ memberId, groupId }: RoleGroupMemberBody): void {
    put(this.#groups, memberId, groupId);
  }

  /** The roles of one person, each once, whether their own or through however many groups. */
  of(objectId: string): PersonRoles {
    const groups = this.#groups.get(objectId);
    const { active, eligible } = this.#roles;
    if (!groups && !active.has(objectId) && !eligible.has(objectId)) {
      return this.#without;
    }
    return this.#rolesOf([objectId, ...(groups ?? [])]);
  }

  #rolesOf(principals: string[]): PersonRoles {
    const listOf = (kind: Kind) =>
      this.#known[kind]
        ? [
            ...new Set(
              principals.flatMap(id => [...(this.#roles[kind].get(id) ?? [])]),
            ),
          ].sort()
        : null;
    return {
      active: listOf('active'),
      eligible: listOf('eligible'),
      groupsKnown: this.#known.groups,
    };
  }
}

function put(map: Map<string, Set<string>>, key: string, value: string) {
  const values = map.get(key);
  if (values) {
    values.add(value);
  } else {
    map.set(key, new Set([value]));
  }
}
