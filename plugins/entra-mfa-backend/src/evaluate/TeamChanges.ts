import { teamsText, type PersonTeam } from '../store/evaluate/readPersonTeams';
import type { Changes } from './Changes';
import type { TeamHierarchy } from './TeamHierarchy';

/**
 * Finds the people of one batch whose teams are not what they were. All rows of such a person are
 * written anew: that closes the old ones by object id alone.
 */
export class TeamChanges {
  readonly rows: (PersonTeam & { object_id: string })[] = [];
  readonly #forest: TeamHierarchy;
  /** By object id, see `readPersonTeams`. */
  readonly #before: ReadonlyMap<string, string>;
  readonly #changes: Changes;

  constructor(
    forest: TeamHierarchy,
    before: ReadonlyMap<string, string>,
    changes: Changes,
  ) {
    this.#forest = forest;
    this.#before = before;
    this.#changes = changes;
  }

  /**
   * @param all - the person's teams by number, their own first
   * @param own - how many are their own
   */
  compare(objectId: string, all: readonly number[], own: number): void {
    const before = this.#before.get(objectId);
    if (all.length === 0 && before === undefined) {
      return;
    }
    const teams = all.map((team, i) => ({
      team_ref: this.#forest.teams[team].ref,
      direct: i < own,
    }));
    if (teamsText(teams) === before) {
      return;
    }
    if (before !== undefined) {
      this.#changes.replaced.person_team.push(objectId);
    }
    for (const team of teams) {
      this.rows.push({ object_id: objectId, ...team });
    }
  }
}
