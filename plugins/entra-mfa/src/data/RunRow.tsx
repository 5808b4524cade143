import { useState } from 'react';
import {
  RiAlertFill,
  RiArrowDownSLine,
  RiArrowRightSLine,
  RiCheckLine,
  RiLoader2Line,
} from '@remixicon/react';
import type {
  CollectorRun,
  Run,
} from '@entra-mfa/backstage-plugin-entra-mfa-common';
import { Moment } from '../components/Moment';
import { useNow } from '../components/useNow';
import shared from '../components/shared.module.css';
import table from '../components/table.module.css';
import { ProblemList } from '../states/ProblemList';
import { useWords } from '../messages/useWords';
import { Changes } from './Changes';
import { CollectorRow } from './CollectorRow';
import { seconds } from './seconds';
import styles from './data.module.css';

const icons = {
  running: RiLoader2Line,
  published: RiCheckLine,
  failed: RiAlertFill,
  overtaken: RiAlertFill,
};

const total = (run: Run, of: (collector: CollectorRun) => number) =>
  run.collectors.reduce((sum, collector) => sum + of(collector), 0);

/** One read; opened, what each collector did. */
export function RunRow({ run }: { run: Run }) {
  const { t, count, age, inDecimals } = useWords();
  const now = useNow();
  const [open, setOpen] = useState(run.problem !== null);
  const Icon = icons[run.state];
  const Arrow = open ? RiArrowDownSLine : RiArrowRightSLine;
  // A run that a data set stopped has that data set's problem, which stands beside it.
  const told = run.collectors.some(
    ({ problem }) => problem?.message === run.problem?.message,
  );
  const end = run.endedAt ? Date.parse(run.endedAt) : now;
  return (
    <>
      <tr>
        <th scope="row">
          <button
            type="button"
            className={styles.expander}
            aria-expanded={open}
            aria-label={t(open ? 'data.collapse' : 'data.expand', {
              number: String(run.number),
            })}
            onClick={() => setOpen(!open)}
          >
            <Arrow size={18} aria-hidden />
            {run.number}
          </button>
        </th>
        <td className={shared.nowrap}>
          <Moment iso={run.startedAt}>
            {t('general.age.ago', { age: age(run.startedAt, now) })}
          </Moment>
        </td>
        <td>
          <span className={styles.outcome} data-state={run.state}>
            <Icon size={14} aria-hidden />
            {t(`data.state.${run.state}`)}
          </span>
        </td>
        <td className={`${table.number} ${table.extra}`}>
          {t('data.took', {
            seconds: inDecimals(
              seconds(Math.max(0, end - Date.parse(run.startedAt))),
            ),
          })}
        </td>
        <td className={`${table.number} ${table.extra}`}>
          {count(total(run, c => c.rows))}
        </td>
        <td className={table.number}>
          <Changes
            added={total(run, c => c.added)}
            changed={total(run, c => c.changed)}
            removed={total(run, c => c.removed)}
          />
        </td>
        <td className={`${table.number} ${table.extra}`}>
          {count(total(run, c => c.calls))}
        </td>
        <td className={`${table.number} ${table.extra}`}>
          {t('data.waited', {
            seconds: inDecimals(seconds(total(run, c => c.waitedMs))),
          })}
        </td>
      </tr>
      {open && run.problem && !told && (
        <tr>
          <td colSpan={8} className={styles.problem}>
            <ProblemList problems={[run.problem]} />
          </td>
        </tr>
      )}
      {open &&
        run.collectors.map(collector => (
          <CollectorRow key={collector.dataSet} collector={collector} />
        ))}
    </>
  );
}
