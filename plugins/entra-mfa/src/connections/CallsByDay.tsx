import type { Budget } from '@entra-mfa/backstage-plugin-entra-mfa-common';
import { AsTable } from '../components/AsTable';
import { Panel } from '../components/Panel';
import table from '../components/table.module.css';
import { useWords } from '../messages/useWords';
import { durationOf } from './durationOf';
import styles from './connections.module.css';

/** How many requests the syncs of each day have sent. */
export function CallsByDay({ days }: { days: Budget['days'] }) {
  const words = useWords();
  const { t, count, dayOf, dayOfYear } = words;
  const most = Math.max(...days.map(({ calls }) => calls), 1);
  const [first] = days;
  const last = days[days.length - 1];
  return (
    <Panel
      title={t('connections.budget.days')}
      aside={t('connections.budget.most', { count: most })}
    >
      <div
        style={{ maxWidth: `max(10rem, ${2 * days.length}rem)` }}
        role="img"
        aria-label={t('connections.budget.daysLabel', {
          from: dayOf(first.date),
          to: dayOf(last.date),
          count: most,
        })}
      >
        <div className={styles.bars}>
          {days.map(({ date, calls }) => (
            <span
              key={date}
              title={t('connections.budget.day', {
                day: dayOf(date),
                count: calls,
              })}
              style={{ height: `${Math.round((100 * calls) / most)}%` }}
            />
          ))}
        </div>
        <div className={styles.barEnds}>
          <span>{dayOfYear(first.date)}</span>
          {days.length > 1 && <span>{dayOfYear(last.date)}</span>}
        </div>
      </div>
      <AsTable
        label={t('connections.budget.days')}
        columns={[
          { label: t('connections.budget.date') },
          { label: t('connections.budget.runs'), isNumber: true },
          { label: t('connections.budget.calls'), isNumber: true },
          { label: t('connections.budget.waited'), isNumber: true },
        ]}
        rows={() =>
          [...days].reverse().map(day => (
            <tr key={day.date}>
              <th scope="row">{dayOf(day.date)}</th>
              <td className={table.number}>{count(day.runs)}</td>
              <td className={table.number}>{count(day.calls)}</td>
              <td className={table.number}>
                {durationOf(words, day.waitedSeconds)}
              </td>
            </tr>
          ))
        }
      />
    </Panel>
  );
}
