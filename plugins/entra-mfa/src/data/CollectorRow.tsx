import {
  RiAlertFill,
  RiCheckLine,
  RiForbid2Line,
  RiLoader2Line,
  RiTimeLine,
} from '@remixicon/react';
import type { CollectorRun } from '@entra-mfa/backstage-plugin-entra-mfa-common';
import table from '../components/table.module.css';
import { ProblemList } from '../states/ProblemList';
import { camel } from '../messages/camel';
import { useWords } from '../messages/useWords';
import { Changes } from './Changes';
import { seconds } from './seconds';
import styles from './data.module.css';

const icons = {
  running: RiLoader2Line,
  complete: RiCheckLine,
  'not-due': RiTimeLine,
  partial: RiAlertFill,
  skipped: RiForbid2Line,
  failed: RiAlertFill,
};

/** What one collector did in one read: its outcome, its problem and what to do about it. */
export function CollectorRow({ collector }: { collector: CollectorRun }) {
  const { t, count, inDecimals } = useWords();
  const { outcome, problem, requestIds } = collector;
  const Icon = icons[outcome];
  return (
    <>
      <tr className={styles.collector}>
        <th scope="row" colSpan={2} className={styles.dataSet}>
          {collector.dataSet}
        </th>
        <td>
          <span className={styles.outcome} data-state={outcome}>
            <Icon size={14} aria-hidden />
            {t(`data.outcome.${camel(outcome)}`)}
          </span>
        </td>
        <td className={table.extra} />
        <td className={`${table.number} ${table.extra}`}>
          {count(collector.rows)}
        </td>
        <td className={table.number}>
          <Changes
            added={collector.added}
            changed={collector.changed}
            removed={collector.removed}
          />
        </td>
        <td className={`${table.number} ${table.extra}`}>
          {count(collector.calls)}
        </td>
        <td className={`${table.number} ${table.extra}`}>
          {t('data.waited', {
            seconds: inDecimals(seconds(collector.waitedMs)),
          })}
        </td>
      </tr>
      {(problem || requestIds.length > 0) && (
        <tr className={styles.collector}>
          <td colSpan={8} className={styles.problem}>
            {problem && <ProblemList problems={[problem]} />}
            {requestIds.length > 0 && (
              <div className={styles.note}>
                {t('data.requestIds', { ids: requestIds.join(', ') })}
              </div>
            )}
          </td>
        </tr>
      )}
    </>
  );
}
