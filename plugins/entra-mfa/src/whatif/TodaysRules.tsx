import { useState } from 'react';
import { Button } from '@backstage/ui';
import { type Overview } from '@entra-mfa/backstage-plugin-entra-mfa-common';
import { usePageParams } from '../navigation/usePageParams';
import { ErrorState } from '../states/ErrorState';
import { useWords } from '../messages/useWords';
import { useWhatIf } from './useWhatIf';
import shared from '../components/shared.module.css';
import styles from './whatif.module.css';

const today = { rules: 'today' };

/** Beside a past figure that other rules made: what today's make of the same data, when asked for. */
export function TodaysRules({ overview }: { overview: Overview }) {
  const { t, figureOf, pointsOf } = useWords();
  const [isAsked, setAsked] = useState(false);
  const { data, error, refetch } = useWhatIf(usePageParams(), today, isAsked);
  const { snapshot, rulesVersionToday } = overview;
  if (!snapshot || snapshot.rulesVersion === rulesVersionToday) return null;
  if (error) return <ErrorState error={error} onRetry={refetch} />;
  if (!isAsked) {
    return (
      <div>
        <Button
          size="small"
          variant="tertiary"
          className={shared.flush}
          onPress={() => setAsked(true)}
        >
          {t('whatIf.today.ask')}
        </Button>
      </div>
    );
  }
  const figure = figureOf(data?.assumed.counts.coverage.permille ?? null);
  const answer = figure
    ? t('whatIf.today.answer', {
        figure,
        points: pointsOf(data?.difference.permille ?? 0),
      })
    : t('whatIf.today.answerNobody');
  return (
    <div className={styles.today} role="status">
      {data ? answer : t('whatIf.today.computing')}
      {data && <span className={styles.hint}>{t('whatIf.today.note')}</span>}
    </div>
  );
}
