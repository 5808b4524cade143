import { IntegerList } from './IntegerList';

/**
 * Finds the fewest teams whose own members make up half of the uncovered people: always the team with
 * the most of them that no team before it has. Each person counts once, in however many teams.
 */
export class GapByTeam {
  /** Where each uncovered person's teams start in `#teams`. */
  readonly #starts = new IntegerList();
  readonly #teams = new IntegerList();

  /** @param ownTeams - the numbers of the teams whose member the person is */
  addUncovered(ownTeams: readonly number[]): void {
    this.#starts.push(this.#teams.length);
    for (const team of ownTeams) {
      this.#teams.push(team);
    }
  }

  /** Null where nobody is uncovered, or where teams have less than half of them. */
  half(): { teams: number; people: number } | null {
    const uncovered = this.#starts.length;
    if (uncovered === 0) {
      return null;
    }
    const { gains, peopleOf } = this.#byTeam();
    const taken = new Uint8Array(uncovered);
    let teams = 0;
    let people = 0;
    while (people * 2 < uncovered) {
      const best = indexOfMost(gains);
      if (best === -1) {
        return null;
      }
      teams += 1;
      people += gains[best];
      for (const person of peopleOf(best)) {
        if (!taken[person]) {
          taken[person] = 1;
          for (const team of this.#teamsOf(person)) {
            gains[team] -= 1;
          }
        }
      }
    }
    return { teams, people };
  }

  #teamsOf(person: number): Int32Array {
    const end =
      person + 1 < this.#starts.length
        ? this.#starts.at(person + 1)
        : this.#teams.length;
    return this.#teams.slice(this.#starts.at(person), end);
  }

  #byTeam() {
    const teamCount = this.#teams.max() + 1;
    const gains = new Int32Array(teamCount);
    for (let i = 0; i < this.#teams.length; i += 1) {
      gains[this.#teams.at(i)] += 1;
    }
    const starts = new Int32Array(teamCount + 1);
    for (let team = 0; team < teamCount; team += 1) {
      starts[team + 1] = starts[team] + gains[team];
    }
    const next = starts.slice();
    const people = new Int32Array(this.#teams.length);
    for (let person = 0; person < this.#starts.length; person += 1) {
      for (const team of this.#teamsOf(person)) {
        people[next[team]] = person;
        next[team] += 1;
      }
    }
    const peopleOf = (team: number) =>
      people.subarray(starts[team], starts[team + 1]);
    return { gains, peopleOf };
  }
}

/** The first of the greatest; -1 where none is above 0. */
function indexOfMost(values: Int32Array): number {
  let best = -1;
  let most = 0;
  for (let i = 0; i < values.length; i += 1) {
    if (values[i] > most) {
      most = values[i];
      best = i;
    }
  }
  return best;
}
