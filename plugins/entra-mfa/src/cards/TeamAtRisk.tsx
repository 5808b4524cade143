import type { Team } from '@entra-mfa/backstage-plugin-entra-mfa-common';
import shared from '../components/shared.module.css';
import { useWords } from '../messages/useWords';
import { atRiskWithoutMfa } from '../risk/atRiskWithoutMfa';
import { ListLink } from './ListLink';

/** How many of a team are at risk and not registered; nothing where nobody is, or it is not told. */
export function TeamAtRisk({
  team,
}: {
  team: Pick<Team, 'ref' | 'tenant' | 'names' | 'counts'>;
}) {
  const { t } = useWords();
  const count = team.counts?.atRiskUncovered ?? 0;
  if (count === 0) return null;
  return (
    <p className={shared.line}>
      <ListLink team={team} filter={atRiskWithoutMfa} count={count}>
        {t('risk.people', { count })}
      </ListLink>
    </p>
  );
}
