/** What stands for the name of a small team. */
export const SMALL_TEAM = '(small team)';

/** Somebody as a file tells them that is made to be handed on: small teams without their names. */
export function withoutHiddenTeams<
  T extends { teams: { ref: string; title: string }[] },
>(person: T, hidden: ReadonlySet<string>): T {
  return {
    ...person,
    teams: person.teams.map(team =>
      hidden.has(team.ref) ? { ref: team.ref, title: SMALL_TEAM } : team,
    ),
  };
}
