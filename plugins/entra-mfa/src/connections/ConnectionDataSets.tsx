import { Fragment } from 'react';
import { RiAlertFill, RiCheckLine } from '@remixicon/react';
import type { Connection } from '@entra-mfa/backstage-plugin-entra-mfa-common';
import { useTenants } from '../api/useTenants';
import { DataTable } from '../components/DataTable';
import { Panel } from '../components/Panel';
import { camel } from '../messages/camel';
import { useWords } from '../messages/useWords';
import { ProblemList } from '../states/ProblemList';
import styles from './connections.module.css';

type DataSet = Connection['dataSets'][number];

function Outcome({ set }: { set: DataSet }) {
  const { t } = useWords();
  if (set.outcome === null) return <>{t('connections.dataSets.notRead')}</>;
  const Icon = set.works ? RiCheckLine : RiAlertFill;
  return (
    <span
      className={styles.state}
      data-state={set.works ? 'healthy' : 'needs-attention'}
    >
      <Icon className={styles.icon} size={16} aria-hidden />
      {set.works
        ? t('connections.dataSets.works')
        : t(`data.outcome.${camel(set.outcome)}`)}
    </span>
  );
}

/** Each data set that is read: whether it works, why not and what to do, what it needs and what it is for. */
export function ConnectionDataSets({ connection }: { connection: Connection }) {
  const { t, count } = useWords();
  const { data } = useTenants();
  const none = t('states.notConfigured.none');
  return (
    <Panel title={t('connections.dataSets.title')}>
      <DataTable
        label={t('connections.dataSets.title')}
        columns={[
          { label: t('states.notConfigured.dataSet') },
          { label: t('connections.dataSets.outcome') },
          { label: t('connections.dataSets.rows'), isNumber: true },
          { label: t('states.notConfigured.permission') },
          { label: t('states.notConfigured.licence') },
          { label: t('connections.dataSets.why') },
        ]}
      >
        {connection.dataSets.map(set => {
          const about = data?.dataSets.find(({ id }) => id === set.id);
          return (
            <Fragment key={set.id}>
              <tr>
                <th scope="row">{about?.title ?? set.id}</th>
                <td>
                  <Outcome set={set} />
                </td>
                <td style={{ textAlign: 'right' }}>{count(set.rows)}</td>
                <td className={styles.permission}>
                  {about?.permission ? <code>{about.permission}</code> : none}
                </td>
                <td>{about?.licence ?? none}</td>
                <td className={styles.why}>{about?.why ?? ''}</td>
              </tr>
              {!set.works && set.problem && (
                <tr>
                  <td colSpan={6} className={styles.problem}>
                    <ProblemList problems={[set.problem]} />
                  </td>
                </tr>
              )}
            </Fragment>
          );
        })}
      </DataTable>
    </Panel>
  );
}
