import type { Connection } from '@entra-mfa/backstage-plugin-entra-mfa-common';
import { DataTable } from '../components/DataTable';
import { EntityName } from '../components/EntityName';
import { Moment } from '../components/Moment';
import { Panel } from '../components/Panel';
import { useNow } from '../components/useNow';
import { useWords } from '../messages/useWords';
import { HoldsPanel } from '../hold/HoldsPanel';
import { ProblemList } from '../states/ProblemList';
import { CheckPanel } from './CheckPanel';
import { ConnectionState, StateName } from './ConnectionState';
import { credentialName } from './credentialName';
import { SinksPanel } from './SinksPanel';
import shared from '../components/shared.module.css';
import styles from './connections.module.css';

function Facts({ connection }: { connection: Connection }) {
  const words = useWords();
  const { t } = words;
  const facts: [string, JSX.Element | string][] = [
    [
      t('connections.overview.state'),
      <ConnectionState key="state" connection={connection} />,
    ],
    [
      t('connections.column.credential'),
      credentialName(words, connection.credential),
    ],
    [
      t('connections.overview.app'),
      connection.clientId === null ? (
        t('connections.overview.appHidden')
      ) : (
        <code key="app">{connection.clientId}</code>
      ),
    ],
    [
      t('connections.overview.tenantId'),
      <code key="id">{connection.tenant}</code>,
    ],
    [
      t('connections.column.contact'),
      connection.contact ? (
        <EntityName key="contact" of={connection.contact} />
      ) : (
        t('connections.noContact')
      ),
    ],
    [
      t('connections.overview.origin'),
      t(`connections.overview.${connection.origin}`),
    ],
  ];
  return (
    <dl className={shared.facts}>
      {facts.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

function Episodes({ connection }: { connection: Connection }) {
  const { t, age, momentOf } = useWords();
  const now = useNow();
  return (
    <Panel title={t('connections.overview.episodes')}>
      <DataTable
        label={t('connections.overview.episodes')}
        columns={[
          { label: t('connections.overview.state') },
          { label: t('connections.overview.began') },
          { label: t('connections.overview.lasted') },
          { label: t('connections.overview.why') },
        ]}
      >
        {connection.episodes.map(episode => (
          <tr key={`${episode.state} ${episode.beganAt}`}>
            <th scope="row">
              <StateName state={episode.state} />
            </th>
            <td className={styles.when}>
              <Moment iso={episode.beganAt}>{momentOf(episode.beganAt)}</Moment>
            </td>
            <td>
              {episode.endedAt
                ? age(episode.beganAt, Date.parse(episode.endedAt))
                : `${age(episode.beganAt, now)}, ${t(
                    'connections.overview.goesOn',
                  )}`}
            </td>
            <td className={styles.why}>
              {episode.problems.length > 0
                ? episode.problems.map(({ message }) => message).join(' ')
                : '–'}
            </td>
          </tr>
        ))}
      </DataTable>
    </Panel>
  );
}

/** How a connection does, why and what to do, and how it did before. */
export function ConnectionOverview(props: {
  connection: Connection;
  /** Whether the page tells already, above its tabs, what is wrong. */
  isToldAbove: boolean;
}) {
  const { connection, isToldAbove } = props;
  const { t } = useWords();
  return (
    <div className={shared.stack}>
      <Panel title={t('connections.overview.title')}>
        <div className={shared.stack}>
          <Facts connection={connection} />
          {!isToldAbove && <ProblemList problems={connection.problems} />}
        </div>
      </Panel>
      {connection.state !== 'disconnected' && (
        <>
          <CheckPanel tenant={connection.tenant} />
          <HoldsPanel tenant={connection.tenant} />
          <SinksPanel tenant={connection.tenant} />
        </>
      )}
      <Episodes connection={connection} />
    </div>
  );
}
