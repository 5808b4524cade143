import type { Overview } from '@entra-mfa/backstage-plugin-entra-mfa-common';
import { Alert } from '@backstage/ui';
import { useWords } from '../messages/useWords';
import { BackToNow } from './BackToNow';

/** The page shows a past day: which one, and the way back. */
export function PastBanner(props: {
  at: string;
  snapshot: NonNullable<Overview['snapshot']>;
}) {
  const { t, dayOf, momentOf } = useWords();
  return (
    <Alert
      status="info"
      icon
      role="status"
      title={t('states.past.text', {
        date: dayOf(props.at),
        number: String(props.snapshot.number),
        read: momentOf(props.snapshot.at),
        rules: props.snapshot.rulesVersion,
      })}
      customActions={<BackToNow />}
    />
  );
}
