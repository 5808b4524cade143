import type { CatalogUserBody } from '../collectors/types';
import { KeyTable } from './KeyTable';
import type { TeamForest } from './TeamForest';

const NONE: readonly number[] = [];

/**
 * The catalog's users, held compactly: a number for each, and the numbers of their teams in one array.
 * They are taken in first: users, then memberships, then everybody whom the directory has, so that who
 * is found by object id is not found by mail, then the addresses of those whom it does not have. After
 * that, the people of the directory are looked up. Each catalog user is one person's at most.
 */
export class CatalogPeople {
  readonly #forest: TeamForest;
  readonly #refs = new KeyTable();
  readonly #objectIds = new KeyTable();
  /** The user of each object id, by its number. */
  readonly #users: number[] = [];
  readonly #byMail = new Map<string, number>();
  readonly #matched: boolean[] = [];
  #memberUsers: number[] = [];
  #memberTeams: number[] = [];
  /** The teams of user n are `#teams` from `#starts[n]` up to `#starts[n + 1]`. */
  #starts = new Int32Array(1);
  #teams = new Int32Array(0);

  constructor(forest: TeamForest) {
    this.#forest = forest;
  }

  addUser(ref: string, { objectId }: CatalogUserBody): void {
    const user = this.#refs.add(ref);
    this.#matched.push(false);
    const id = objectId?.toLowerCase();
    if (id && this.#objectIds.find(id) === -1) {
      this.#objectIds.add(id);
      this.#users.push(user);
    }
  }

  addMembership(userRef: string, groupRef: string): void {
    const user = this.#refs.find(userRef);
    const team = this.#forest.numberOf(groupRef);
    if (user !== -1 && team !== -1) {
      this.#memberUsers.push(user);
      this.#memberTeams.push(team);
    }
  }

  /** Takes in that the directory has somebody with that object id. */
  meet(objectId: string): void {
    const user = this.#users[this.#objectIds.find(objectId)];
    if (user !== undefined) {
      this.#matched[user] = true;
    }
  }

  /** Whether somebody may still be found by mail. */
  get someUnmatched(): boolean {
    return this.#matched.includes(false);
  }

  /** Takes in how a user may be found who was not met. The first one has the address. */
  addAddress(ref: string, { email }: CatalogUserBody): void {
    const user = this.#refs.find(ref);
    if (email && !this.#matched[user] && !this.#byMail.has(email)) {
      this.#byMail.set(email, user);
    }
  }

  /** The catalog user of a person of the directory, by number; -1 for none. */
  find(objectId: string, addresses: readonly (string | null)[]): number {
    const user = this.#users[this.#objectIds.find(objectId)];
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
    return user === -1 ? null : this.#refs.keyAt(user);
  }

  /** The teams whose member the user is, each once. */
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
    for (let user = 0; user < this.#refs.size; user += 1) {
      if (!this.#matched[user]) {
        yield this.#refs.keyAt(user);
      }
    }
  }

  /** Puts the memberships in the order of the users, when all are there. */
  sortMemberships(): void {
    const users = this.#refs.size;
    const starts = new Int32Array(users + 1);
    for (const user of this.#memberUsers) {
      starts[user + 1] += 1;
    }
    for (let user = 0; user < users; user += 1) {
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
