import type { Tenants } from '@entra-mfa/backstage-plugin-entra-mfa-common';
import { DataTable } from '../components/DataTable';
import { useWords } from '../messages/useWords';
import shared from '../components/shared.module.css';
import table from '../components/table.module.css';
import styles from './states.module.css';

/** Each data set that is read, with the permission and the licence that it needs, and why. */
export function DataSetsTable(props: { dataSets: Tenants['dataSets'] }) {
  const { t } = useWords();
  const none = t('states.notConfigured.none');
  return (
    <DataTable
      label={t('states.notConfigured.permissions')}
      columns={[
        { label: t('states.notConfigured.dataSet') },
        { label: t('states.notConfigured.permission') },
        { label: t('states.notConfigured.licence'), isExtra: true },
        { label: t('states.notConfigured.why') },
      ]}
    >
      {props.dataSets.map(set => (
        <tr key={set.id}>
          <th scope="row">{set.title}</th>
          <td className={styles.permission}>
            {set.permission ? (
              <code className={shared.breakable}>{set.permission}</code>
            ) : (
              none
            )}
          </td>
          <td className={table.extra}>{set.licence ?? none}</td>
          <td>{set.why}</td>
        </tr>
      ))}
    </DataTable>
  );
}
