import type { UserBody } from '../collectors/types';
import { KeyTable } from '../packed/KeyTable';
import { NumberList } from '../packed/NumberList';
import { UserLists } from '../packed/UserLists';

const NOBODY = -1;
const NO_ADDRESS = -1;

/** What decides whose a catalog user is. */
export type EmailMatch = Pick<
  UserBody,
  'accountEnabled' | 'userPrincipalName' | 'mail'
>;

/**
 * Finds the person of each catalog user that is joined by its address. A person claims the users of
 * their user principal name and those of their mail. Of several who claim the same address, an enabled
 * account comes before a disabled one; then who has it as the user principal name; then who has no other
 * User, because a second one is less likely theirs; then the smallest object id. So the order in which
 * they come does not matter. Only who has a claim takes memory.
 */
export class PersonClaims {
  readonly #addresses = new KeyTable();
  /** The users of address n. */
  readonly #users = new UserLists();
  readonly #objectIds = new KeyTable();
  /** What claimant n claims: the address of the name, and that of the mail. */
  readonly #names = new NumberList();
  readonly #mails = new NumberList();
  /** The best claimant of address n so far, and the rank: the lower, the better. */
  readonly #best = new NumberList();
  readonly #ranks = new NumberList();

  /** Whether anybody can be found by an address. */
  get areOpen(): boolean {
    return this.#addresses.size > 0;
  }

  /** Takes in the address of a user, in lower case. */
  open(address: string, user: number): void {
    const number = this.#addresses.add(address);
    if (number === this.#users.length) {
      this.#best.push(NOBODY);
      this.#ranks.push(0);
    }
    this.#users.add(number, user);
  }

  /**
   * Takes in somebody of the directory. All addresses come before.
   *
   * @param isNamed - whether a user names the person by object id
   */
  claim(objectId: string, person: EmailMatch, isNamed: boolean): void {
    const name = this.#find(person.userPrincipalName);
    const found = this.#find(person.mail);
    const mail = found === name ? NO_ADDRESS : found;
    const disabled = person.accountEnabled === false ? 3 : 0;
    const second = isNamed || name !== NO_ADDRESS ? 1 : 0;
    const isBestByName = this.#isBetter(name, objectId, disabled);
    const isBestByMail = this.#isBetter(mail, objectId, disabled + 1 + second);
    if (!isBestByName && !isBestByMail) {
      return;
    }
    const claimant = this.#objectIds.add(objectId);
    this.#names.push(name);
    this.#mails.push(mail);
    if (isBestByName) {
      this.#best.set(name, claimant);
      this.#ranks.set(name, disabled);
    }
    if (isBestByMail) {
      this.#best.set(mail, claimant);
      this.#ranks.set(mail, disabled + 1 + second);
    }
  }

  /** The users of a person, in no order. All claims come before. */
  *usersOf(objectId: string): Generator<number> {
    const claimant = this.#objectIds.find(objectId);
    if (claimant === -1) {
      return;
    }
    for (const address of [
      this.#names.at(claimant),
      this.#mails.at(claimant),
    ]) {
      if (address !== NO_ADDRESS && this.#best.at(address) === claimant) {
        yield* this.#users.of(address);
      }
    }
  }

  /** The users who were found. */
  *found(): Generator<number> {
    for (let address = 0; address < this.#users.length; address += 1) {
      if (this.#best.at(address) !== NOBODY) {
        yield* this.#users.of(address);
      }
    }
  }

  /** Everybody who has claimed something, each once. */
  *claimants(): Generator<string> {
    for (let number = 0; number < this.#objectIds.size; number += 1) {
      yield this.#objectIds.keyAt(number);
    }
  }

  #isBetter(address: number, objectId: string, rank: number): boolean {
    if (address === NO_ADDRESS) {
      return false;
    }
    const best = this.#best.at(address);
    return (
      best === NOBODY ||
      rank < this.#ranks.at(address) ||
      (rank === this.#ranks.at(address) &&
        objectId < this.#objectIds.keyAt(best))
    );
  }

  #find(address: string | null): number {
    return address === null
      ? NO_ADDRESS
      : this.#addresses.find(address.toLowerCase());
  }
}
