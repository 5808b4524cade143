import { Button } from '@backstage/ui';
import { RiStethoscopeLine } from '@remixicon/react';
import { useMutation } from '@tanstack/react-query';
import type { Tenants } from '@entra-mfa/backstage-plugin-entra-mfa-common';
import { messageOf } from '../api/messageOf';
import { useSend } from '../api/useSend';
import { useTenants } from '../api/useTenants';
import { Panel } from '../components/Panel';
import { useWords } from '../messages/useWords';
import { useToast } from '../navigation/useToast';
import { CheckResult } from './CheckResult';
import { SignsIn } from './SignsIn';
import styles from './connections.module.css';

type Item = Tenants['items'][number];

function Connection({ item }: { item: Item }) {
  const { t } = useWords();
  const send = useSend();
  const toast = useToast();
  const check = useMutation({
    mutationFn: () => send('checkConnection', { id: item.id }),
    onError: error =>
      toast(t('check.failed', { message: messageOf(error) }), 'danger'),
  });
  return (
    <Panel
      title={t('check.title')}
      aside={
        <Button
          size="small"
          variant="secondary"
          iconStart={<RiStethoscopeLine />}
          isPending={check.isPending}
          onPress={() => check.mutate()}
        >
          {t('check.check')}
        </Button>
      }
    >
      <div className={styles.connection}>
        {item.credential && <SignsIn credential={item.credential} />}
        {!check.data && <p className={styles.hint}>{t('check.about')}</p>}
        <div aria-live="polite">
          {check.data && (
            <CheckResult check={check.data} consentUrl={item.consentUrl} />
          )}
        </div>
      </div>
    </Panel>
  );
}

/** With what the app of a tenant signs in, and what it can read: for who may start a sync. */
export function CheckPanel({ tenant }: { tenant: string }) {
  const { data } = useTenants();
  const item = data?.items.find(({ id }) => id === tenant);
  // Of another tenant, nothing was checked.
  return item?.credential ? <Connection key={tenant} item={item} /> : null;
}
