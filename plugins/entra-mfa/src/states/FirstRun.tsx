import type { ReactNode } from 'react';
import type { Overview } from 'backstage-plugin-entra-mfa-common';
import { Moment } from '../figures/Moment';
import { useNow } from '../figures/useNow';
import { useWords } from '../words/useWords';
import { Notice } from './Notice';
import { ProblemList } from './ProblemList';
import styles from './states.module.css';

type Progress = NonNullable<Overview['freshness']['progress']>;

/** When the read will be done, if it goes on as it went so far. */
function endOf(progress: Progress, now: number): string | undefined {
  const { rows, expectedRows, startedAt } = progress;
  if (expectedRows === null || rows === 0 || rows >= expectedRows) {
    return undefined;
  }
  const spent = now - Date.parse(startedAt);
  return new Date(now + (spent * (expectedRows - rows)) / rows).toISOString();
}

function ReadSoFar({ progress }: { progress: Progress }) {
  const { t, age } = useWords();
  const now = useNow();
  const { rows, pages, dataSet, expectedRows, startedAt, waitedMs } = progress;
  const end = endOf(progress, now);
  return (
    <>
      <p>
        {t('states.firstRun.reading', { rows, pages, dataSet: dataSet ?? '' })}
      </p>
      <progress
        className={styles.progress}
        aria-label={t('states.firstRun.title')}
        max={expectedRows ?? undefined}
        value={expectedRows === null ? undefined : rows}
      />
      <ul className={styles.facts}>
        {expectedRows !== null && (
          <li>
            {t('states.firstRun.expected', { rows, expected: expectedRows })}
          </li>
        )}
        {end && (
          <li>{t('states.firstRun.timeLeft', { age: age(end, now) })}</li>
        )}
        <li>
          <Moment iso={startedAt}>
            {t('states.firstRun.started', { age: age(startedAt, now) })}
          </Moment>
        </li>
        {waitedMs >= 1000 && (
          <li>
            {t('states.firstRun.paused', {
              seconds: String(Math.floor(waitedMs / 1000)),
            })}
          </li>
        )}
      </ul>
    </>
  );
}

/** Nothing is published yet: how far the first read is, or why it has not succeeded. */
export function FirstRun(props: {
  freshness: Overview['freshness'];
  /** Below the problems: what helps against them. */
  children?: ReactNode;
}) {
  const { t } = useWords();
  const { freshness } = props;
  const failing = freshness.problems.length > 0 && !freshness.progress;
  return (
    <Notice
      title={t(failing ? 'states.firstRun.failing' : 'states.firstRun.title')}
      role="status"
    >
      {freshness.progress && <ReadSoFar progress={freshness.progress} />}
      {!freshness.progress && !failing && <p>{t('states.firstRun.waiting')}</p>}
      <ProblemList problems={freshness.problems} />
      {props.children}
    </Notice>
  );
}
