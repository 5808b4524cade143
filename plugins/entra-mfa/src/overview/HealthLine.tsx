import {
  RiAlertFill,
  RiCheckboxBlankCircleFill,
  RiLoader2Line,
} from '@remixicon/react';
import type { Overview } from '@entra-mfa/backstage-plugin-entra-mfa-common';
import { camel } from '../messages/camel';
import { useWords } from '../messages/useWords';
import { Moment } from '../components/Moment';
import { useNow } from '../components/useNow';
import styles from './HealthLine.module.css';

/** How old Microsoft's report is, and when we read next. */
function Rest({ freshness }: { freshness: Overview['freshness'] }) {
  const { t, age, clockOf } = useWords();
  const now = useNow();
  const { readAt, reportRefreshedAt, nextReadAt, progress } = freshness;
  return (
    <>
      {reportRefreshedAt ? (
        <Moment iso={reportRefreshedAt}>
          {t('overview.report', { age: age(reportRefreshedAt, now) })}
        </Moment>
      ) : (
        readAt &&
        !freshness.fromMethods && <span>{t('overview.reportUndated')}</span>
      )}
      {progress ? (
        <span className={styles.health}>
          <RiLoader2Line size={12} aria-hidden />
          {t('overview.reading', {
            rows: progress.rows,
            dataSet: progress.dataSet ?? '',
          })}
        </span>
      ) : (
        nextReadAt && (
          <Moment iso={nextReadAt}>
            {t(
              Date.parse(nextReadAt) > now ? 'overview.next' : 'overview.due',
              {
                time: clockOf(nextReadAt, now),
              },
            )}
          </Moment>
        )
      )}
    </>
  );
}

/** How fresh the figures are, by both clocks: when we read, and when Microsoft refreshed. */
export function HealthLine(props: {
  freshness: Overview['freshness'];
  /** Only whether all is well, and when we read. */
  isBrief?: boolean;
}) {
  const { freshness, isBrief = false } = props;
  const { t, age } = useWords();
  const now = useNow();
  const { health, readAt } = freshness;
  const Icon = health === 'healthy' ? RiCheckboxBlankCircleFill : RiAlertFill;
  return (
    <div className={styles.line}>
      <span className={styles.health} data-health={health}>
        <Icon size={12} aria-hidden />
        {t(`overview.health.${camel(health)}`)}
      </span>
      {readAt ? (
        <Moment iso={readAt}>
          {t('overview.read', { age: age(readAt, now) })}
        </Moment>
      ) : (
        <span>{t('overview.neverRead')}</span>
      )}
      {!isBrief && <Rest freshness={freshness} />}
    </div>
  );
}
