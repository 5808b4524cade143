import { Button, TextField } from '@backstage/ui';
import { RiFileCopyLine } from '@remixicon/react';
import type { ConnectStarted } from '@entra-mfa/backstage-plugin-entra-mfa-common';
import { useWords } from '../messages/useWords';
import { useToast } from '../navigation/useToast';
import styles from './connections.module.css';

/** The link that an administrator of the tenant is sent: shown once, as whoever has it can use it. */
export function LinkToHandOn({
  url,
  request,
}: {
  url: string;
  request: ConnectStarted['request'];
}) {
  const { t, momentOf } = useWords();
  const toast = useToast();
  const copy = async () => {
    await navigator.clipboard.writeText(url);
    toast(t('connections.connect.copied'), 'success');
  };
  return (
    <div role="status" className={styles.link}>
      <TextField
        label={t('connections.connect.link')}
        description={t('connections.connect.linkHint', {
          until: momentOf(request.expiresAt),
        })}
        isReadOnly
        value={url}
      />
      <Button
        variant="secondary"
        size="small"
        iconStart={<RiFileCopyLine />}
        onPress={copy}
      >
        {t('connections.connect.copy')}
      </Button>
    </div>
  );
}
