import { useState } from 'react';
import { Button } from '@backstage/ui';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { Connection } from '@entra-mfa/backstage-plugin-entra-mfa-common';
import { messageOf } from '../api/messageOf';
import { useSend } from '../api/useSend';
import { Panel } from '../components/Panel';
import { useWords } from '../messages/useWords';
import { useToast } from '../navigation/useToast';
import { noSecret, secretBody, SecretFields } from './SecretFields';
import shared from '../components/shared.module.css';
import styles from './connections.module.css';

/** Takes another secret for a tenant that is read by an application of its own. */
export function ChangeSecret({ connection }: { connection: Connection }) {
  const { t } = useWords();
  const send = useSend();
  const toast = useToast();
  const client = useQueryClient();
  const [secret, setSecret] = useState(noSecret);
  const { tenant } = connection;
  const change = useMutation({
    mutationFn: () =>
      send(
        'changeConnection',
        { id: tenant },
        {},
        { body: secretBody(secret) },
      ),
    onSuccess: () => {
      setSecret(noSecret);
      toast(t('connections.application.changed'), 'success');
      return client.invalidateQueries({ queryKey: ['entra-mfa'] });
    },
  });
  return (
    <Panel title={t('connections.application.change')}>
      <form
        className={shared.form}
        onSubmit={event => {
          event.preventDefault();
          change.mutate();
        }}
      >
        <p className={styles.note}>{t('connections.application.changeText')}</p>
        <SecretFields value={secret} onChange={setSecret} />
        {change.error && (
          <p role="alert" className={styles.error}>
            {messageOf(change.error)}
          </p>
        )}
        <div>
          <Button
            type="submit"
            isDisabled={secret.clientSecret.trim() === ''}
            isPending={change.isPending}
          >
            {t('connections.application.change')}
          </Button>
        </div>
      </form>
    </Panel>
  );
}
