import { Fragment } from 'react';
import { Button, Link } from '@backstage/ui';
import type { ConnectRequest } from '@entra-mfa/backstage-plugin-entra-mfa-common';
import { DataTable } from '../components/DataTable';
import { EntityName } from '../components/EntityName';
import { Moment } from '../components/Moment';
import { Panel } from '../components/Panel';
import { useWords } from '../messages/useWords';
import { useLinks } from '../navigation/useLinks';
import { ProblemList } from '../states/ProblemList';
import { useConnectCommands } from './useConnect';
import { useConnections } from './useConnections';
import styles from './connections.module.css';

/** The way to the figure of a tenant that was connected, and still is. */
function Shown({ tenant }: { tenant: string }) {
  const { t } = useWords();
  const links = useLinks({ tenant, at: undefined });
  const { data } = useConnections();
  const connection = data?.items.find(one => one.tenant === tenant);
  if (!connection || connection.state === 'disconnected') return null;
  return <Link href={links.overview()}>{t('connections.connect.see')}</Link>;
}

/** What came of asking to connect tenants: awaited, granted, refused, run out, and why. */
export function ConnectRequests(props: {
  requests: readonly ConnectRequest[];
}) {
  const { t, momentOf } = useWords();
  const { withdraw } = useConnectCommands();
  if (props.requests.length === 0) return null;
  return (
    <Panel title={t('connections.connect.requests')}>
      <DataTable
        label={t('connections.connect.requests')}
        columns={[
          { label: t('connections.column.tenant') },
          { label: t('connections.connect.outcome') },
          { label: t('connections.connect.askedBy') },
          { label: t('connections.connect.askedAt') },
          { label: t('connections.connect.until') },
          { label: t('connections.column.act') },
        ]}
      >
        {props.requests.map(request => (
          <Fragment key={request.id}>
            <tr>
              <th scope="row">
                <code>{request.tenant}</code>
              </th>
              <td>
                {t(`connections.connect.state.${request.state}`)}
                {request.state === 'waiting' &&
                  request.handedOn &&
                  `, ${t('connections.connect.byLink')}`}
              </td>
              <td>
                <EntityName of={request.askedBy} />
              </td>
              <td className={styles.when}>
                <Moment iso={request.askedAt}>
                  {momentOf(request.askedAt)}
                </Moment>
              </td>
              <td className={styles.when}>
                {request.state === 'waiting' ? (
                  <Moment iso={request.expiresAt}>
                    {momentOf(request.expiresAt)}
                  </Moment>
                ) : (
                  '–'
                )}
              </td>
              <td>
                {request.state === 'waiting' && (
                  <Button
                    size="small"
                    variant="secondary"
                    isPending={withdraw.isPending}
                    onPress={() => withdraw.mutate(request.id)}
                  >
                    {t('connections.connect.withdraw')}
                  </Button>
                )}
                {request.state === 'granted' && (
                  <Shown tenant={request.tenant} />
                )}
              </td>
            </tr>
            {request.problem && (
              <tr>
                <td colSpan={6} className={styles.problem}>
                  <ProblemList problems={[request.problem]} />
                </td>
              </tr>
            )}
          </Fragment>
        ))}
      </DataTable>
    </Panel>
  );
}
