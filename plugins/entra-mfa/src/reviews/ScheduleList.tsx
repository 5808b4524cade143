import type { ReviewSchedule } from '@entra-mfa/backstage-plugin-entra-mfa-common';
import { ActionDialog } from '../components/ActionDialog';
import { camel } from '../messages/camel';
import { EntityName } from '../components/EntityName';
import { useWords } from '../messages/useWords';
import { ChangeScheduleDialog } from './ChangeScheduleDialog';
import { useScheduleStep } from './useReviewSteps';
import styles from './reviews.module.css';

function StopDialog({ schedule }: { schedule: ReviewSchedule }) {
  const { t } = useWords();
  const stop = useScheduleStep();
  const { id, tenant, title } = schedule;
  return (
    <ActionDialog
      label={t('reviews.stop.open')}
      variant="secondary"
      title={t('reviews.stop.title', { title })}
      confirm={t('reviews.stop.confirm')}
      action={stop}
      isReady
      onConfirm={close =>
        stop.mutate({ action: 'stop', id, tenant }, { onSuccess: close })
      }
    >
      <p>{t('reviews.stop.text')}</p>
    </ActionDialog>
  );
}

/** The reviews that are opened again and again: how often, when the next one comes, and why it does not come now. */
export function ScheduleList(props: { schedules: readonly ReviewSchedule[] }) {
  const { t, dayOf } = useWords();
  const running = props.schedules.filter(({ state }) => state === 'running');
  if (running.length === 0) return null;
  return (
    <>
      <h3 className={styles.heading}>{t('reviews.schedules')}</h3>
      <ul className={styles.list}>
        {running.map(schedule => {
          const { id, title, scope, reviewers, every, nextDay, waits } =
            schedule;
          const { changed, version } = schedule;
          return (
            <li key={id} className={styles.review}>
              <div className={styles.what}>
                <strong>{title}</strong>
                <p className={styles.small}>
                  {[
                    t(`reviews.scope.${scope.kind}`),
                    t(`reviews.reviewers.${reviewers.kind}`),
                    t(`reviews.every.${camel(every)}`),
                  ].join(' · ')}
                </p>
                <p className={styles.small}>
                  {t('reviews.next', { date: dayOf(nextDay) })}
                  {waits !== 'not-yet' &&
                    ` · ${t(
                      waits === null
                        ? 'reviews.opensSoon'
                        : `reviews.waits.${camel(waits)}`,
                    )}`}
                </p>
                {version > 1 && (
                  <p className={styles.small}>
                    {t('reviews.changed', {
                      date: dayOf(changed.at),
                      user: <EntityName of={changed.by} />,
                    })}
                  </p>
                )}
              </div>
              <div className={styles.steps}>
                <ChangeScheduleDialog schedule={schedule} />
                <StopDialog schedule={schedule} />
              </div>
            </li>
          );
        })}
      </ul>
    </>
  );
}
