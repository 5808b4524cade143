import type { ReactNode } from 'react';
import type { Overview } from '@entra-mfa/backstage-plugin-entra-mfa-common';
import { Moment } from '../components/Moment';
import { useNow } from '../components/useNow';
import { useWords } from '../messages/useWords';
import { Notice } from './Notice';
import { ProblemList } from './ProblemList';
import { REPORT, useTimeLeft } from './useTimeLeft';
import styles from './states.module.css';

type Progress = NonNullable<Overview['freshness']['progress']>;

function Step({ dataSet, rows, pages, secondsLeft }: Progress) {
  const { t } = useWords();
  if (dataSet !== null) {
    return <p>{t('states.firstRun.reading', { rows, pages, dataSet })}</p>;
  }
  return (
    <p>
      {secondsLeft === 0
        ? t('states.firstRun.assessing')
        : t('states.firstRun.starting')}
    </p>
  );
}

function ReadSoFar({ progress }: { progress: Progress }) {
  const { t, age } = useWords();
  const now = useNow();
  const timeLeft = useTimeLeft()(progress);
  const { rows, dataSet, startedAt, waitedMs, secondsLeft } = progress;
  const { people, expectedPeople, expectedRows } = progress;
  const reported = dataSet === REPORT ? rows : 0;
  // Everybody is read twice: in the directory, and in the report.
  const whole = expectedPeople === null ? undefined : 2 * expectedPeople || 1;
  const complete = expectedPeople === null || people >= expectedPeople;
  return (
    <>
      <Step {...progress} />
      <progress
        className={styles.progress}
        aria-label={t('states.firstRun.title')}
        max={whole}
        value={whole && (secondsLeft === 0 ? whole : people + reported)}
      />
      <ul className={styles.facts}>
        <li>
          {complete
            ? t('states.firstRun.people', { people })
            : t('states.firstRun.peopleOf', {
                people,
                expected: expectedPeople,
              })}
        </li>
        {dataSet === REPORT && expectedRows !== null && (
          <li>
            {t('states.firstRun.report', { rows, expected: expectedRows })}
          </li>
        )}
        {timeLeft && <li>{timeLeft}</li>}
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
