import { Button, Skeleton } from '@backstage/ui';
import { Panel } from '../figures/Panel';
import { ScrollRegion } from '../figures/ScrollRegion';
import table from '../figures/table.module.css';
import { usePageParams } from '../page/usePageParams';
import { ErrorState } from '../states/ErrorState';
import { useWords } from '../words/useWords';
import { RunRow } from './RunRow';
import { useRuns } from './useRuns';
import styles from './data.module.css';

/** Every read, newest first: when, how it ended, what it changed and what it cost. */
export function Runs() {
  const { t } = useWords();
  const { tenant } = usePageParams();
  const { data, error, refetch, hasNextPage, fetchNextPage, ...rest } =
    useRuns(tenant);
  const runs = data?.pages.flatMap(page => page.items) ?? [];
  return (
    <Panel title={t('data.runs')}>
      {error && !data && <ErrorState error={error} onRetry={refetch} />}
      {!error && !data && <Skeleton width="100%" height={160} />}
      {data && runs.length === 0 && (
        <p className={styles.note}>{t('data.noRuns')}</p>
      )}
      {runs.length > 0 && (
        <ScrollRegion label={t('data.runs')}>
          <table className={table.table}>
            <thead>
              <tr>
                <th scope="col">{t('data.column.run')}</th>
                <th scope="col">{t('data.column.started')}</th>
                <th scope="col">{t('data.column.outcome')}</th>
                <th scope="col" className={table.number}>
                  {t('data.column.took')}
                </th>
                <th scope="col" className={table.number}>
                  {t('data.column.rows')}
                </th>
                <th scope="col" className={table.number}>
                  {t('data.column.changed')}
                </th>
                <th scope="col" className={table.number}>
                  {t('data.column.calls')}
                </th>
                <th scope="col" className={table.number}>
                  {t('data.column.waited')}
                </th>
              </tr>
            </thead>
            <tbody>
              {runs.map(run => (
                <RunRow key={`${run.tenant} ${run.number}`} run={run} />
              ))}
            </tbody>
          </table>
        </ScrollRegion>
      )}
      {hasNextPage && (
        <Button
          variant="tertiary"
          isPending={rest.isFetchingNextPage}
          onPress={() => fetchNextPage()}
        >
          {t('data.older')}
        </Button>
      )}
    </Panel>
  );
}
