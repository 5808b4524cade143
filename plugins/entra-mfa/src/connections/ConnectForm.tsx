import { useRef, useState } from 'react';
import { Button, Link, TextField } from '@backstage/ui';
import type {
  ChosenDataSet,
  ConnectStarted,
} from '@entra-mfa/backstage-plugin-entra-mfa-common';
import { messageOf } from '../api/messageOf';
import { Panel } from '../components/Panel';
import { useWords } from '../messages/useWords';
import { DataSetChoice } from './DataSetChoice';
import { LinkToHandOn } from './LinkToHandOn';
import { useConnectCommands } from './useConnect';
import shared from '../components/shared.module.css';
import styles from './connections.module.css';

/** Which tenant is connected, and what is read of it: consent is given in a window of Microsoft's, or by another. */
export function ConnectForm(props: {
  dataSets: readonly ChosenDataSet[];
  /** The tenant to connect again, where it was before. */
  tenant: string;
  switchedOff: readonly ChosenDataSet['id'][];
  onSwitchedOff: (ids: ChosenDataSet['id'][]) => void;
}) {
  const { t } = useWords();
  const { dataSets, switchedOff, onSwitchedOff } = props;
  const [tenant, setTenant] = useState(props.tenant);
  const [contact, setContact] = useState('');
  const [started, setStarted] = useState<ConnectStarted | null>(null);
  const page = useRef<Window | null>(null);
  const { begin } = useConnectCommands();
  const start = (handOn: boolean) => {
    // Opened by the click itself, before the answer is there: else browsers block it.
    page.current = handOn
      ? null
      : window.open('', '_blank', 'popup,width=560,height=720');
    begin.mutate(
      {
        tenant: tenant.trim(),
        ...(contact.trim() && { contact: contact.trim().toLowerCase() }),
        switchedOff: [...switchedOff],
        handOn,
      },
      {
        onSuccess: answer => {
          setStarted(answer);
          if (page.current) page.current.location.href = answer.url;
        },
        onError: () => {
          setStarted(null);
          page.current?.close();
        },
      },
    );
  };
  return (
    <Panel title={t('connections.connect.title')}>
      <form
        className={shared.form}
        onSubmit={event => {
          event.preventDefault();
          start(false);
        }}
      >
        <TextField
          label={t('connections.connect.tenant')}
          description={t('connections.connect.tenantHint')}
          isRequired
          maxLength={253}
          value={tenant}
          onChange={setTenant}
        />
        <TextField
          label={t('connections.column.contact')}
          description={t('connections.connect.contactHint')}
          maxLength={200}
          value={contact}
          onChange={setContact}
        />
        <DataSetChoice
          description={t('connections.connect.dataSetsHint')}
          dataSets={dataSets}
          switchedOff={switchedOff}
          onChange={onSwitchedOff}
        />
        {begin.error && (
          <p role="alert" className={styles.error}>
            {messageOf(begin.error)}
          </p>
        )}
        <div className={shared.row}>
          <Button
            type="submit"
            isDisabled={tenant.trim() === ''}
            isPending={begin.isPending}
          >
            {t('connections.connect.connect')}
          </Button>
          <Button
            variant="secondary"
            isDisabled={tenant.trim() === '' || begin.isPending}
            onPress={() => start(true)}
          >
            {t('connections.connect.handOn')}
          </Button>
        </div>
        {started?.request.handedOn && <LinkToHandOn started={started} />}
        {started && !started.request.handedOn && !page.current && (
          <p role="status">
            {t('connections.connect.blocked')}{' '}
            <Link href={started.url} target="_blank" rel="noopener">
              {t('connections.connect.openPage')}
            </Link>
          </p>
        )}
      </form>
    </Panel>
  );
}
