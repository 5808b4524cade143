import type { Tenants } from 'backstage-plugin-entra-mfa-common';
import { useWords } from '../words/useWords';
import { ScrollRegion } from '../figures/ScrollRegion';
import table from '../figures/table.module.css';

/** Each data set that is read, with the permission and the licence that it needs, and why. */
export function DataSetsTable(props: { dataSets: Tenants['dataSets'] }) {
  const { t } = useWords();
  const none = t('states.notConfigured.none');
  return (
    <ScrollRegion label={t('states.notConfigured.permissions')}>
      <table className={table.table}>
        <thead>
          <tr>
            <th scope="col">{t('states.notConfigured.dataSet')}</th>
            <th scope="col">{t('states.notConfigured.permission')}</th>
            <th scope="col">{t('states.notConfigured.licence')}</th>
            <th scope="col">{t('states.notConfigured.why')}</th>
          </tr>
        </thead>
        <tbody>
          {props.dataSets.map(set => (
            <tr key={set.id}>
              <th scope="row">{set.title}</th>
              <td>{set.permission ? <code>{set.permission}</code> : none}</td>
              <td>{set.licence ?? none}</td>
              <td>{set.why}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  );
}
