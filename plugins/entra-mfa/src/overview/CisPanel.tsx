import { DataTable } from '../components/DataTable';
import table from '../components/table.module.css';
import { Panel } from '../components/Panel';
import { useWords } from '../messages/useWords';
import { CisDifference } from './CisDifference';
import type { OverviewPartProps } from './OverviewPartProps';
import styles from './overview.module.css';

/** The figure as CIS counts it beside ours, and why the two differ. */
export function CisPanel({ overview, counts }: OverviewPartProps) {
  const { t, count, figureOf } = useWords();
  const { cis } = overview;
  if (!cis) return null;
  const { covered, uncovered, permille } = counts.bases.capable;
  const rows = [
    { key: 'cis', of: cis.members, capable: cis.capable, is: cis.permille },
    { key: 'here', of: covered + uncovered, capable: covered, is: permille },
  ] as const;
  return (
    <Panel title={t('roles.cis.title')} aside={t('roles.cis.note')}>
      <DataTable
        label={t('roles.cis.title')}
        columns={[
          { label: t('roles.cis.who') },
          { label: t('roles.cis.people'), isNumber: true },
          { label: t('roles.cis.capable'), isNumber: true },
          { label: t('roles.cis.figure'), isNumber: true },
        ]}
      >
        {rows.map(row => (
          <tr key={row.key}>
            <th scope="row">{t(`roles.cis.${row.key}`)}</th>
            <td className={table.number}>{count(row.of)}</td>
            <td className={table.number}>{count(row.capable)}</td>
            <td className={table.number}>{figureOf(row.is)}</td>
          </tr>
        ))}
      </DataTable>
      <p className={styles.note}>
        <CisDifference cis={cis} />
      </p>
    </Panel>
  );
}
