import { NumberList } from './NumberList';

const NOBODY = -1;

/**
 * Lists of catalog users, by number: a user is in one of them at most. Nearly every list has one user,
 * so each is the number of its last user, and each user leads on to the one before.
 */
export class UserLists {
  readonly #last = new NumberList();
  readonly #before = new NumberList();

  /** How many lists there are. */
  get length(): number {
    return this.#last.length;
  }

  /** Adds a user to a list; a list that does not exist yet has to be the next one. */
  add(list: number, user: number): void {
    if (list === this.#last.length) {
      this.#last.push(NOBODY);
    }
    while (this.#before.length <= user) {
      this.#before.push(NOBODY);
    }
    this.#before.set(user, this.#last.at(list));
    this.#last.set(list, user);
  }

  /** The users of a list, in no order. */
  *of(list: number): Generator<number> {
    for (
      let user = this.#last.at(list);
      user !== NOBODY;
      user = this.#before.at(user)
    ) {
      yield user;
    }
  }
}
