import { Button, Skeleton } from '@backstage/ui';
import { ScrollRegion } from '../figures/ScrollRegion';
import table from '../figures/table.module.css';
import { useBasis } from '../overview/useBasis';
import { usePageParams } from '../page/usePageParams';
import { EmptyState } from '../states/EmptyState';
import { ErrorState } from '../states/ErrorState';
import { useWords } from '../words/useWords';
import { TeamRow } from './TeamRow';
import { useTeams } from './useTeams';
import styles from './teams.module.css';

/** The table of teams: the tree from its roots, or with a text, whatever is found. */
export function TeamTable({ q }: { q: string }) {
  const { t, state } = useWords();
  const basis = useBasis();
  const found = useTeams(usePageParams(), q ? { q } : { parent: 'none' });
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
    <>
      <ScrollRegion label={t('overview.tabs.teams')}>
        <table className={table.table}>
          <thead>
            <tr>
              <th scope="col">{t('teams.team')}</th>
              <th scope="col" className={`${table.number} ${styles.wide}`}>
                {t('teams.people')}
              </th>
              <th scope="col" className={table.number}>
                {state('uncovered', basis)}
              </th>
              <th scope="col" className={table.number}>
                {t('teams.short')}
              </th>
              <th scope="col" className={styles.coverage}>
                {t('teams.coverage')}
              </th>
              <th
                scope="col"
                className={`${table.number} ${styles.wide}`}
                title={t('teams.changeHint')}
              >
                {t('teams.change')}
              </th>
            </tr>
          </thead>
          <tbody>
            {teams.map(team => (
              <TeamRow
                key={team.ref}
                team={team}
                level={0}
                startOpen={teams.length === 1}
              />
            ))}
          </tbody>
        </table>
      </ScrollRegion>
      {hasNextPage && (
        <Button
          variant="tertiary"
          isPending={found.isFetchingNextPage}
          onPress={() => fetchNextPage()}
        >
          {t('teams.more')}
        </Button>
      )}
    </>
  );
}
