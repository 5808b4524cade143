import type { AssessmentResult } from '@entra-mfa/backstage-plugin-entra-mfa-common';
import { Panel } from '../components/Panel';
import shared from '../components/shared.module.css';
import { useWords } from '../messages/useWords';
import { GapTable } from '../remediation/GapTable';
import styles from './assessments.module.css';

const DAY_HOURS = 24;
/** From so many hours on, a time is told in days. */
const IN_DAYS = 72;

/** What else happened in the period: whether all were counted, what was lost, who was left out, by which rules. */
export function PeriodPanel({ result }: { result: AssessmentResult }) {
  const { t, count, dayOf } = useWords();
  const { population, lost, exceptions, reviewsClosed, rulesChanges } = result;
  const lasted = (hours: number) =>
    hours < IN_DAYS
      ? t('assessments.period.hours', { value: hours })
      : t('assessments.period.days', {
          value: Math.round(hours / DAY_HOURS),
        });
  return (
    <Panel title={t('assessments.period.title')}>
      <dl className={shared.facts}>
        <div>
          <dt>{t('assessments.period.population')}</dt>
          <dd>
            {t('assessments.period.complete', {
              complete: population.complete,
              all: population.snapshots,
            })}
            {population.notRecorded > 0 &&
              `, ${t('assessments.period.notRecorded', {
                count: population.notRecorded,
              })}`}
          </dd>
        </div>
        <div>
          <dt>{t('assessments.period.lost')}</dt>
          <dd>
            {lost === null && t('assessments.period.lostNotKept')}
            {lost?.people === 0 && t('assessments.period.lostNone')}
            {lost && lost.people > 0 && (
              <>
                {t('assessments.period.lostSome', {
                  count: lost.people,
                  open: lost.open,
                })}
                {', '}
                {t('assessments.period.lostTime', {
                  median: lasted(lost.medianHours ?? 0),
                  longest: lasted(lost.longestHours ?? 0),
                })}
              </>
            )}
          </dd>
        </div>
        <div>
          <dt>{t('assessments.period.exceptions')}</dt>
          <dd>
            {t('assessments.period.exceptionsSome', {
              all: exceptions.inForce,
              atEnd: exceptions.atEnd,
            })}
          </dd>
        </div>
        <div>
          <dt>{t('assessments.period.reviews')}</dt>
          <dd>{count(reviewsClosed)}</dd>
        </div>
        <div>
          <dt>{t('assessments.period.rules')}</dt>
          <dd>
            {rulesChanges.length === 0
              ? t('assessments.period.rulesNone')
              : rulesChanges
                  .map(({ at, before, after }) =>
                    t('assessments.period.rule', {
                      before,
                      after,
                      date: dayOf(at),
                    }),
                  )
                  .join(', ')}
          </dd>
        </div>
      </dl>
      {result.gaps && (
        <div className={styles.gaps}>
          <GapTable gaps={result.gaps} days={result.days} />
        </div>
      )}
    </Panel>
  );
}
