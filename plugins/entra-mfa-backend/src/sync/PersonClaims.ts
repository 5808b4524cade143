import type { UserBody } from '../collectors/types';
import { KeyTable } from './KeyTable';
import { NumberList } from './NumberList';

const NOBODY = -1;

/** What decides whose a catalog user is. */
export type Claimant = Pick<
  UserBody,
  'accountEnabled' | 'userPrincipalName' | 'mail'
>;

/**
 * Finds the person of each catalog user that is joined by its address. A person claims one user: by
 * the user principal name where that hits, else by mail. Of those who claim the same user, an enabled
 * account comes before a disabled one, then who has the address as the user principal name, then the
 * smallest object id: so the order in which they come does not matter. Only who has a claim takes
 * memory.
 */
export class PersonClaims {
  readonly #addresses = new KeyTable();
  /** The user of address n. */
  readonly #users = new NumberList();
  readonly #objectIds = new KeyTable();
  /** Which address claimant n claims. */
  readonly #claimed = new NumberList();
  /** The best claimant of address n so far, and the rank: the lower, the better. */
  readonly #best = new NumberList();
  readonly #ranks = new NumberList();

  /** Whether anybody can be found by an address. */
  get areOpen(): boolean {
    return this.#addresses.size > 0;
  }

  /**
   * Takes in the address of a user, in lower case. Of several users who have the same one, it finds
   * one.
   *
   * @param isBefore - whether the user comes before another one who has the address
   */
  open(
    address: string,
    user: number,
    isBefore: (other: number) => boolean,
  ): void {
    const number = this.#addresses.add(address);
    if (number === this.#users.length) {
      this.#users.push(user);
      this.#best.push(NOBODY);
      this.#ranks.push(0);
    } else if (isBefore(this.#users.at(number))) {
      this.#users.set(number, user);
    }
  }

  /** Takes in somebody of the directory whom no user names by object id. All addresses come before. */
  claim(objectId: string, person: Claimant): void {
    const byName = this.#find(person.userPrincipalName);
    const address = byName === -1 ? this.#find(person.mail) : byName;
    if (address === -1) {
      return;
    }
    const rank =
      (person.accountEnabled === false ? 2 : 0) + (byName === -1 ? 1 : 0);
    const best = this.#best.at(address);
    const isBetter =
      best === NOBODY ||
      rank < this.#ranks.at(address) ||
      (rank === this.#ranks.at(address) &&
        objectId < this.#objectIds.keyAt(best));
    if (isBetter) {
      this.#best.set(address, this.#objectIds.add(objectId));
      this.#ranks.set(address, rank);
      this.#claimed.push(address);
    }
  }

  /** The user of a person; -1 for none. All claims come before. */
  userOf(objectId: string): number {
    const claimant = this.#objectIds.find(objectId);
    if (claimant === -1) {
      return -1;
    }
    const address = this.#claimed.at(claimant);
    return this.#best.at(address) === claimant ? this.#users.at(address) : -1;
  }

  /** The users who were found. */
  *found(): Generator<number> {
    for (let address = 0; address < this.#users.length; address += 1) {
      if (this.#best.at(address) !== NOBODY) {
        yield this.#users.at(address);
      }
    }
  }

  #find(address: string | null): number {
    return address === null ? -1 : this.#addresses.find(address.toLowerCase());
  }
}
