import { useState } from 'react';
import { usePermission } from '@backstage/plugin-permission-react';
import { ButtonLink, Link, Switch } from '@backstage/ui';
import { RiAddLine } from '@remixicon/react';
import {
  entraMfaConnectionManagePermission,
  type Connection,
} from '@entra-mfa/backstage-plugin-entra-mfa-common';
import { DataTable } from '../components/DataTable';
import { EntityName } from '../components/EntityName';
import { Moment } from '../components/Moment';
import { Panel } from '../components/Panel';
import { useNow } from '../components/useNow';
import { useWords } from '../messages/useWords';
import { useLinks } from '../navigation/useLinks';
import { usePageParams } from '../navigation/usePageParams';
import { ConnectionState } from './ConnectionState';
import { credentialName } from './credentialName';
import { NextStep } from './NextStep';
import { isCurrent, TotalRow } from './TotalRow';
import shared from '../components/shared.module.css';
import styles from './connections.module.css';

/** The figure, which opens what it is made of. */
function Figure({ connection }: { connection: Connection }) {
  const words = useWords();
  const { tenant, name, coverage } = connection;
  const { at } = usePageParams();
  const href = useLinks({ tenant, at }).overview();
  const figure = words.figureOf(coverage?.permille ?? null);
  return figure ? (
    <Link
      href={href}
      aria-label={words.t('connections.openFigures', { tenant: name, figure })}
    >
      {figure}
    </Link>
  ) : (
    <>–</>
  );
}

/** Every connection in a row: how it does, how it signs in, what works, and what to do next. */
export function ConnectionList(props: {
  connections: readonly Connection[];
  /** The tenant that is shown below. */
  shown: string | undefined;
}) {
  const words = useWords();
  const { t, age } = words;
  const now = useNow();
  const [hasTotal, setTotal] = useState(false);
  const params = usePageParams();
  const links = useLinks(params);
  const { allowed } = usePermission({
    permission: entraMfaConnectionManagePermission,
  });
  return (
    <Panel
      title={t('connections.title')}
      aside={
        <div className={shared.row}>
          {props.connections.filter(isCurrent).length > 1 && (
            <Switch
              label={t('connections.total.show')}
              isSelected={hasTotal}
              onChange={setTotal}
            />
          )}
          {allowed && (
            <ButtonLink
              size="small"
              variant="secondary"
              iconStart={<RiAddLine />}
              href={links.connect()}
            >
              {t('connections.connect.open')}
            </ButtonLink>
          )}
        </div>
      }
    >
      {params.at && <p className={styles.note}>{t('connections.ofNow')}</p>}
      <DataTable
        label={t('connections.title')}
        columns={[
          { label: t('connections.column.tenant') },
          { label: t('connections.column.state') },
          {
            label: t('connections.column.coverage'),
            hint: t('connections.column.coverageHint'),
            isNumber: true,
          },
          { label: t('connections.column.short'), isNumber: true },
          { label: t('connections.column.act') },
          { label: t('connections.column.credential') },
          {
            label: t('connections.column.dataSets'),
            hint: t('connections.column.dataSetsHint'),
            isNumber: true,
          },
          { label: t('connections.column.read') },
          { label: t('connections.column.next') },
          { label: t('connections.column.contact') },
        ]}
      >
        {props.connections.map(connection => {
          const { tenant, name, dataSets, readAt, nextReadAt } = connection;
          const works = dataSets.filter(set => set.works).length;
          return (
            <tr key={tenant}>
              <th scope="row">
                <Link
                  href={links.connection(tenant)}
                  aria-current={tenant === props.shown || undefined}
                >
                  {name}
                </Link>
              </th>
              <td>
                <ConnectionState connection={connection} />
              </td>
              <td className={styles.when} style={{ textAlign: 'right' }}>
                <Figure connection={connection} />
              </td>
              <td style={{ textAlign: 'right' }}>
                {connection.coverage
                  ? words.count(connection.coverage.short)
                  : '–'}
              </td>
              <td>
                <NextStep connection={connection} />
              </td>
              <td>{credentialName(words, connection.credential)}</td>
              <td style={{ textAlign: 'right' }}>
                {t('connections.works', { works, read: dataSets.length })}
              </td>
              <td>
                {readAt ? (
                  <Moment iso={readAt}>
                    {t('general.age.ago', { age: age(readAt, now) })}
                  </Moment>
                ) : (
                  t('connections.never')
                )}
              </td>
              <td>
                {nextReadAt ? (
                  <Moment iso={nextReadAt}>
                    {words.clockOf(nextReadAt, now)}
                  </Moment>
                ) : (
                  '–'
                )}
              </td>
              <td>
                {connection.contact ? (
                  <Link href={links.entity(connection.contact)}>
                    <EntityName of={connection.contact} />
                  </Link>
                ) : (
                  t('connections.noContact')
                )}
              </td>
            </tr>
          );
        })}
        {hasTotal && <TotalRow connections={props.connections} />}
      </DataTable>
    </Panel>
  );
}
