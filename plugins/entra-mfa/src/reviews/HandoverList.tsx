import type { Review } from '@entra-mfa/backstage-plugin-entra-mfa-common';
import { EntityName } from '../components/EntityName';
import { useWords } from '../messages/useWords';
import shared from '../components/shared.module.css';
import styles from './reviews.module.css';

/** Who gave whom a reviewer had left to another user, the newest first. */
export function HandoverList({ review }: { review: Review }) {
  const { t, dayOf } = useWords();
  const { handovers } = review;
  if (handovers.length === 0) return null;
  return (
    <ul className={shared.plain}>
      {handovers.map(({ from, to, items, by, at }) => (
        <li key={`${at} ${from} ${to}`} className={styles.small}>
          {t('reviews.handedOver', {
            count: items,
            from: <EntityName of={from} />,
            to: <EntityName of={to} />,
            date: dayOf(at),
            user: <EntityName of={by} />,
          })}
        </li>
      ))}
    </ul>
  );
}
