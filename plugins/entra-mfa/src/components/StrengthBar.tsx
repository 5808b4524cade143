import {
  tiers,
  type Tier,
  type TierFilter,
} from '@entra-mfa/backstage-plugin-entra-mfa-common';
import type { FilterValues } from '../navigation/filterValues';
import { useWords } from '../messages/useWords';
import { PeopleLink } from './PeopleLink';
import shared from './shared.module.css';
import styles from './StrengthBar.module.css';

/**
 * People by their one tier: a stacked bar, and the same in words and numbers below it. With
 * `filterOf`, each tier opens its people.
 */
export function StrengthBar(props: {
  counts: Record<Tier, number>;
  noTier: number;
  filterOf?: (tier: TierFilter) => FilterValues;
}) {
  const { t, count, tier: tierWord } = useWords();
  const parts: { tier: Tier | null; count: number }[] = [
    ...tiers.map(tier => ({ tier, count: props.counts[tier] })),
    { tier: null, count: props.noTier },
  ].filter(part => part.count > 0);
  return (
    <div>
      <div className={styles.bar} aria-hidden>
        {parts.map(part => (
          <div
            key={part.tier ?? 'not-known'}
            className={styles.part}
            style={{
              flexGrow: part.count,
              background: `var(--emfa-tier-${part.tier ?? 'not-known'})`,
            }}
            title={t('overview.strength.segment', {
              tier: tierWord(part.tier),
              value: part.count,
            })}
          />
        ))}
      </div>
      <ul className={styles.legend}>
        {parts.map(part => (
          <li key={part.tier ?? 'not-known'} className={styles.item}>
            <span
              className={shared.swatch}
              style={{
                background: `var(--emfa-tier-${part.tier ?? 'not-known'})`,
              }}
              aria-hidden
            />
            {props.filterOf ? (
              <PeopleLink filter={props.filterOf(part.tier ?? 'no-row')} small>
                {tierWord(part.tier)}
              </PeopleLink>
            ) : (
              tierWord(part.tier)
            )}
            <strong>{count(part.count)}</strong>
          </li>
        ))}
      </ul>
    </div>
  );
}
