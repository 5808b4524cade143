import type { ReviewSide } from '@entra-mfa/backstage-plugin-entra-mfa-common';
import { StateLabel } from '../components/StateLabel';
import { useWords } from '../messages/useWords';
import styles from './reviews.module.css';

/** How a person was when the list was made, or is now: state, strength, role, account. */
export function ItemSide(props: {
  label: string;
  side: ReviewSide | null;
  /** What is worth saying besides. */
  mark?: string;
}) {
  const { t, stateOf, reason, tier, dayOf } = useWords();
  const { label, side, mark } = props;
  if (!side) {
    return (
      <div className={styles.side}>
        <dt>{label}</dt>
        <dd>{t('reviews.gone')}</dd>
      </div>
    );
  }
  const facts = [
    side.state === 'unknown' || side.state === 'out-of-scope'
      ? reason(side.reason)
      : t('reviews.strength', { tier: tier(side.tier) }),
    side.privileged ? t('general.privileged') : null,
    side.entityRef ? null : t('reviews.notInCatalog'),
  ];
  const { createdAt, enabled, enablementSince, leaveAt } = side;
  const days = [
    createdAt && t('reviews.made', { date: dayOf(createdAt) }),
    enabled === false &&
      enablementSince &&
      t('reviews.disabledSince', { date: dayOf(enablementSince) }),
    leaveAt && t('reviews.leaveAt', { date: dayOf(leaveAt) }),
  ].filter(Boolean);
  return (
    <div className={styles.side}>
      <dt>{label}</dt>
      <dd>
        <StateLabel state={side.state} label={stateOf(side)} />
        {mark && <strong>{mark}</strong>}
        <span className={styles.small}>
          {[facts.filter(Boolean).join(', '), ...days].join(' · ')}
        </span>
      </dd>
    </div>
  );
}
