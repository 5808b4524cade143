import type { Overview } from 'backstage-plugin-entra-mfa-common';
import { Alert } from '@backstage/ui';
import { useNow } from '../figures/useNow';
import { useWords } from '../words/useWords';

/** Figures past the limit stay on screen, greyed, under this band. */
export function StaleBand({ freshness }: { freshness: Overview['freshness'] }) {
  const { t, age } = useWords();
  const now = useNow();
  const limit = new Date(now - freshness.staleAfterSeconds * 1000);
  return (
    <Alert
      status="danger"
      icon
      role="status"
      title={t('states.stale.title')}
      description={t('states.stale.text', {
        age: freshness.readAt ? age(freshness.readAt, now) : '',
        limit: age(limit.toISOString(), now),
      })}
    />
  );
}
