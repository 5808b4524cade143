import type { TeamStandingOf } from '@entra-mfa/backstage-plugin-entra-mfa-common';
import shared from '../components/shared.module.css';
import { useWords } from '../messages/useWords';
import { decidingOf } from './decidingOf';
import { NextAct } from './NextAct';
import { Short } from './Short';
import { TeamStatus } from './TeamStatus';
import { useResultWords } from './useResultWords';

/** The cells of a line about a team: where it stands, what decides it, and what to do about it. */
export function TeamCells(props: {
  standing: TeamStandingOf;
  /** The team's ref. */
  team: string;
  isHidden?: boolean;
  /** Why the control does not apply; null where it does. */
  disabledReason?: string | null;
}) {
  const { standing, team, isHidden, disabledReason = null } = props;
  const { t } = useWords();
  const { figureOf } = useResultWords();
  const results = disabledReason === null ? decidingOf(standing.results) : [];
  return (
    <>
      <td>
        <TeamStatus standing={standing} isHidden={isHidden} />
      </td>
      <td>
        {disabledReason}
        <ul className={shared.lines}>
          {results.map(result => (
            <li key={result.test}>
              {result.reason === 'nobody' && /^privileged-/.test(result.test)
                ? t('controls.team.noPrivileged')
                : figureOf(result)}{' '}
              <Short result={result} />
            </li>
          ))}
        </ul>
      </td>
      <td>
        <ul className={shared.lines}>
          {results.map(result => (
            <li key={result.test}>
              <NextAct result={result} team={team} />
            </li>
          ))}
        </ul>
      </td>
    </>
  );
}
