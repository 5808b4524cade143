import { Link } from '@backstage/ui';
import type { TeamSummary } from '@entra-mfa/backstage-plugin-entra-mfa-common';
import { useLinks } from '../navigation/useLinks';
import { useWords } from '../messages/useWords';
import shared from '../components/shared.module.css';

/** The sub-teams of a team in one line, each with its own count. */
export function SubTeams({ teams }: { teams: TeamSummary[] }) {
  const { t } = useWords();
  const links = useLinks({});
  if (teams.length === 0) return null;
  return (
    <p className={shared.line}>
      {t('cards.group.subTeams')}{' '}
      {teams.map(({ ref, title, coverage }, index) => {
        const counted = coverage && coverage.covered + coverage.uncovered;
        return (
          <span key={ref}>
            {index > 0 && ' · '}
            <Link href={links.entity(ref)}>{title}</Link>{' '}
            <span className={shared.nowrap}>
              {coverage && counted
                ? t('cards.group.subTeam', {
                    covered: coverage.covered,
                    counted,
                  })
                : t(coverage ? 'teams.nobody' : 'teams.hidden')}
            </span>
          </span>
        );
      })}
    </p>
  );
}
