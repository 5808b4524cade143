import type { CatalogUserBody } from '../collectors/types';
import { KeyTable } from './KeyTable';
import { NumberList } from './NumberList';
import { PersonClaims, type Claimant } from './PersonClaims';
import { TeamMembers } from './TeamMembers';
import type { TeamForest } from './TeamForest';

const NONE: readonly number[] = [];

/**
 * The catalog's users, held compactly: a number for each, and the numbers of their teams. They are
 * taken in first: users and memberships, then everybody whom the directory has. After that, the people
 * of the directory are looked up.
 *
 * A user who names an object id is joined by that alone; the others by their address, see
 * {@link PersonClaims}. Each user is one person's at most, and each person has one user at most: of
 * several users with the same object id, or the same address, the one with the first ref.
 */
export class CatalogPeople {
  readonly #forest: TeamForest;
  readonly #refs = new KeyTable();
  readonly #objectIds = new KeyTable();
  /** The user of each object id, by its number. */
  readonly #users = new NumberList();
  readonly #claims = new PersonClaims();
  readonly #members = new TeamMembers();
  /** For each object id, by its number, whether the directory has it. */
  readonly #met = new NumberList();

  constructor(forest: TeamForest) {
    this.#forest = forest;
  }

  addUser(ref: string, { objectId, email }: CatalogUserBody): void {
    const user = this.#refs.add(ref);
    const isBefore = (other: number) => ref < this.#refs.keyAt(other);
    if (!objectId) {
      if (email) {
        this.#claims.open(email.toLowerCase(), user, isBefore);
      }
      return;
    }
    const number = this.#objectIds.add(objectId.toLowerCase());
    if (number === this.#users.length) {
      this.#users.push(user);
      this.#met.push(0);
    } else if (isBefore(this.#users.at(number))) {
      this.#users.set(number, user);
    }
  }

  addMembership(userRef: string, groupRef: string): void {
    const user = this.#refs.find(userRef);
    const team = this.#forest.numberOf(groupRef);
    if (user !== -1 && team !== -1) {
      this.#members.add(user, team);
    }
  }

  /** When all memberships are there. */
  sortMemberships(): void {
    this.#members.sort(this.#refs.size);
  }

  /**
   * Takes in that the directory has somebody with that object id. When all users are there.
   *
   * @returns whether the person may be joined by address, see {@link claim}
   */
  meet(objectId: string): boolean {
    const number = this.#objectIds.find(objectId);
    if (number === -1) {
      return this.#claims.areOpen;
    }
    this.#met.set(number, 1);
    return false;
  }

  /** Takes in the addresses of somebody for whom `meet` asked for them. */
  claim(objectId: string, person: Claimant): void {
    this.#claims.claim(objectId, person);
  }

  /** The catalog user of a person of the directory, by number; -1 for none. */
  find(objectId: string): number {
    const number = this.#objectIds.find(objectId);
    return number === -1
      ? this.#claims.userOf(objectId)
      : this.#users.at(number);
  }

  refOf(user: number): string | null {
    return user === -1 ? null : this.#refs.keyAt(user);
  }

  /** The teams whose member the user is, each once. */
  teamsOf(user: number): readonly number[] {
    return user === -1 ? NONE : this.#members.teamsOf(user);
  }

  /** Refs of catalog users whom no person of the directory was found to be. */
  *unmatched(): Generator<string> {
    const matched = new Uint8Array(this.#refs.size);
    for (let number = 0; number < this.#users.length; number += 1) {
      matched[this.#users.at(number)] = this.#met.at(number);
    }
    for (const user of this.#claims.found()) {
      matched[user] = 1;
    }
    for (let user = 0; user < matched.length; user += 1) {
      if (matched[user] === 0) {
        yield this.#refs.keyAt(user);
      }
    }
  }
}
