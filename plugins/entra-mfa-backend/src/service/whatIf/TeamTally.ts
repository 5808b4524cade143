import type { PersonState } from '@entra-mfa/backstage-plugin-entra-mfa-common';

/** What is counted of a team with its sub-teams. */
export interface TeamCount {
  covered: number;
  uncovered: number;
  /** For each answer that it can be compared with, how many people make the difference. */
  changed: number[];
  /** The same of its own members. */
  ownChanged: number[];
}

/** Adds up all teams in the one pass over the people. */
export class TeamTally {
  readonly teams = new Map<string, TeamCount>();
  readonly #answers: number;

  constructor(answers: number) {
    this.#answers = answers;
  }

  /** @param changed - for each other answer, whether the person counts otherwise in it */
  add(
    teams: readonly { ref: string; direct: boolean }[],
    state: PersonState,
    changed: readonly boolean[],
  ): void {
    for (const { ref, direct } of teams) {
      const team = this.#of(ref);
      if (state === 'covered' || state === 'uncovered') {
        team[state] += 1;
      }
      changed.forEach((isOther, index) => {
        team.changed[index] += isOther ? 1 : 0;
        team.ownChanged[index] += isOther && direct ? 1 : 0;
      });
    }
  }

  #of(ref: string): TeamCount {
    const known = this.teams.get(ref);
    if (known) {
      return known;
    }
    const none = () => Array.from({ length: this.#answers }, () => 0);
    const team = {
      covered: 0,
      uncovered: 0,
      changed: none(),
      ownChanged: none(),
    };
    this.teams.set(ref, team);
    return team;
  }
}
