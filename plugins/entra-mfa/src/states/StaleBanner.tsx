import type {
  Overview,
  StaleCause,
} from '@entra-mfa/backstage-plugin-entra-mfa-common';
import { Alert } from '@backstage/ui';
import { useNow } from '../components/useNow';
import { useWords } from '../messages/useWords';

/** Figures past a limit stay on screen, greyed, under this band, which says what is old. */
export function StaleBanner({
  freshness,
}: {
  freshness: Overview['freshness'];
}) {
  const { t, age } = useWords();
  const now = useNow();
  const { staleCauses, readAt, reportRefreshedAt } = freshness;
  const ages = (time: string | null, limitSeconds: number) => ({
    age: time ? age(time, now) : '',
    limit: age(new Date(now - limitSeconds * 1000).toISOString(), now),
  });
  const why: Record<StaleCause, () => string> = {
    'not-read': () =>
      t('states.stale.notRead', ages(readAt, freshness.staleAfterSeconds)),
    'report-old': () =>
      t(
        'states.stale.reportOld',
        ages(reportRefreshedAt, freshness.reportStaleAfterSeconds),
      ),
    // Of that, the page has a band of its own.
    disconnected: () => '',
  };
  return (
    <Alert
      status="danger"
      icon
      role="status"
      title={t('states.stale.title')}
      description={[
        ...staleCauses.map(cause => why[cause]()),
        t('states.stale.notMet'),
      ].join(' ')}
    />
  );
}
