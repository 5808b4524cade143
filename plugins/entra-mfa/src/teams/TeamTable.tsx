import { Skeleton } from '@backstage/ui';
import { DataTable } from '../components/DataTable';
import { useBasis } from '../api/useBasis';
import { usePageParams } from '../navigation/usePageParams';
import { EmptyState } from '../states/EmptyState';
import { ErrorState } from '../states/ErrorState';
import { useWords } from '../messages/useWords';
import { SmallTeamsNote } from './SmallTeamsNote';
import { TeamRow } from './TeamRow';
import { useTeams } from './useTeams';
import styles from './teams.module.css';

/** The table of teams: the tree from its roots, or with a text, whatever is found. */
export function TeamTable(props: {
  q?: string;
  /** Below which team the tree begins; without one, at the roots. */
  parent?: string;
}) {
  const { q, parent = 'none' } = props;
  const { t, state } = useWords();
  const basis = useBasis();
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
  return (
    <DataTable
      label={t('overview.tabs.teams')}
      columns={[
        { label: t('teams.team') },
        { label: t('teams.people'), isNumber: true, className: styles.wide },
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
  );
}
