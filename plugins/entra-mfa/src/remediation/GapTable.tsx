import {
  gapAges,
  gapOutcomes,
  type GapTallyOf,
} from '@entra-mfa/backstage-plugin-entra-mfa-common';
import { DataTable } from '../components/DataTable';
import table from '../components/table.module.css';
import { camel } from '../messages/camel';
import { useWords } from '../messages/useWords';
import { useDuration } from './useDuration';
import styles from './remediation.module.css';

function Row({ gap }: { gap: GapTallyOf }) {
  const { t, count } = useWords();
  const duration = useDuration();
  const { kind, open, openByAge, closed, timeToFix } = gap;
  const ages = gapAges.filter(age => openByAge[age] > 0);
  const others = gapOutcomes.filter(
    outcome => outcome !== 'fixed' && closed[outcome] > 0,
  );
  return (
    <tr>
      <th scope="row">{t(`remediation.kind.${camel(kind)}`)}</th>
      <td className={table.number}>{count(open)}</td>
      <td>
        {ages.map(age => (
          <span key={age} className={styles.part}>
            {t('remediation.ageCount', {
              count: openByAge[age],
              age: t(`remediation.age.${age}`),
            })}
          </span>
        ))}
      </td>
      <td className={table.number}>{count(closed.fixed)}</td>
      <td className={table.number}>
        {timeToFix && duration(timeToFix.medianSeconds)}
      </td>
      <td className={table.number}>
        {timeToFix && duration(timeToFix.p90Seconds)}
      </td>
      <td className={table.extra}>
        {others.map(outcome => (
          <span key={outcome} className={styles.part}>
            {t('remediation.outcomeCount', {
              count: closed[outcome],
              outcome: t(`remediation.outcome.${camel(outcome)}`),
            })}
          </span>
        ))}
      </td>
    </tr>
  );
}

/** What is to be mended, by its kind: how many are open and for how long, and how long mending took. */
export function GapTable({
  gaps,
  days,
}: {
  gaps: readonly GapTallyOf[];
  /** Of how many days what was closed is counted. */
  days: number;
}) {
  const { t } = useWords();
  return (
    <DataTable
      label={t('remediation.title')}
      columns={[
        { label: t('remediation.column.kind') },
        { label: t('remediation.column.open'), isNumber: true },
        { label: t('remediation.column.ages') },
        { label: t('remediation.column.fixed', { days }), isNumber: true },
        { label: t('remediation.column.median'), isNumber: true },
        { label: t('remediation.column.p90'), isNumber: true },
        { label: t('remediation.column.other'), isExtra: true },
      ]}
    >
      {gaps.map(gap => (
        <Row key={gap.kind} gap={gap} />
      ))}
    </DataTable>
  );
}
