import type { Team } from '@entra-mfa/backstage-plugin-entra-mfa-common';
import { EntityName } from '../components/EntityName';
import { useWords } from '../messages/useWords';
import shared from '../components/shared.module.css';

/** Exceptions in force for the team, or for one above it. */
export function TeamExceptions({ team }: { team: Team }) {
  const { t, dayOf } = useWords();
  const told = (team.exceptions ?? []).map(
    ({ id, group, until, approvedBy }) => {
      const isOwn = group === team.ref;
      const above = team.ancestors.find(({ ref }) => ref === group);
      const values = {
        date: dayOf(until),
        team: above ? <>{above.title}</> : <EntityName of={group} />,
        user: approvedBy ? <EntityName of={approvedBy} /> : '',
      };
      const own = approvedBy ? 'exceptions.team' : 'exceptions.teamUnnamed';
      const from = approvedBy
        ? 'exceptions.teamAbove'
        : 'exceptions.teamAboveUnnamed';
      return { id, text: t(isOwn ? own : from, values) };
    },
  );
  return (
    <>
      {told.map(({ id, text }) => (
        <p key={id} className={shared.line}>
          {text}
        </p>
      ))}
    </>
  );
}
