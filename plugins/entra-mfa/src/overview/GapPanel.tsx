import { Link, Skeleton } from '@backstage/ui';
import { useRead } from '../api/useRead';
import { Panel } from '../components/Panel';
import { PeopleLink } from '../components/PeopleLink';
import { useLinks } from '../navigation/useLinks';
import { usePageParams } from '../navigation/usePageParams';
import { ErrorState } from '../states/ErrorState';
import { useWords } from '../messages/useWords';
import type { OverviewPartProps } from './OverviewPartProps';
import shared from '../components/shared.module.css';
import styles from './overview.module.css';

/** Which teams hold the gap: their own members who are uncovered, most first. */
export function GapPanel({ overview }: OverviewPartProps) {
  const { t, state } = useWords();
  const params = usePageParams();
  const links = useLinks(params);
  const { tenant, at } = params;
  const { data, error, refetch } = useRead(
    'getTeams',
    {},
    { tenant, at, sort: 'direct', limit: 6 },
    { keep: true },
  );
  const teams =
    data?.items.flatMap(({ ref, title, direct, anyNames }) =>
      direct && direct.uncovered > 0 ? [{ ref, title, direct, anyNames }] : [],
    ) ?? [];
  const hidden = data?.items.some(team => team.direct === null) ?? false;
  const most = Math.max(...teams.map(team => team.direct.uncovered));
  return (
    <Panel
      title={t('overview.gap.title')}
      aside={
        overview.halfOfGap &&
        t('overview.gap.half', { count: overview.halfOfGap.teams })
      }
    >
      {error && !data && <ErrorState error={error} onRetry={refetch} />}
      {!error && !data && <Skeleton width="100%" height={150} />}
      {data && teams.length === 0 && !hidden && (
        <p className={styles.note}>
          {data.items.some(team => team.people !== 0)
            ? t('overview.gap.none')
            : t('overview.gap.noTeams')}
        </p>
      )}
      <ol className={shared.rows}>
        {teams.map(({ ref, title, direct, anyNames }) => {
          const uncovered = direct.uncovered;
          const people = direct.covered + uncovered;
          const figure = t('overview.gap.count', { uncovered, people });
          return (
            <li key={ref} className={styles.gapRow}>
              <Link href={links.entity(ref)} truncate title={title}>
                {title}
              </Link>
              <span className={shared.number}>
                <PeopleLink
                  filter={{ state: 'uncovered', team: ref, subTeams: 'false' }}
                  seen={anyNames}
                  aria-label={t('overview.gap.open', {
                    figure,
                    title,
                    state: state('uncovered', overview.basis),
                  })}
                >
                  {figure}
                </PeopleLink>
              </span>
              <span className={styles.gapTrack} aria-hidden>
                <span
                  className={styles.gapBar}
                  style={{ width: `${(uncovered * 100) / most}%` }}
                />
              </span>
            </li>
          );
        })}
      </ol>
      {data && hidden && (
        <p className={styles.note}>
          {t('teams.small', { fewest: data.hideBelow })}
        </p>
      )}
      <p className={styles.note}>
        <Link href={links.teams()} variant="body-small">
          {t('overview.gap.allTeams')}
        </Link>
      </p>
    </Panel>
  );
}
