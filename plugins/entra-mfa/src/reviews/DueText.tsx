import type { Review } from '@entra-mfa/backstage-plugin-entra-mfa-common';
import { useWords } from '../messages/useWords';
import styles from './reviews.module.css';

/** Until when a review is to be decided, and how many days that leaves. */
export function DueText({ due }: { due: NonNullable<Review['due']> }) {
  const { t, dayOf } = useWords();
  const { on, daysLeft } = due;
  const date = dayOf(on);
  if (daysLeft === null) return <>{t('reviews.due.was', { date })}</>;
  if (daysLeft < 0) {
    return (
      <strong className={styles.overdue}>
        {t('reviews.due.over', { date, count: -daysLeft })}
      </strong>
    );
  }
  return (
    <>
      {daysLeft === 0
        ? t('reviews.due.today')
        : t('reviews.due.left', { date, count: daysLeft })}
    </>
  );
}
