import type { CatalogUserBody } from '../collectors/types';
import { KeyTable } from '../packed/KeyTable';
import { NumberList } from '../packed/NumberList';
import { PersonClaims, type EmailMatch } from './PersonClaims';
import { TeamMembers } from './TeamMembers';
import type { TeamHierarchy } from './TeamHierarchy';
import { UserLists } from '../packed/UserLists';

const NONE: readonly number[] = [];

/**
 * The catalog's users, held compactly: a number for each, and the numbers of their teams. They are
 * taken in first: users and memberships, then everybody whom the directory has. After that, the people
 * of the directory are looked up.
 *
 * A user who names an object id is joined by that alone; the others by their address, see
 * {@link PersonClaims}. Each user is one person's at most; a person may have several, because the
 * catalog may be fed by several sources.
 */
export class CatalogPeople {
  readonly #forest: TeamHierarchy;
  readonly #refs = new KeyTable();
  readonly #objectIds = new KeyTable();
  /** The users of each object id, by its number. */
  readonly #users = new UserLists();
  readonly #claims = new PersonClaims();
  readonly #members = new TeamMembers();
  readonly #sources = new KeyTable();
  /** The source of user n, by its number. */
  readonly #sourceOf = new NumberList();
  /** For each object id, by its number, whether the directory has it. */
  readonly #met = new NumberList();

  constructor(forest: TeamHierarchy) {
    this.#forest = forest;
  }

  /** @param source - what has a name in common with it may give it teams */
  addUser(
    ref: string,
    { objectId, email }: CatalogUserBody,
    source: string = '',
  ): void {
    const user = this.#refs.add(ref);
    if (user === this.#sourceOf.length) {
      this.#sourceOf.push(this.#sources.add(source));
    }
    if (!objectId) {
      if (email) {
        this.#claims.open(email.toLowerCase(), user);
      }
      return;
    }
    const number = this.#objectIds.add(objectId.toLowerCase());
    if (number === this.#users.length) {
      this.#met.push(0);
    }
    this.#users.add(number, user);
  }

  /** @param onlyOf - the source that the user must be of; nobody need be of any where the Group says it */
  addMembership(userRef: string, groupRef: string, onlyOf?: string): void {
    const user = this.#refs.find(userRef);
    const team = this.#forest.numberOf(groupRef);
    if (user === -1 || team === -1) {
      return;
    }
    const isOf =
      onlyOf === undefined ||
      this.#sourceOf.at(user) === this.#sources.find(onlyOf);
    if (isOf) {
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
    if (number !== -1) {
      this.#met.set(number, 1);
    }
    return this.#claims.areOpen;
  }

  /** Takes in the addresses of somebody for whom `meet` asked for them. */
  claim(objectId: string, person: EmailMatch): void {
    const isNamed = this.#objectIds.find(objectId) !== -1;
    this.#claims.claim(objectId, person, isNamed);
  }

  /** The catalog users of a person of the directory, by number, in the order of their refs. */
  usersOf(objectId: string): readonly number[] {
    const number = this.#objectIds.find(objectId);
    const users = [
      ...(number === -1 ? NONE : this.#users.of(number)),
      ...this.#claims.usersOf(objectId),
    ];
    return users.length < 2
      ? users
      : users.sort((a, b) => (this.refOf(a) < this.refOf(b) ? -1 : 1));
  }

  refOf(user: number): string {
    return this.#refs.keyAt(user);
  }

  /** The teams whose member one of the users is, each once. */
  teamsOf(users: readonly number[]): readonly number[] {
    if (users.length < 2) {
      return users.length === 0 ? NONE : this.#members.teamsOf(users[0]);
    }
    const teams = users.flatMap(user => this.#members.teamsOf(user));
    return [...new Set(teams)];
  }

  /** The users of each person of the directory who has several, by their refs, sorted. */
  *several(): Generator<string[]> {
    for (const objectId of this.#joined()) {
      const users = this.usersOf(objectId);
      if (users.length > 1) {
        yield users.map(user => this.refOf(user));
      }
    }
  }

  /** Refs of catalog users whom no person of the directory was found to be. */
  *unmatched(): Generator<string> {
    const matched = new Uint8Array(this.#refs.size);
    for (let number = 0; number < this.#users.length; number += 1) {
      for (const user of this.#users.of(number)) {
        matched[user] = this.#met.at(number);
      }
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

  /** Everybody of the directory who may have a user, each once. */
  *#joined(): Generator<string> {
    for (let number = 0; number < this.#users.length; number += 1) {
      if (this.#met.at(number)) {
        yield this.#objectIds.keyAt(number);
      }
    }
    for (const objectId of this.#claims.claimants()) {
      if (this.#objectIds.find(objectId) === -1) {
        yield objectId;
      }
    }
  }
}
