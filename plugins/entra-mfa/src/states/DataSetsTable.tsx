import type { Tenants } from '@entra-mfa/backstage-plugin-entra-mfa-common';
import { DataTable } from '../components/DataTable';
import { useWords } from '../messages/useWords';

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
        { label: t('states.notConfigured.licence') },
        { label: t('states.notConfigured.why') },
      ]}
    >
      {props.dataSets.map(set => (
        <tr key={set.id}>
          <th scope="row">{set.title}</th>
          <td>{set.permission ? <code>{set.permission}</code> : none}</td>
          <td>{set.licence ?? none}</td>
          <td>{set.why}</td>
        </tr>
      ))}
    </DataTable>
  );
}
