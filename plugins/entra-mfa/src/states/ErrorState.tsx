import { Button } from '@backstage/ui';
import { useSearchParams } from '../navigation/router';
import { usePageParams } from '../navigation/usePageParams';
import { useWords } from '../messages/useWords';
import { BackToNow } from './BackToNow';
import { BeforeData } from './BeforeData';
import { firstSnapshotOf } from './firstSnapshotOf';
import { messageOf } from '../api/messageOf';
import { NoPermission } from './NoPermission';
import { Notice } from './Notice';
import { statusOf } from '../api/statusOf';

/** An answer that did not come: what happened, in the backend's words, and what to do. */
export function ErrorState(props: {
  error: Error;
  onRetry: () => void;
  what?: 'counts' | 'people';
}) {
  const { t } = useWords();
  const { at, tenant, setParams } = usePageParams();
  const [search, setSearch] = useSearchParams();
  const status = statusOf(props.error);
  if (status === 403) {
    return <NoPermission what={props.what ?? 'counts'} />;
  }
  if (status === 404) {
    const first = at && firstSnapshotOf(props.error);
    return first ? (
      <BeforeData at={at} first={first} />
    ) : (
      <Notice title={t('states.failed.notFound')} role="alert">
        <p>{messageOf(props.error)}</p>
        {at && <BackToNow />}
        {tenant && (
          <Button
            size="small"
            variant="secondary"
            onPress={() => setParams({ tenant: undefined })}
          >
            {t('states.wrong.tenant')}
          </Button>
        )}
      </Notice>
    );
  }
  // Asking for the same again would not help.
  if (status === 400 && search.size > 0) {
    return (
      <Notice title={t('states.wrong.address')} role="alert">
        <p>{messageOf(props.error)}</p>
        <Button
          size="small"
          variant="secondary"
          onPress={() => setSearch(new URLSearchParams())}
        >
          {t('states.wrong.whole')}
        </Button>
      </Notice>
    );
  }
  return (
    <Notice title={t('states.failed.title')} role="alert">
      <p>
        <code>{messageOf(props.error)}</code>
      </p>
      <p>{t('states.failed.action')}</p>
      <Button variant="secondary" onPress={() => props.onRetry()}>
        {t('general.retry')}
      </Button>
    </Notice>
  );
}
