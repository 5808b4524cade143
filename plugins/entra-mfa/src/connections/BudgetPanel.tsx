import type { Budget } from '@entra-mfa/backstage-plugin-entra-mfa-common';
import { useRead } from '../api/useRead';
import { useTenants } from '../api/useTenants';
import { DataTable } from '../components/DataTable';
import { Panel } from '../components/Panel';
import table from '../components/table.module.css';
import shared from '../components/shared.module.css';
import { camel } from '../messages/camel';
import { useWords } from '../messages/useWords';
import { ErrorState } from '../states/ErrorState';
import { LoadingState } from '../states/LoadingState';
import { CallsByDay } from './CallsByDay';
import { durationOf } from './durationOf';
import styles from './connections.module.css';

type Line = Budget['dataSets'][number];

/** What of the limit the newest read has used, in words. */
function Used({ line }: { line: Line }) {
  const { figureOf } = useWords();
  return <>{figureOf(line.usedPermille) ?? '–'}</>;
}

function DataSetBudget({ line, interval }: { line: Line; interval: number }) {
  const words = useWords();
  const { t, count } = words;
  const { data } = useTenants();
  const { last, limit, pace, leastSeconds, everySeconds } = line;
  const isSeldom = everySeconds !== null && everySeconds > interval;
  return (
    <tr>
      <th scope="row">
        {data?.dataSets.find(({ id }) => id === line.id)?.title ?? line.id}
        {isSeldom && (
          <div className={styles.hint}>
            {t('connections.budget.seldom', {
              time: durationOf(words, everySeconds),
            })}
          </div>
        )}
      </th>
      <td>
        {limit
          ? t('connections.budget.rate', limit)
          : t(`connections.budget.limit.${camel(line.service)}`)}
        {pace && (
          <div className={styles.hint}>
            {t('connections.budget.pace', pace)}
          </div>
        )}
      </td>
      <td className={table.number}>{last ? count(last.calls) : '–'}</td>
      <td className={table.number}>
        <Used line={line} />
      </td>
      <td className={table.number}>
        {last ? durationOf(words, last.waitedSeconds) : '–'}
      </td>
      <td className={table.number}>
        {leastSeconds === null ? '–' : durationOf(words, leastSeconds)}
      </td>
    </tr>
  );
}

/** For each data set what Microsoft allows, what of it a sync uses, and how long a full read takes at the least. */
export function BudgetPanel({ tenant }: { tenant: string }) {
  const words = useWords();
  const { t } = words;
  const { data, error, refetch } = useRead('getBudget', { id: tenant }, {});
  if (error && !data) return <ErrorState error={error} onRetry={refetch} />;
  if (!data) return <LoadingState />;
  const { intervalSeconds, dataSets, days } = data;
  return (
    <div className={shared.stack}>
      <Panel
        title={t('connections.budget.title')}
        aside={
          intervalSeconds === null
            ? t('connections.budget.byHand')
            : t('connections.budget.every', {
                time: durationOf(words, intervalSeconds),
              })
        }
      >
        <DataTable
          label={t('connections.budget.title')}
          columns={[
            { label: t('states.notConfigured.dataSet') },
            { label: t('connections.budget.limits') },
            { label: t('connections.budget.calls'), isNumber: true },
            {
              label: t('connections.budget.used'),
              hint: t('connections.budget.usedHint'),
              isNumber: true,
            },
            { label: t('connections.budget.waited'), isNumber: true },
            {
              label: t('connections.budget.least'),
              hint: t('connections.budget.leastHint'),
              isNumber: true,
            },
          ]}
        >
          {dataSets.map(line => (
            <DataSetBudget
              key={line.id}
              line={line}
              interval={intervalSeconds ?? 0}
            />
          ))}
        </DataTable>
      </Panel>
      {days.length > 0 && <CallsByDay days={days} />}
    </div>
  );
}
