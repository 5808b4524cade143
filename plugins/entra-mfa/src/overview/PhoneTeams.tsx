import { phoneDeliveryEnds } from '@entra-mfa/backstage-plugin-entra-mfa-common';
import { Link } from '@backstage/ui';
import { useRead } from '../api/useRead';
import { PeopleLink } from '../components/PeopleLink';
import { inScope } from '../navigation/filterValues';
import { useLinks } from '../navigation/useLinks';
import { usePageParams } from '../navigation/usePageParams';
import { ErrorState } from '../states/ErrorState';
import { useWords } from '../messages/useWords';
import shared from '../components/shared.module.css';
import styles from './overview.module.css';

const TEAMS = 6;

/** The teams with most people who only have a phone, and how many of them have until later. */
export function PhoneTeams() {
  const { t, count, mark, dayOf } = useWords();
  const params = usePageParams();
  const links = useLinks(params);
  const { tenant, at } = params;
  const { data, error, refetch } = useRead(
    'getTeams',
    {},
    { tenant, at, sort: 'phoneOnly', limit: 100 },
    { keep: true },
  );
  const teams = (data?.items ?? [])
    .flatMap(team =>
      team.phoneOnly ? [{ ...team, phoneOnly: team.phoneOnly }] : [],
    )
    // Who has teams below tells less than those do.
    .sort((a, b) => Number(a.subTeams > 0) - Number(b.subTeams > 0))
    .slice(0, TEAMS);
  if (error && !data) return <ErrorState error={error} onRetry={refetch} />;
  if (teams.length === 0) return null;
  return (
    <p className={styles.sum}>
      <span className={shared.nowrap}>{t('phone.teams')}:</span>
      {teams.map(({ ref, title, phoneOnly, phoneEnds, anyNames }) => {
        const later = (phoneEnds ?? []).filter(
          ({ date }) => date !== phoneDeliveryEnds.everybody,
        );
        return (
          <span key={ref} className={shared.nowrap}>
            <Link href={links.entity(ref)}>{title}</Link>{' '}
            <PeopleLink
              filter={{ mark: 'phone-only', state: inScope, team: ref }}
              seen={anyNames}
              aria-label={t('teams.openPeople', {
                count: phoneOnly,
                title,
                state: mark('phone-only'),
              })}
            >
              <strong>{count(phoneOnly)}</strong>
            </PeopleLink>
            {later.map(end => (
              <span key={end.date} className={shared.small}>
                {' '}
                (
                {t('phone.ofTeam', {
                  count: end.count,
                  date: dayOf(end.date),
                })}
                )
              </span>
            ))}
          </span>
        );
      })}
    </p>
  );
}
