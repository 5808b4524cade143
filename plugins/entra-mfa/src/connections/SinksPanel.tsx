import type {
  EvidenceSink,
  EvidenceSinkState,
} from '@entra-mfa/backstage-plugin-entra-mfa-common';
import {
  RiErrorWarningFill,
  RiCheckboxCircleFill,
  RiLoader2Line,
} from '@remixicon/react';
import { useRead } from '../api/useRead';
import { DataTable } from '../components/DataTable';
import { Moment } from '../components/Moment';
import { Panel } from '../components/Panel';
import { useNow } from '../components/useNow';
import table from '../components/table.module.css';
import { useWords } from '../messages/useWords';
import { ErrorState } from '../states/ErrorState';
import styles from './connections.module.css';

const looks: Record<EvidenceSinkState, [string, typeof RiCheckboxCircleFill]> =
  {
    waiting: ['connecting', RiLoader2Line],
    taken: ['healthy', RiCheckboxCircleFill],
    failed: ['needs-attention', RiErrorWarningFill],
  };

function Sink({ sink }: { sink: EvidenceSink }) {
  const { t, age, count } = useWords();
  const now = useNow();
  const { title, state, taken, problems, documents } = sink;
  const [look, Icon] = looks[state];
  return (
    <tr>
      <th scope="row">{title}</th>
      <td className={styles.why}>
        <span className={styles.state} data-state={look}>
          <Icon className={styles.icon} size={16} aria-hidden />
          {t(`connections.sinks.what.${state}`)}
        </span>
        {problems.map(problem => (
          <div key={problem}>{problem}</div>
        ))}
        <div className={styles.hint}>
          {t(`connections.sinks.hint.${state}`)}
        </div>
      </td>
      <td>
        {taken
          ? t('connections.sinks.people', {
              count: taken.people,
              snapshot: taken.snapshot,
            })
          : t('connections.sinks.nothing')}
      </td>
      <td className={styles.when}>
        {taken ? (
          <Moment iso={taken.at}>
            {t('general.age.ago', { age: age(taken.at, now) })}
          </Moment>
        ) : (
          '–'
        )}
      </td>
      <td className={table.number}>{count(documents)}</td>
    </tr>
  );
}

/** Where evidence of a tenant is pushed to, and how that goes; nothing where it is not. */
export function SinksPanel({ tenant }: { tenant: string }) {
  const { t } = useWords();
  const { data, error, refetch } = useRead('getSinks', {}, {});
  const sinks = data?.items.filter(sink => sink.tenant === tenant) ?? [];
  if (error && !data) return <ErrorState error={error} onRetry={refetch} />;
  if (sinks.length === 0) return null;
  return (
    <Panel title={t('connections.sinks.title')}>
      <p className={styles.note}>{t('connections.sinks.note')}</p>
      <DataTable
        label={t('connections.sinks.title')}
        columns={[
          { label: t('connections.sinks.where') },
          { label: t('connections.sinks.state') },
          { label: t('connections.sinks.has') },
          { label: t('connections.sinks.at') },
          { label: t('connections.sinks.documents'), isNumber: true },
        ]}
      >
        {sinks.map(sink => (
          <Sink key={sink.id} sink={sink} />
        ))}
      </DataTable>
    </Panel>
  );
}
