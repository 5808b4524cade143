import type {
  ControlResult,
  TeamStandingOf,
} from '@entra-mfa/backstage-plugin-entra-mfa-common';
import shared from '../components/shared.module.css';
import { useWords } from '../messages/useWords';
import { decidingOf } from './decidingOf';
import { NextAct } from './NextAct';
import { Short } from './Short';
import { TeamStatus } from './TeamStatus';
import { useResultWords } from './useResultWords';

/** That a team has no privileged people is said once, whatever is asked of them. */
const hasNobody = ({ test, reason }: ControlResult) =>
  reason === 'nobody' && /^privileged-/.test(test);

/** The cells of a line about a team: where it stands, and what decides it with what to do about it. */
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
          {results.some(hasNobody) && (
            <li>{t('controls.team.noPrivileged')}</li>
          )}
          {results
            .filter(result => !hasNobody(result))
            .map(result => (
              <li key={result.test}>
                {figureOf(result)} <NextAct result={result} team={team} />
                <Short result={result} />
              </li>
            ))}
        </ul>
      </td>
    </>
  );
}
