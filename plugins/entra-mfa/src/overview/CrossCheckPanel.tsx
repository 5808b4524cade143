import { DataTable } from '../components/DataTable';
import table from '../components/table.module.css';
import { Panel } from '../components/Panel';
import { useWords } from '../messages/useWords';
import { CrossCheckDifference } from './CrossCheckDifference';
import type { OverviewPartProps } from './OverviewPartProps';
import styles from './overview.module.css';

/** Microsoft's own count beside ours, where the tenant answers it. */
export function CrossCheckPanel({ overview }: OverviewPartProps) {
  const { t, count } = useWords();
  const { crossCheck } = overview;
  if (!crossCheck) return null;
  const { microsoft, here } = crossCheck;
  const rows = [
    { key: 'microsoft', ...microsoft },
    { key: 'here', ...here },
  ] as const;
  return (
    <Panel
      title={t('roles.crossCheck.title')}
      aside={t('roles.crossCheck.note')}
    >
      <DataTable
        label={t('roles.crossCheck.title')}
        columns={[
          { label: t('roles.crossCheck.who') },
          { label: t('roles.crossCheck.users'), isNumber: true },
          { label: t('roles.crossCheck.capable'), isNumber: true },
        ]}
      >
        {rows.map(row => (
          <tr key={row.key}>
            <th scope="row">{t(`roles.crossCheck.${row.key}`)}</th>
            <td className={table.number}>{count(row.users)}</td>
            <td className={table.number}>{count(row.capable)}</td>
          </tr>
        ))}
      </DataTable>
      <p className={styles.note}>
        <CrossCheckDifference crossCheck={crossCheck} />
      </p>
    </Panel>
  );
}
