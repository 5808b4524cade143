import type { Knex } from 'knex';
import { STILL_TRUE, type PersonTeamRow } from '../sql/tables';

/** The teams of one person as one text, the same for the same teams: see {@link teamsText}. */
export type TeamsText = string;

/** One membership of a person, as it is stored. */
export interface PersonTeam {
  team_ref: string;
  direct: boolean;
}

/** Puts the teams of a person into a text that can be compared. */
export function teamsText(teams: readonly PersonTeam[]): TeamsText {
  return teams
    .map(({ team_ref, direct }) => (direct ? '=' : '^') + team_ref)
    .sort()
    .join('\n');
}

/** Reads the teams of everybody from one object id to another, as they are true now. */
export async function readPersonTeams(
  knex: Knex,
  of: { tenantId: string; from: string; to: string; lastSnapshot: number },
): Promise<Map<string, TeamsText>> {
  const rows = await knex<PersonTeamRow>('person_team')
    .where({ tenant_id: of.tenantId, to_snapshot: STILL_TRUE })
    .whereBetween('object_id', [of.from, of.to])
    .where('from_snapshot', '<=', of.lastSnapshot)
    .select('object_id', 'team_ref', 'direct');
  const byPerson = new Map<string, PersonTeam[]>();
  for (const { object_id, team_ref, direct } of rows) {
    const teams = byPerson.get(object_id) ?? [];
    teams.push({ team_ref, direct: Boolean(direct) });
    byPerson.set(object_id, teams);
  }
  return new Map(
    [...byPerson].map(([person, teams]) => [person, teamsText(teams)]),
  );
}
