import type { Overview } from 'backstage-plugin-entra-mfa-common';
import { Alert, Button } from '@backstage/ui';
import { usePageParams } from '../page/usePageParams';
import { dayOf, momentOf } from '../words/time';
import { useWords } from '../words/useWords';
import { Notice } from './Notice';

function BackToNow() {
  const { t } = useWords();
  const { setParams } = usePageParams();
  return (
    <Button
      size="small"
      variant="secondary"
      onPress={() => setParams({ at: undefined })}
    >
      {t('states.past.back')}
    </Button>
  );
}

/** The page shows a past day: which one, and the way back. */
export function PastBand(props: {
  at: string;
  snapshot: NonNullable<Overview['snapshot']>;
}) {
  const { t } = useWords();
  return (
    <Alert
      status="info"
      icon
      role="status"
      title={t('states.past.text', {
        date: dayOf(props.at),
        number: String(props.snapshot.number),
        read: momentOf(props.snapshot.at),
      })}
      customActions={<BackToNow />}
    />
  );
}

/** Nothing was published by that day. */
export function NothingBefore({ at }: { at: string }) {
  const { t } = useWords();
  return (
    <Notice title={t('states.past.before', { date: dayOf(at) })}>
      <BackToNow />
    </Notice>
  );
}
