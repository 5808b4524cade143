import type { Knex } from 'knex';
import type { PrivilegedFacts } from '../../assess/controls/types';
import type { SnapshotView } from '../asOf/types';
import { versionAt } from '../asOf/versionAt';
import { keyIn } from '../sql/keyIn';
import { addUpPrivileged, type PrivilegedGroup } from './addUpPrivileged';
import {
  hasJoinedIn,
  hasLeftBy,
  privileged,
  readLost,
  those,
  type PeopleFilter,
  type Window,
} from './peopleForControls';

/** Which people of a team are counted. */
export interface TeamPeopleAsked {
  joined: Window;
  /** Null where leave dates are not read. */
  left: Date | null;
  lost: Window;
}

/** What is counted of the people of a team and its sub-teams. */
export interface TeamPeople {
  privileged: PrivilegedFacts;
  joiners: { people: number; without: number };
  leavers: { people: number; enabled: number };
  /** Who lost a registration. */
  lost: number;
}

/** So many people of a team who are alike in the columns that were asked for. */
interface Group extends PrivilegedGroup {
  team: string;
  enabled: boolean | number | null;
}

/**
 * Counts what tests ask of the people of every team, or of one, as they belong at the snapshot: a statement for each
 * thing, whatever the number of teams.
 *
 * @param team - its ref; null for all
 */
export async function countTeamPeople(
  knex: Knex,
  view: SnapshotView,
  team: string | null,
  asked: TeamPeopleAsked,
): Promise<{ of(ref: string): TeamPeople }> {
  const by = async (
    filter: PeopleFilter,
    columns: string[],
  ): Promise<Group[]> =>
    filter(membersAt(knex, view, team))
      .groupBy('m.team_ref', ...columns)
      .select('m.team_ref as team', ...columns)
      .select(knex.raw('count(*) as people'));
  const facts = new Map<string, TeamPeople>();
  const of = (ref: string) => {
    const known = facts.get(ref) ?? nobody();
    facts.set(ref, known);
    return known;
  };

  const groups = new Map<string, Group[]>();
  for (const row of await by(privileged, ['p.state', 'p.tier', 'p.marks'])) {
    groups.set(row.team, [...(groups.get(row.team) ?? []), row]);
  }
  for (const [ref, list] of groups) {
    of(ref).privileged = addUpPrivileged(list);
  }
  for (const row of await by(those(hasJoinedIn(asked.joined)), ['p.state'])) {
    const { joiners } = of(row.team);
    joiners.people += Number(row.people);
    joiners.without += row.state === 'uncovered' ? Number(row.people) : 0;
  }
  if (asked.left) {
    for (const row of await by(those(hasLeftBy(asked.left)), ['p.enabled'])) {
      const { leavers } = of(row.team);
      leavers.people += Number(row.people);
      leavers.enabled += row.enabled ? Number(row.people) : 0;
    }
  }
  const lost = await readLost(knex, view, asked.lost);
  if (lost.length > 0) {
    const isLost: PeopleFilter = people =>
      people.where(keyIn(knex, 'p.object_id', lost));
    for (const row of await by(isLost, [])) {
      of(row.team).lost = Number(row.people);
    }
  }
  return { of };
}

function nobody(): TeamPeople {
  return {
    privileged: addUpPrivileged([]),
    joiners: { people: 0, without: 0 },
    leavers: { people: 0, enabled: 0 },
    lost: 0,
  };
}

/**
 * People with the teams that they belong to. SQLite keeps the order that is written: from the few people to their
 * teams, or from one team to its people.
 */
function membersAt(
  knex: Knex,
  view: SnapshotView,
  team: string | null,
): Knex.QueryBuilder {
  const members =
    team === null
      ? knex({ p: 'person' }).crossJoin(knex.raw('person_team as m'))
      : knex({ m: 'person_team' })
          .crossJoin(knex.raw('person as p'))
          .where('m.team_ref', team);
  return members
    .where('m.object_id', knex.ref('p.object_id'))
    .andWhere(versionAt(view, 'p'))
    .andWhere(versionAt(view, 'm'));
}
