import type { Team } from '@entra-mfa/backstage-plugin-entra-mfa-common';
import { ListLink } from './ListLink';
import shared from '../components/shared.module.css';
import { inScope } from '../navigation/filterValues';
import { useWords } from '../messages/useWords';

/** How many of who is not registered in a team tried to and failed; nothing where nobody did, or it is not told. */
export function TeamAttempts({ team }: { team: Team }) {
  const { t } = useWords();
  const mark = 'tried-and-failed';
  const count = team.counts?.marks[mark] ?? 0;
  if (count === 0) return null;
  return (
    <p className={shared.line}>
      <ListLink team={team} filter={{ mark, state: inScope }} count={count}>
        {t('attempts.team', { count })}
      </ListLink>
    </p>
  );
}
