import { useState } from 'react';
import { usePermission } from '@backstage/plugin-permission-react';
import { Button, Link, TextField } from '@backstage/ui';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import {
  entraMfaConnectionForgetPermission,
  entraMfaConnectionManagePermission,
  entraMfaSyncPermission,
  type ChosenDataSet,
  type Connection,
} from '@entra-mfa/backstage-plugin-entra-mfa-common';
import { messageOf } from '../api/messageOf';
import { useSend } from '../api/useSend';
import { ActionDialog } from '../components/ActionDialog';
import { Panel } from '../components/Panel';
import { useWords } from '../messages/useWords';
import { useNavigate } from '../navigation/router';
import { useLinks } from '../navigation/useLinks';
import { useToast } from '../navigation/useToast';
import { ChangeSecret } from './ChangeSecret';
import { ContactField } from './ContactField';
import { DataSetChoice } from './DataSetChoice';
import { ForgetPanel } from './ForgetPanel';
import { StoragePanel } from './StoragePanel';
import { useConnect } from './useConnect';
import shared from '../components/shared.module.css';
import styles from './connections.module.css';

function Disconnect({ connection }: { connection: Connection }) {
  const { t } = useWords();
  const send = useSend();
  const client = useQueryClient();
  const navigate = useNavigate();
  const links = useLinks({ tenant: undefined, at: undefined });
  const [typed, setTyped] = useState('');
  const disconnect = useMutation({
    mutationFn: () => send('disconnectTenant', { id: connection.tenant }),
    onSuccess: () => {
      // A page of its figures would ask for what is not read any more.
      navigate(links.connection(connection.tenant, 'settings'));
      return client.invalidateQueries({ queryKey: ['entra-mfa'] });
    },
  });
  return (
    <Panel title={t('connections.settings.disconnect')}>
      <p className={styles.note}>{t('connections.settings.disconnectText')}</p>
      <ActionDialog
        label={t('connections.settings.disconnect')}
        variant="secondary"
        title={t('connections.settings.disconnectTitle', {
          tenant: connection.name,
        })}
        confirm={t('connections.settings.disconnect')}
        action={disconnect}
        isReady={typed.trim() === connection.name}
        onConfirm={close => disconnect.mutate(undefined, { onSuccess: close })}
      >
        <p>{t('connections.settings.disconnectText')}</p>
        <p>{t('connections.settings.administrator')}</p>
        <TextField
          label={t('connections.settings.typeName', {
            tenant: connection.name,
          })}
          isRequired
          value={typed}
          onChange={setTyped}
        />
      </ActionDialog>
    </Panel>
  );
}

function Settings(props: {
  connection: Connection;
  dataSets: readonly ChosenDataSet[];
}) {
  const { connection, dataSets } = props;
  const { t } = useWords();
  const send = useSend();
  const toast = useToast();
  const client = useQueryClient();
  const [contact, setContact] = useState(connection.contact ?? '');
  const [switchedOff, setSwitchedOff] = useState(connection.switchedOff);
  const save = useMutation({
    mutationFn: () =>
      send(
        'changeConnection',
        { id: connection.tenant },
        {},
        {
          body: {
            contact: contact || null,
            switchedOff,
          },
        },
      ),
    onSuccess: () => {
      toast(t('connections.settings.saved'), 'success');
      return client.invalidateQueries({ queryKey: ['entra-mfa'] });
    },
  });
  return (
    <Panel title={t('connections.settings.title')}>
      <form
        className={shared.form}
        onSubmit={event => {
          event.preventDefault();
          save.mutate();
        }}
      >
        <ContactField value={contact} onChange={setContact} />
        <DataSetChoice
          dataSets={dataSets}
          switchedOff={switchedOff}
          onChange={setSwitchedOff}
        />
        {save.error && (
          <p role="alert" className={styles.error}>
            {messageOf(save.error)}
          </p>
        )}
        <div>
          <Button type="submit" isPending={save.isPending}>
            {t('connections.settings.save')}
          </Button>
        </div>
      </form>
    </Panel>
  );
}

/** What of a connection can be changed on the page: of one from the configuration, nothing. */
function OfConnection({ connection }: { connection: Connection }) {
  const { t } = useWords();
  const { data } = useConnect({ enabled: connection.origin === 'portal' });
  if (connection.origin === 'config' && connection.state !== 'disconnected') {
    return (
      <Panel title={t('connections.settings.title')}>
        <p className={styles.note}>{t('connections.settings.ofConfig')}</p>
      </Panel>
    );
  }
  if (connection.state === 'disconnected') {
    return (
      <Panel title={t('connections.settings.title')}>
        <p className={styles.note}>{t('connections.settings.ended')}</p>
        <p className={styles.note}>
          {t('connections.settings.administrator')}{' '}
          <Link
            href="https://learn.microsoft.com/entra/identity/enterprise-apps/delete-application-portal"
            target="_blank"
            rel="noopener"
          >
            {t('connections.settings.howTo')}
          </Link>
        </p>
      </Panel>
    );
  }
  return (
    <div className={shared.stack}>
      {data && (
        <Settings
          key={connection.tenant}
          connection={connection}
          dataSets={data.dataSets}
        />
      )}
      {connection.credential === 'sealed-secret' && (
        <ChangeSecret
          key={`secret of ${connection.tenant}`}
          connection={connection}
        />
      )}
      <Disconnect connection={connection} />
    </div>
  );
}

/** What of a connection can be changed on the page, and what is kept of all. */
export function ConnectionSettings({ connection }: { connection: Connection }) {
  const syncs = usePermission({ permission: entraMfaSyncPermission });
  const manages = usePermission({
    permission: entraMfaConnectionManagePermission,
  });
  const forgets = usePermission({
    permission: entraMfaConnectionForgetPermission,
  });
  return (
    <div className={shared.stack}>
      {manages.allowed && <OfConnection connection={connection} />}
      {forgets.allowed && connection.state === 'disconnected' && (
        <ForgetPanel tenant={connection.tenant} />
      )}
      {syncs.allowed && <StoragePanel />}
    </div>
  );
}
