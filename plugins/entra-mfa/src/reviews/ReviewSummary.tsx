import { Link } from '@backstage/ui';
import {
  reviewDecisions,
  type Review,
} from '@entra-mfa/backstage-plugin-entra-mfa-common';
import { useLinks } from '../navigation/useLinks';
import { usePageParams } from '../navigation/usePageParams';
import { camel } from '../messages/camel';
import { EntityName } from '../components/EntityName';
import { useWords } from '../messages/useWords';
import { ReviewerProgress } from './ReviewerProgress';
import { ReviewProgress } from './ReviewProgress';
import { ReviewScopeText } from './ReviewScopeText';
import styles from './reviews.module.css';

/** A review of the list: what has become of it, who opened it, and its counts. */
export function ReviewSummary({ review }: { review: Review }) {
  const { t, count, dayOf } = useWords();
  const links = useLinks(usePageParams());
  const { number, title, opened, closed, counts, mine } = review;
  const decided = reviewDecisions.filter(name => counts.decisions[name] > 0);
  return (
    <li className={styles.review}>
      <div className={styles.what}>
        <Link
          href={links.review(number, mine.open > 0 ? { reviewer: 'me' } : {})}
          weight="bold"
        >
          {title}
        </Link>
        <p className={styles.small}>
          {closed
            ? t('reviews.state.closed', {
                date: dayOf(closed.at),
                user: <EntityName of={closed.by} />,
              })
            : t('reviews.state.open')}
          {', '}
          {t('reviews.opened', {
            date: dayOf(opened.at),
            user: <EntityName of={opened.by} />,
          })}
        </p>
        <ReviewScopeText review={review} />
        {mine.open > 0 && (
          <p className={styles.small}>
            <strong>{t('reviews.mine', { count: mine.open })}</strong>
          </p>
        )}
        <ReviewerProgress review={review} most={3} />
        {decided.length > 0 && (
          <p className={styles.small}>
            {decided
              .map(
                name =>
                  `${count(counts.decisions[name])} ${t(
                    `reviews.decision.${camel(name)}`,
                  )}`,
              )
              .join(' · ')}
          </p>
        )}
      </div>
      <ReviewProgress counts={counts} />
    </li>
  );
}
