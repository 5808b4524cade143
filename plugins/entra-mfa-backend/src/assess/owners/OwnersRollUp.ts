import { OwnersCounter, type Owner, type OwnersCounts } from './OwnersCounter';

const NONE: readonly number[] = [];

/**
 * Adds up the people behind each set of owners. A person who owns through several of them, as a User
 * and through teams, counts once.
 */
export class OwnersRollUp {
  readonly #sets: readonly string[];
  readonly #lines: OwnersCounter[];
  /** The sets of which a team, by its number, is one. */
  readonly #ofTeam = new Map<number, number[]>();
  /** The sets of which a User is one, and whether the directory has somebody behind the User. */
  readonly #ofUser = new Map<string, { sets: number[]; found: boolean }>();
  /** Owners that are no team of the catalog and no User. */
  readonly #neither: number[];
  /** For each set the last person who was added to it. */
  readonly #metBy: Int32Array;
  #added = 0;

  /**
   * @param sets - the refs of the owners by the key of their set
   * @param teamNumber - the number of a team; -1 for one that the catalog does not have
   */
  constructor(
    sets: ReadonlyMap<string, readonly string[]>,
    teamNumber: (ref: string) => number,
  ) {
    this.#sets = [...sets.keys()];
    this.#lines = this.#sets.map(() => new OwnersCounter());
    this.#neither = this.#sets.map(() => 0);
    this.#metBy = new Int32Array(this.#sets.length);
    let set = 0;
    for (const owners of sets.values()) {
      for (const ref of owners) {
        this.#addOwner(ref, set, teamNumber(ref));
      }
      set += 1;
    }
  }

  #addOwner(ref: string, set: number, team: number): void {
    if (team !== -1) {
      const sets = this.#ofTeam.get(team) ?? [];
      sets.push(set);
      this.#ofTeam.set(team, sets);
    } else if (ref.startsWith('user:')) {
      const user = this.#ofUser.get(ref) ?? { sets: [], found: false };
      user.sets.push(set);
      this.#ofUser.set(ref, user);
    } else {
      this.#neither[set] += 1;
    }
  }

  /**
   * Adds a person to every set through which they own something.
   *
   * @param person - `entityRefs` of the Users who the person is; `teams` with those above them
   */
  add(
    owner: Owner,
    person: { entityRefs: readonly string[]; teams: readonly number[] },
  ): void {
    this.#added += 1;
    for (const team of person.teams) {
      this.#addTo(this.#ofTeam.get(team) ?? NONE, owner);
    }
    for (const ref of person.entityRefs) {
      const user = this.#ofUser.get(ref);
      if (user) {
        user.found = true;
        this.#addTo(user.sets, owner);
      }
    }
  }

  #addTo(sets: readonly number[], owner: Owner): void {
    for (const set of sets) {
      if (this.#metBy[set] !== this.#added) {
        this.#metBy[set] = this.#added;
        this.#lines[set].add(owner);
      }
    }
  }

  /** The counts of every set, when everybody was added. */
  counts(): ({ owner_set: string } & OwnersCounts)[] {
    const notFound = [...this.#neither];
    for (const { sets, found } of this.#ofUser.values()) {
      for (const set of sets) {
        notFound[set] += found ? 0 : 1;
      }
    }
    return this.#sets.map((owner_set, i) => ({
      owner_set,
      ...this.#lines[i].counts(notFound[i]),
    }));
  }
}
