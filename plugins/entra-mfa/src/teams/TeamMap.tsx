import { Fragment } from 'react';
import { parseEntityRef } from '@backstage/catalog-model';
import { Link, Skeleton, VisuallyHidden } from '@backstage/ui';
import type { TeamSummary } from '@entra-mfa/backstage-plugin-entra-mfa-common';
import { useRead } from '../api/useRead';
import shared from '../components/shared.module.css';
import { useWords } from '../messages/useWords';
import { useLinks } from '../navigation/useLinks';
import { usePageParams } from '../navigation/usePageParams';
import { EmptyState } from '../states/EmptyState';
import { ErrorState } from '../states/ErrorState';
import { gapOf, gaps } from './gapOf';
import { isShown, type ShownTeam } from './shownTeam';
import { TeamTenants } from './TeamTenants';
import { tilesOf } from './tilesOf';
import { useTeams } from './useTeams';
import styles from './map.module.css';

function useTeam(ref: string) {
  const { tenant, at } = usePageParams();
  return useRead('getTeam', parseEntityRef(ref), { tenant, at }).data;
}

/** The team that the map is below, in all tenants on the day that is looked at. */
function OverTenants({ of }: { of: string }) {
  const { at } = usePageParams();
  const team = useTeam(of);
  return team ? <TeamTenants team={team} at={at} /> : null;
}

/** Where the map is, and the teams above it. */
function Path({ of }: { of: string }) {
  const { t } = useWords();
  const links = useLinks(usePageParams());
  const team = useTeam(of);
  if (!team) return null;
  return (
    <nav aria-label={t('teams.map.path')} className={styles.path}>
      <Link href={links.teamMap()} variant="body-small">
        {t('teams.map.top')}
      </Link>
      {team.ancestors.map(({ ref, title }) => (
        <Fragment key={ref}>
          <span aria-hidden>/</span>
          <Link href={links.teamMap(ref)} variant="body-small">
            {title}
          </Link>
        </Fragment>
      ))}
      <span aria-hidden>/</span>
      <Link href={links.entity(of)} variant="body-small">
        {team.title}
      </Link>
    </nav>
  );
}

function Tiles({ teams }: { teams: readonly ShownTeam<TeamSummary>[] }) {
  const { t, count, figureOf } = useWords();
  const links = useLinks(usePageParams());
  return (
    <ul className={styles.map} aria-label={t('teams.map.label')}>
      {tilesOf(teams).map(({ team, counted, ...place }) => {
        const { ref, title, coverage, subTeams } = team;
        const figure = figureOf(coverage.permille);
        const short = t('teams.map.short', { count: coverage.short });
        return (
          <li
            key={ref}
            className={styles.tile}
            data-gap={gapOf(team)}
            style={place}
          >
            <Link
              href={subTeams > 0 ? links.teamMap(ref) : links.entity(ref)}
              className={styles.link}
              title={`${title}: ${figure}, ${short}`}
            >
              <strong>{title}</strong>
              <span>{figure}</span>
              <VisuallyHidden>
                {t('teams.map.of', { people: count(counted) })}
              </VisuallyHidden>
              {coverage.short > 0 && <span>{short}</span>}
            </Link>
          </li>
        );
      })}
    </ul>
  );
}

/** What the colours stand for: in words beside each, since a colour alone says nothing to many. */
function Legend() {
  const { t } = useWords();
  return (
    <ul className={styles.legend}>
      {gaps.map(gap => (
        <li key={gap}>
          <span className={styles.swatch} data-gap={gap} aria-hidden />{' '}
          {t(`teams.map.gap.${gap}`)}
        </li>
      ))}
    </ul>
  );
}

/**
 * Teams as a picture: as large as the people that are counted in them, in the colour of their gap. A team opens its
 * sub-teams. The table has the same as text.
 *
 * @param of - below which team; without one, at the top
 */
export function TeamMap({ of }: { of?: string }) {
  const { t } = useWords();
  const params = usePageParams();
  const bySize = { sort: 'people', order: 'desc' } as const;
  const top = useTeams(params, { parent: 'none', ...bySize });
  const roots = top.data?.pages[0].items;
  // One team at the top would be the whole picture.
  const parent =
    of ??
    (roots?.length === 1 && roots[0].subTeams > 0 ? roots[0].ref : 'none');
  const shown = useTeams(params, { parent, ...bySize });
  const { data, error, refetch } = shown;
  if (error && !data) return <ErrorState error={error} onRetry={refetch} />;
  if (!data || !roots) return <Skeleton width="100%" height={360} />;
  const [{ items, hideBelow }] = data.pages;
  const teams = items.filter(isShown);
  const nobody = teams.filter(({ coverage }) => coverage.permille === null);
  return (
    <div className={styles.whole}>
      {parent !== 'none' && <Path of={parent} />}
      {items.length === 0 ? (
        <EmptyState title={t('teams.none.title')}>
          {t('teams.none.text')}
        </EmptyState>
      ) : (
        <>
          <Legend />
          <Tiles teams={teams} />
        </>
      )}
      <p className={shared.smallLine}>{t('teams.map.note')}</p>
      {teams.length < items.length && (
        <p className={shared.smallLine}>
          {t('teams.small', { fewest: hideBelow })}
        </p>
      )}
      {nobody.length > 0 && (
        <p className={shared.smallLine}>
          {t('teams.map.nobody', {
            teams: nobody.map(({ title }) => title).join(', '),
          })}
        </p>
      )}
      {shown.hasNextPage && (
        <p className={shared.smallLine}>
          {t('teams.map.more', { count: items.length })}
        </p>
      )}
      {parent !== 'none' && <OverTenants of={parent} />}
    </div>
  );
}
