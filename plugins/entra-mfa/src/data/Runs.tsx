import { Skeleton } from '@backstage/ui';
import { DataTable } from '../components/DataTable';
import { Pager } from '../components/Pager';
import { Panel } from '../components/Panel';
import { usePageParams } from '../navigation/usePageParams';
import { ErrorState } from '../states/ErrorState';
import { useWords } from '../messages/useWords';
import { RunsExport } from './RunsExport';
import { RunRow } from './RunRow';
import { useRuns } from './useRuns';
import styles from './data.module.css';

/** Every read, newest first: when, how it ended, what it changed and what it cost. */
export function Runs(props: {
  /** Another tenant than the page's. */
  tenant?: string;
}) {
  const { t } = useWords();
  const params = usePageParams();
  const { tenant = params.tenant } = props;
  const { data, error, refetch, paging } = useRuns({ ...params, tenant });
  const runs = data?.items ?? [];
  return (
    <Panel
      title={t('data.runs')}
      aside={runs.length > 0 && !props.tenant && <RunsExport />}
    >
      {error && !data && <ErrorState error={error} onRetry={refetch} />}
      {!error && !data && <Skeleton width="100%" height={160} />}
      {data && runs.length === 0 && (
        <p className={styles.note}>{t('data.noRuns')}</p>
      )}
      {runs.length > 0 && (
        <DataTable
          label={t('data.runs')}
          columns={[
            { label: t('data.column.run') },
            { label: t('data.column.started') },
            { label: t('data.column.outcome') },
            { label: t('data.column.took'), isNumber: true, isExtra: true },
            { label: t('data.column.rows'), isNumber: true, isExtra: true },
            { label: t('data.column.changed'), isNumber: true },
            { label: t('data.column.calls'), isNumber: true, isExtra: true },
            { label: t('data.column.waited'), isNumber: true, isExtra: true },
          ]}
        >
          {runs.map(run => (
            <RunRow key={`${run.tenant} ${run.number}`} run={run} />
          ))}
        </DataTable>
      )}
      {runs.length > 0 && <Pager paging={paging} rows={runs.length} />}
    </Panel>
  );
}
