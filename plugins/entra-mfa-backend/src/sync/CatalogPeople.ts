import type { CatalogUserBody } from '../collectors/types';
import type { TeamForest } from './TeamForest';

const NONE: readonly number[] = [];

/**
 * The catalog's users, held compactly: a number for each, and the numbers of their teams in one array.
 * They are taken in first: users, then memberships, then everybody whom the directory has, so that who
 * is found by object id is not found by mail. After `seal`, the people of the directory are looked up.
 * Each catalog user is one person's at most.
 */
export class CatalogPeople {
  readonly #forest: TeamForest;
  readonly #refs: string[] = [];
  readonly #mails: (string | null)[] = [];
  readonly #byObjectId = new Map<string, number>();
  readonly #byMail = new Map<string, number>();
  #byRef = new Map<string, number>();
  readonly #matched: boolean[] = [];
  #memberUsers: number[] = [];
  #memberTeams: number[] = [];
  /** The teams of user n are `#teams` from `#starts[n]` up to `#starts[n + 1]`. */
  #starts = new Int32Array(1);
  #teams = new Int32Array(0);

  constructor(forest: TeamForest) {
    this.#forest = forest;
  }

  addUser(ref: string, { objectId, email }: CatalogUserBody): void {
    const user = this.#refs.length;
    this.#refs.push(ref);
    this.#mails.push(email);
    this.#matched.push(false);
    this.#byRef.set(ref, user);
    const id = objectId?.toLowerCase();
    if (id && !this.#byObjectId.has(id)) {
      this.#byObjectId.set(id, user);
    }
  }

  addMembership(userRef: string, groupRef: string): void {
    const user = this.#byRef.get(userRef);
    const team = this.#forest.numberOf(groupRef);
    if (user !== undefined && team !== -1) {
      this.#memberUsers.push(user);
      this.#memberTeams.push(team);
    }
  }

  /** Takes in that the directory has somebody with that object id. */
  meet(objectId: string): void {
    const user = this.#byObjectId.get(objectId);
    if (user !== undefined) {
      this.#matched[user] = true;
    }
  }

  seal(): void {
    this.#byRef = new Map();
    this.#sortMemberships();
    this.#mails.forEach((mail, user) => {
      if (mail && !this.#matched[user] && !this.#byMail.has(mail)) {
        this.#byMail.set(mail, user);
      }
    });
    this.#mails.length = 0;
  }

  /** The catalog user of a person of the directory, by number; -1 for none. */
  find(objectId: string, addresses: readonly (string | null)[]): number {
    const user = this.#byObjectId.get(objectId);
    if (user !== undefined) {
      return user;
    }
    for (const address of addresses) {
      const found = this.#byMail.get(address?.toLowerCase() ?? '');
      if (found !== undefined && !this.#matched[found]) {
        this.#matched[found] = true;
        return found;
      }
    }
    return -1;
  }

  refOf(user: number): string | null {
    return user === -1 ? null : this.#refs[user];
  }

  /** The teams whose member the user is, each once, in ascending order. */
  teamsOf(user: number): readonly number[] {
    return user === -1
      ? NONE
      : [
          ...new Set(
            this.#teams.subarray(this.#starts[user], this.#starts[user + 1]),
          ),
        ];
  }

  /** Refs of catalog users whom no person of the directory was found to be. */
  *unmatched(): Generator<string> {
    for (let user = 0; user < this.#refs.length; user += 1) {
      if (!this.#matched[user]) {
        yield this.#refs[user];
      }
    }
  }

  #sortMemberships(): void {
    const starts = new Int32Array(this.#refs.length + 1);
    for (const user of this.#memberUsers) {
      starts[user + 1] += 1;
    }
    for (let user = 0; user < this.#refs.length; user += 1) {
      starts[user + 1] += starts[user];
    }
    const next = starts.slice();
    const teams = new Int32Array(this.#memberUsers.length);
    this.#memberUsers.forEach((user, i) => {
      teams[next[user]] = this.#memberTeams[i];
      next[user] += 1;
    });
    this.#starts = starts;
    this.#teams = teams;
    this.#memberUsers = [];
    this.#memberTeams = [];
  }
}
