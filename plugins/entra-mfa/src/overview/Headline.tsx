import {
  type AssessedCounts,
  type Overview,
} from '@entra-mfa/backstage-plugin-entra-mfa-common';
import { Text } from '@backstage/ui';
import { useWords, type Words } from '../messages/useWords';
import { HealthLine } from './HealthLine';
import { WhatCounts } from './WhatCounts';
import shared from '../components/shared.module.css';
import styles from './Headline.module.css';

function asideOf({ t }: Words, counts: AssessedCounts) {
  const { inScope } = counts;
  const { unknown, exempt } = counts.states;
  if (unknown > 0 && exempt > 0) {
    return t('overview.sentence.aside', { inScope, unknown, exempt });
  }
  if (unknown > 0) {
    return t('overview.sentence.asideUnknown', { inScope, unknown });
  }
  if (exempt > 0) {
    return t('overview.sentence.asideExempt', { inScope, exempt });
  }
  return undefined;
}

/** The figure against its target, the sentence that says what it counts, and how fresh it is. */
export function Headline(props: {
  overview: Overview;
  counts: NonNullable<Overview['counts']>;
  /** Without the explanation of what counts, for small places. */
  brief?: boolean;
  /** In one line, above what is read for itself. */
  isLine?: boolean;
  /** Whether the figure is marked as stale. */
  stale: boolean;
  /** Whether a past day is shown, of which it does not matter how fresh it is. */
  past?: boolean;
}) {
  const { overview, counts, stale } = props;
  const { brief = false, isLine = false, past = false } = props;
  const words = useWords();
  const { t } = words;
  const { covered, uncovered, permille, short } = counts.coverage;
  const counted = covered + uncovered;
  // On stale data no target counts as met, and `met` is null.
  const met = counts.coverage.met && !stale ? t('overview.met') : undefined;
  const toTarget = short > 0 ? t('overview.short', { count: short }) : met;
  const { fromMethods } = overview.freshness;
  const nobody =
    fromMethods && overview.basis === 'capable'
      ? t('overview.fromMethods.capable')
      : t('overview.sentence.nobody');
  const sentence =
    counted > 0
      ? t(`overview.sentence.${overview.basis}`, { covered, counted })
      : nobody;
  return (
    <div className={styles.headline} data-stale={stale} data-line={isLine}>
      <div className={styles.first}>
        {permille !== null && (
          <>
            <span className={styles.figure}>{words.figureOf(permille)}</span>
            <span className={styles.noun}>
              {t(`overview.figure.${overview.basis}`)}
            </span>
          </>
        )}
        <span className={shared.quiet}>
          {t('general.target', {
            target: words.targetOf(overview.targetPermille),
          })}
          {toTarget && <strong className={styles.short}>{toTarget}</strong>}
        </span>
      </div>
      {!isLine && (
        <div className={styles.sentence}>
          <Text as="span" variant="body-medium">
            {sentence} {asideOf(words, counts)}
          </Text>
          {!brief && <WhatCounts overview={overview} />}
        </div>
      )}
      {fromMethods && (
        <span className={shared.smallLine}>
          {t('overview.fromMethods.title')}
        </span>
      )}
      {!past && <HealthLine freshness={overview.freshness} isBrief={isLine} />}
    </div>
  );
}
