import { NumberList } from '../packed/NumberList';

const NONE: readonly number[] = [];

/** The teams of each catalog user, by their numbers, in one array. */
export class TeamMembers {
  #users = new NumberList();
  #teams = new NumberList();
  /** The teams of user n are `#sorted` from `#starts[n]` up to `#starts[n + 1]`. */
  #starts = new Int32Array(1);
  #sorted = new Int32Array(0);

  add(user: number, team: number): void {
    this.#users.push(user);
    this.#teams.push(team);
  }

  /** Puts the memberships in the order of the users, when all are there. */
  sort(users: number): void {
    const starts = new Int32Array(users + 1);
    for (let i = 0; i < this.#users.length; i += 1) {
      starts[this.#users.at(i) + 1] += 1;
    }
    for (let user = 0; user < users; user += 1) {
      starts[user + 1] += starts[user];
    }
    const next = starts.slice();
    const sorted = new Int32Array(this.#teams.length);
    for (let i = 0; i < this.#users.length; i += 1) {
      const user = this.#users.at(i);
      sorted[next[user]] = this.#teams.at(i);
      next[user] += 1;
    }
    this.#starts = starts;
    this.#sorted = sorted;
    this.#users = new NumberList();
    this.#teams = new NumberList();
  }

  /** The teams of a user, each once. */
  teamsOf(user: number): readonly number[] {
    const start = this.#starts[user];
    const end = this.#starts[user + 1];
    return start === end
      ? NONE
      : [...new Set(this.#sorted.subarray(start, end))];
  }
}
