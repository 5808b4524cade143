import { RiAlertFill, RiCheckboxCircleFill } from '@remixicon/react';
import {
  entraMfaPeopleReadPermission,
  type BreakGlass,
} from '@entra-mfa/backstage-plugin-entra-mfa-common';
import { DataTable } from '../components/DataTable';
import { Panel } from '../components/Panel';
import { PanelAside } from '../components/PanelAside';
import table from '../components/table.module.css';
import { camel } from '../messages/camel';
import { useWords } from '../messages/useWords';
import { BreakGlassExport } from './BreakGlassExport';
import styles from './breakGlass.module.css';

function CheckTable({ checks }: Pick<BreakGlass, 'checks'>) {
  const { t, count } = useWords();
  return (
    <DataTable
      label={t('breakGlass.title')}
      columns={[
        { label: t('breakGlass.column.check') },
        { label: t('breakGlass.column.passed'), isNumber: true },
        { label: t('breakGlass.column.failed'), isNumber: true },
        { label: t('breakGlass.column.notKnown'), isNumber: true },
      ]}
    >
      {checks.map(({ check, ...tally }) => (
        <tr key={check}>
          <th scope="row">{t(`breakGlass.check.${camel(check)}`)}</th>
          {(['passed', 'failed', 'notKnown'] as const).map(outcome => (
            <td key={outcome} className={table.number}>
              {count(tally[outcome])}
            </td>
          ))}
        </tr>
      ))}
    </DataTable>
  );
}

/** What somebody has to do, before anything else; and for who sees no names, the counts. */
export function FindingsPanel({ register }: { register: BreakGlass }) {
  const { t } = useWords();
  const { configured, findings, names, snapshot, drillDays } = register;
  const isFine = snapshot !== null && findings.length === 0;
  return (
    <Panel
      title={t('breakGlass.findings')}
      aside={
        <PanelAside>
          {t('breakGlass.note')}
          {names === 'visible' && configured > 0 && <BreakGlassExport />}
        </PanelAside>
      }
    >
      <ul className={styles.plain}>
        {snapshot === null && <li>{t('breakGlass.nothing')}</li>}
        {isFine && (
          <li className={styles.outcome} data-outcome="passed">
            <RiCheckboxCircleFill
              size={16}
              className={styles.icon}
              aria-hidden
            />
            {t('breakGlass.fine', { count: configured })}
          </li>
        )}
        {findings.map(({ code, count }) => (
          <li
            key={code}
            className={styles.outcome}
            data-outcome={code === 'not-known' ? 'not-known' : 'failed'}
          >
            <RiAlertFill size={16} className={styles.icon} aria-hidden />
            <span>
              {t(`breakGlass.finding.${camel(code)}`, {
                value: count,
                configured,
              })}
            </span>
          </li>
        ))}
      </ul>
      <p className={styles.note}>
        {t('breakGlass.drills.every', { count: drillDays })}
      </p>
      {names === 'hidden' && configured > 0 && (
        <div className={styles.byCheck}>
          <CheckTable checks={register.checks} />
          <p className={styles.note}>
            {t('breakGlass.hidden', {
              permission: <code>{entraMfaPeopleReadPermission.name}</code>,
            })}
          </p>
        </div>
      )}
    </Panel>
  );
}
