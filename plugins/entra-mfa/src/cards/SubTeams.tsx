import { Link } from '@backstage/ui';
import type { Team } from '@entra-mfa/backstage-plugin-entra-mfa-common';
import { useLinks } from '../navigation/useLinks';
import { useWords } from '../messages/useWords';
import { ListLink } from './ListLink';
import shared from '../components/shared.module.css';

/** The sub-teams of a team in one line, each with its own count. */
export function SubTeams(props: {
  team: Pick<Team, 'children' | 'tenant' | 'names'>;
}) {
  const { children, tenant, names } = props.team;
  const { t } = useWords();
  const links = useLinks({});
  if (children.length === 0) return null;
  return (
    <p className={shared.line}>
      {t('cards.group.subTeams')}{' '}
      {children.map(({ ref, title, coverage }, index) => {
        const counted = coverage && coverage.covered + coverage.uncovered;
        const text =
          coverage && counted
            ? t('cards.group.subTeam', { covered: coverage.covered, counted })
            : t(coverage ? 'teams.nobody' : 'teams.hidden');
        return (
          <span key={ref}>
            {index > 0 && ' · '}
            <Link href={links.entity(ref)}>{title}</Link>{' '}
            <span className={shared.nowrap}>
              <ListLink
                team={{ ref, tenant, names }}
                filter={{ state: 'covered' }}
                count={coverage?.covered ?? 0}
              >
                {text}
              </ListLink>
            </span>
          </span>
        );
      })}
    </p>
  );
}
