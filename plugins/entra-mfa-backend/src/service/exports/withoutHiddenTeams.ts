import type { Person } from '@entra-mfa/backstage-plugin-entra-mfa-common';

/** A person as a file tells them that is made to be handed on: small teams without their names. */
export function withoutHiddenTeams(
  person: Person,
  hidden: ReadonlySet<string>,
): Person {
  return {
    ...person,
    teams: person.teams.map(team =>
      hidden.has(team.ref) ? { ref: team.ref, title: '(small team)' } : team,
    ),
  };
}
