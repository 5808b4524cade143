import type {
  RoleBody,
  RoleGroupEligibilityBody,
  RoleGroupMemberBody,
} from '../../collectors/types';
import type { PersonRoles } from '../types';

type Kind = 'active' | 'eligible';

/** Which of the data sets about roles were read. */
export interface RolesKnown extends Record<Kind, boolean> {
  /** Whether the members of the groups that hold roles are known. */
  groups: boolean;
  /** Whether it is known who can become a member of such a group. */
  groupEligibility: boolean;
  /** Whether the tenant has no such thing, so that nobody has to be asked for. */
  noEligibility?: boolean;
}

/**
 * Who holds which role, with the groups that hold roles taken apart into their members and into those
 * who can become one. Few people hold any, so it is small however many people there are; rows may come
 * in any order, and all of them before anybody is asked about.
 */
export class RoleHolders {
  readonly #known: RolesKnown;
  readonly #roles = {
    active: new Map<string, Set<string>>(),
    eligible: new Map<string, Set<string>>(),
  };
  /** The groups of a member. */
  readonly #groups = new Map<string, Set<string>>();
  /** The groups of which somebody, or a group, can become a member. */
  readonly #eligibleGroups = new Map<string, Set<string>>();
  readonly #isGroup = new Set<string>();
  /** Ids of whose eligible members Graph knows nothing, and of those whom it was asked for. */
  readonly #unanswered = new Set<string>();
  readonly #answered = new Set<string>();
  /** Groups that are members of another one. */
  readonly #nested = new Set<string>();
  /** Of everybody who is in no map. */
  #without: PersonRoles | null = null;

  constructor(known: RolesKnown) {
    this.#known = known;
  }

  add(kind: Kind, role: Pick<RoleBody, 'principalId' | 'roleDefinitionId'>) {
    put(this.#roles[kind], role.principalId, role.roleDefinitionId);
  }

  /** What is known to be a group: an app that holds a role has no members to be known. */
  addGroup(groupId: string): void {
    this.#isGroup.add(groupId);
  }

  addMember({ memberId, groupId, isGroup }: RoleGroupMemberBody): void {
    this.#isGroup.add(groupId);
    if (isGroup) {
      this.#isGroup.add(memberId);
      this.#nested.add(memberId);
    }
    put(this.#groups, memberId, groupId);
  }

  addEligibleMember({
    principalId,
    groupId,
    nobody,
  }: RoleGroupEligibilityBody): void {
    if (principalId !== undefined || nobody) {
      this.#answered.add(groupId);
    }
    if (principalId === undefined) {
      if (!nobody) {
        this.#unanswered.add(groupId);
      }
    } else {
      put(this.#eligibleGroups, principalId, groupId);
    }
  }

  /** Whether it is known who can become a member of the groups that hold roles. */
  get groupEligibilityKnown(): boolean {
    const { groupEligibility, noEligibility } = this.#known;
    return (
      groupEligibility &&
      ![...this.#unanswered].some(id => this.#isGroup.has(id)) &&
      (noEligibility === true ||
        [...this.#nested].every(id => this.#answered.has(id)))
    );
  }

  /**
   * The roles of one person, each once, whether their own or through however many groups. Who can
   * become a member of a group can activate what the group holds.
   */
  of(objectId: string): PersonRoles {
    const { active, eligible } = this.#roles;
    if (
      !this.#groups.has(objectId) &&
      !this.#eligibleGroups.has(objectId) &&
      !active.has(objectId) &&
      !eligible.has(objectId)
    ) {
      this.#without ??= this.#rolesOf([], []);
      return this.#without;
    }
    const own = [objectId, ...(this.#groups.get(objectId) ?? [])];
    return this.#rolesOf(own, this.#within(own));
  }

  /**
   * The groups of which one of these can become a member, also by way of another group: one that they can
   * become a member of may be a member itself, or become one.
   */
  #within(principals: readonly string[]): string[] {
    const found = new Set(principals);
    for (const id of found) {
      for (const groups of [this.#eligibleGroups, this.#groups]) {
        for (const group of groups.get(id) ?? []) {
          // A set is walked to its end, what is added meanwhile too.
          found.add(group);
        }
      }
    }
    return [...found].filter(id => !principals.includes(id));
  }

  #rolesOf(own: readonly string[], within: readonly string[]): PersonRoles {
    const { active, eligible } = this.#roles;
    const rolesIn = (
      ...held: [Map<string, Set<string>>, readonly string[]][]
    ) =>
      [
        ...new Set(
          held.flatMap(([roles, ids]) =>
            ids.flatMap(id => [...(roles.get(id) ?? [])]),
          ),
        ),
      ].sort();
    const known = this.#known;
    // What comes with a group is known without the rest, and one that is known settles it.
    const byGroups = rolesIn([active, within], [eligible, within]);
    const isInPart = !known.eligible && byGroups.length > 0;
    return {
      active: known.active ? rolesIn([active, own]) : null,
      eligible: known.eligible
        ? rolesIn([eligible, own], [active, within], [eligible, within])
        : (isInPart && byGroups) || null,
      ...(isInPart && { eligibleInPart: true }),
      groupsKnown: known.groups,
      groupEligibilityKnown: this.groupEligibilityKnown,
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
