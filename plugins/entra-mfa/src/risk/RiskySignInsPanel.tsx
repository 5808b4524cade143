import {
  riskySignInOutcomes,
  type Overview,
  type RiskySignInOutcome,
} from '@entra-mfa/backstage-plugin-entra-mfa-common';
import { DataTable } from '../components/DataTable';
import { Panel } from '../components/Panel';
import shared from '../components/shared.module.css';
import table from '../components/table.module.css';
import { camel } from '../messages/camel';
import { useWords } from '../messages/useWords';
import styles from './risk.module.css';

/** How many risky sign-ins there were, and what became of them; nothing where they are not read. */
export function RiskySignInsPanel({
  overview: { riskySignIns },
}: {
  overview: Pick<Overview, 'riskySignIns'>;
}) {
  const { t, count, dayOf } = useWords();
  if (!riskySignIns) return null;
  const { days } = riskySignIns;
  const totalOf = (outcome: RiskySignInOutcome) =>
    days.reduce((sum, { counts }) => sum + counts[outcome], 0);
  return (
    <Panel title={t('risk.signIns.title')} aside={t('risk.signIns.aside')}>
      {days.length === 0 ? (
        <p className={styles.note}>{t('risk.signIns.none')}</p>
      ) : (
        <>
          <ul className={shared.lines}>
            {riskySignInOutcomes.map(outcome => (
              <li key={outcome}>
                {count(totalOf(outcome))}{' '}
                {t(`risk.signIns.outcome.${camel(outcome)}`)}
              </li>
            ))}
          </ul>
          <details className={styles.list}>
            <summary>{t('risk.signIns.byDay')}</summary>
            <DataTable
              label={t('risk.signIns.title')}
              columns={[
                { label: t('risk.signIns.day') },
                ...riskySignInOutcomes.map(outcome => ({
                  label: t(`risk.signIns.column.${camel(outcome)}`),
                  isNumber: true,
                })),
              ]}
            >
              {days.map(({ day, counts }) => (
                <tr key={day}>
                  <th scope="row">{dayOf(day)}</th>
                  {riskySignInOutcomes.map(outcome => (
                    <td key={outcome} className={table.number}>
                      {count(counts[outcome])}
                    </td>
                  ))}
                </tr>
              ))}
            </DataTable>
          </details>
        </>
      )}
      <p className={styles.note}>{t('risk.signIns.note')}</p>
    </Panel>
  );
}
