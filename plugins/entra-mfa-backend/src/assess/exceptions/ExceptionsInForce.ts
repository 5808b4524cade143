import type { GroupsOfPerson } from '../scope/types';
import { compilePattern, type Pattern } from './compilePattern';
import { endOfDay } from './days';
import type { InForce } from './types';

/**
 * The exceptions of one moment, ready to be asked for everybody of a tenant: by object id, by team,
 * by pattern and by Entra group. Where several fit somebody, the one that ends last counts.
 */
export class ExceptionsInForce {
  readonly #ofPerson = new Map<string, InForce>();
  readonly #ofTeam = new Map<number, InForce>();
  readonly #ofEntraGroup = new Map<string, InForce[]>();
  readonly #rules: { pattern: Pattern; exception: InForce }[] = [];
  /** When the first of them ends by itself. */
  readonly firstEnd: Date | null = null;

  /** @param teamNumber - the number of a team; -1 for one that the catalog does not have */
  constructor(
    exceptions: readonly InForce[],
    teamNumber: (ref: string) => number,
  ) {
    for (const exception of [...exceptions].sort(lastingFirst)) {
      const { kind, value } = exception.subject;
      if (kind === 'person') {
        keepFirst(this.#ofPerson, value, exception);
      } else if (kind === 'group') {
        keepFirst(this.#ofTeam, teamNumber(value), exception);
      } else if (kind === 'entra-group') {
        const others = this.#ofEntraGroup.get(value) ?? [];
        this.#ofEntraGroup.set(value, [...others, exception]);
      } else {
        this.#rules.push({ pattern: compilePattern(value), exception });
      }
      const end = endOfDay(exception.until);
      if (!this.firstEnd || end < this.firstEnd) {
        this.firstEnd = end;
      }
    }
    this.#ofTeam.delete(-1);
  }

  /** The Entra groups that exceptions name, by object id. */
  get entraGroups(): string[] {
    return [...this.#ofEntraGroup.keys()];
  }

  /**
   * The exception of a person; null where none fits.
   *
   * @param teams - the numbers of the person's teams and of those above them
   * @param groups - which Entra groups the person is in; nobody is exempt by one that is not known
   * @param userRefs - the User entities of the person: who approved an exception for a group is not exempt by it, as
   *   nobody may have known who is in the group
   */
  find(
    objectId: string,
    userPrincipalName: string,
    teams: readonly number[],
    groups: GroupsOfPerson,
    userRefs: readonly string[],
  ): InForce | null {
    let found = this.#ofPerson.get(objectId) ?? null;
    const take = (other: InForce | undefined) => {
      if (other && (!found || lastingFirst(other, found) < 0)) {
        found = other;
      }
    };
    if (this.#ofTeam.size > 0) {
      for (const team of teams) {
        take(this.#ofTeam.get(team));
      }
    }
    for (const [group, exceptions] of this.#ofEntraGroup) {
      if (groups.get(group)) {
        take(exceptions.find(one => !userRefs.includes(one.approver)));
      }
    }
    take(
      this.#rules.find(({ pattern }) => pattern.test(userPrincipalName))
        ?.exception,
    );
    return found;
  }
}

function keepFirst<K>(of: Map<K, InForce>, key: K, exception: InForce): void {
  if (!of.has(key)) {
    of.set(key, exception);
  }
}

/** Of two that end on the same day, the same one always comes first. */
function lastingFirst(one: InForce, other: InForce): number {
  if (one.until !== other.until) {
    return one.until > other.until ? -1 : 1;
  }
  return one.id < other.id ? -1 : Number(one.id > other.id);
}
