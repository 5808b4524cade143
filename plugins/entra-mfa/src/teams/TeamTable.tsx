import { Skeleton } from '@backstage/ui';
import type {
  CoverageFigure,
  TeamSummary,
} from '@entra-mfa/backstage-plugin-entra-mfa-common';
import { DataTable } from '../components/DataTable';
import { useBasis } from '../api/useBasis';
import { useOverview } from '../api/useOverview';
import { usePageParams } from '../navigation/usePageParams';
import { EmptyState } from '../states/EmptyState';
import { ErrorState } from '../states/ErrorState';
import { useWords } from '../messages/useWords';
import { SmallTeamsNote } from './SmallTeamsNote';
import { TeamRow } from './TeamRow';
import { useTeams } from './useTeams';
import shared from '../components/shared.module.css';
import styles from './teams.module.css';

/** How many people the headline counts whom the one team at the top does not: they are in no team of it. */
function beyond(
  [root, ...others]: readonly TeamSummary[],
  all: CoverageFigure | undefined,
): number {
  const counted = (of: CoverageFigure) => of.covered + of.uncovered;
  return others.length === 0 && root.coverage && all
    ? counted(all) - counted(root.coverage)
    : 0;
}

/** The table of teams: the tree from its roots, or with a text, whatever is found. */
export function TeamTable(props: {
  q?: string;
  /** Below which team the tree begins; without one, at the roots. */
  parent?: string;
}) {
  const { q, parent = 'none' } = props;
  const { t, state } = useWords();
  const basis = useBasis();
  const { data: overview } = useOverview(usePageParams());
  const found = useTeams(usePageParams(), q ? { q } : { parent });
  const { data, error, refetch, hasNextPage, fetchNextPage } = found;
  if (error && !data) return <ErrorState error={error} onRetry={refetch} />;
  if (!data) return <Skeleton width="100%" height={240} />;
  const teams = data.pages.flatMap(page => page.items);
  if (teams.length === 0) {
    return (
      <EmptyState title={t('teams.none.title')}>
        {q ? t('teams.none.search', { query: q }) : t('teams.none.text')}
      </EmptyState>
    );
  }
  const more =
    !q && parent === 'none' && !hasNextPage
      ? beyond(teams, overview?.counts?.coverage)
      : 0;
  return (
    <>
      <DataTable
        label={t('overview.tabs.teams')}
        columns={[
          { label: t('teams.team') },
          {
            label: t('teams.people'),
            isNumber: true,
            className: styles.wide,
            hint: t('teams.peopleHint'),
          },
          {
            label: t('teams.counted'),
            isNumber: true,
            className: styles.wide,
            hint: t('teams.countedHint'),
          },
          { label: state('uncovered', basis), isNumber: true },
          { label: t('teams.short'), isNumber: true },
          { label: t('teams.coverage'), className: styles.coverage },
          {
            label: t('teams.change'),
            isNumber: true,
            className: styles.wide,
            hint: t('teams.changeHint'),
          },
          {
            label: t('forecast.column'),
            className: styles.wide,
            hint: t('forecast.columnHint'),
          },
        ]}
        more={
          hasNextPage
            ? {
                label: t('teams.more'),
                isPending: found.isFetchingNextPage,
                onPress: fetchNextPage,
              }
            : undefined
        }
      >
        {teams.map(team => (
          <TeamRow
            key={team.ref}
            team={team}
            level={0}
            startOpen={teams.length === 1}
          />
        ))}
        <SmallTeamsNote teams={teams} hideBelow={data.pages[0].hideBelow} />
      </DataTable>
      {more > 0 && (
        <p className={shared.note}>
          {t('teams.notInTeams', { count: more, title: teams[0].title })}
        </p>
      )}
    </>
  );
}
