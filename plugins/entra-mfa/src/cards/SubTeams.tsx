import { Link } from '@backstage/ui';
import type {
  Team,
  TeamSummary,
} from '@entra-mfa/backstage-plugin-entra-mfa-common';
import { useLinks } from '../navigation/useLinks';
import { useWords } from '../messages/useWords';
import shared from '../components/shared.module.css';

/** The sub-teams of a team in one line, each with its own count. */
export function SubTeams(props: {
  teams: TeamSummary[];
  /** Whether the reader may see whom the counts are of. */
  names: Team['names'];
}) {
  const { teams, names } = props;
  const { t } = useWords();
  const links = useLinks({});
  if (teams.length === 0) return null;
  return (
    <p className={shared.line}>
      {t('cards.group.subTeams')}{' '}
      {teams.map(({ ref, title, coverage }, index) => {
        const counted = coverage && coverage.covered + coverage.uncovered;
        const text =
          coverage && counted
            ? t('cards.group.subTeam', { covered: coverage.covered, counted })
            : t(coverage ? 'teams.nobody' : 'teams.hidden');
        const hasList = names === 'visible' && Boolean(coverage?.covered);
        return (
          <span key={ref}>
            {index > 0 && ' · '}
            <Link href={links.entity(ref)}>{title}</Link>{' '}
            <span className={shared.nowrap}>
              {hasList ? (
                <Link href={links.people({ team: ref, state: 'covered' })}>
                  {text}
                </Link>
              ) : (
                text
              )}
            </span>
          </span>
        );
      })}
    </p>
  );
}
