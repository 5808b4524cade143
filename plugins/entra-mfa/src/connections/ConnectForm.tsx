import { useState } from 'react';
import { Button, Link, Radio, RadioGroup, TextField } from '@backstage/ui';
import type {
  ChosenDataSet,
  ConnectKind,
} from '@entra-mfa/backstage-plugin-entra-mfa-common';
import { messageOf } from '../api/messageOf';
import { Panel } from '../components/Panel';
import { useWords } from '../messages/useWords';
import { ProblemList } from '../states/ProblemList';
import { ContactField } from './ContactField';
import { DataSetChoice } from './DataSetChoice';
import { LinkToHandOn } from './LinkToHandOn';
import { noSecret, secretBody, SecretFields } from './SecretFields';
import { useConnectWindow } from './useConnectWindow';
import shared from '../components/shared.module.css';
import styles from './connections.module.css';

/** What the button says, for each way. */
const submits = {
  consent: 'connections.connect.connect',
  reader: 'connections.connect.signIn',
  application: 'connections.connect.own',
} as const satisfies Record<ConnectKind, string>;

/** Which tenant is connected, and what is read of it: consent is given in a window of Microsoft's, or by another. */
export function ConnectForm(props: {
  dataSets: readonly ChosenDataSet[];
  /** The ways in which it can be connected. */
  kinds: readonly ConnectKind[];
  kind: ConnectKind;
  onKind: (kind: ConnectKind) => void;
  /** The tenant to connect again, where it was before. */
  tenant: string;
  switchedOff: readonly ChosenDataSet['id'][];
  onSwitchedOff: (ids: ChosenDataSet['id'][]) => void;
  /** Hears that it is connected, where nobody has to be waited for. */
  onConnected: () => void;
}) {
  const { t } = useWords();
  const { dataSets, switchedOff, onSwitchedOff, onConnected } = props;
  const { kinds, kind, onKind } = props;
  const [tenant, setTenant] = useState(props.tenant);
  const [contact, setContact] = useState('');
  const { start, started, blockedUrl, error, isPending } = useConnectWindow();
  const isReader = kind === 'reader';
  const isOwn = kind === 'application';
  const [clientId, setClientId] = useState('');
  const [secret, setSecret] = useState(noSecret);
  const isReady =
    tenant.trim() !== '' &&
    (!isOwn || (clientId.trim() !== '' && secret.clientSecret.trim() !== ''));
  const notByReader = dataSets.filter(({ byReader }) => !byReader);
  const begin = (handOn: boolean) =>
    start(
      {
        tenant: tenant.trim(),
        ...(contact && { contact }),
        switchedOff: [...switchedOff],
        handOn,
        kind,
        ...(isOwn && { clientId: clientId.trim(), ...secretBody(secret) }),
      },
      ({ request }) => {
        if (request.state === 'granted') {
          setSecret(noSecret);
          onConnected();
        }
      },
    );
  return (
    <Panel title={t('connections.connect.title')}>
      <form
        className={shared.form}
        onSubmit={event => {
          event.preventDefault();
          begin(false);
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
        {kinds.length > 1 && (
          <RadioGroup
            label={t('connections.connect.kind')}
            value={kind}
            onChange={value =>
              onKind(kinds.find(one => one === value) ?? 'consent')
            }
          >
            {kinds.map(one => (
              <Radio key={one} value={one}>
                {t(`connections.connect.kinds.${one}`)}
              </Radio>
            ))}
          </RadioGroup>
        )}
        {isOwn && (
          <>
            <TextField
              label={t('connections.application.clientId')}
              description={t('connections.application.clientIdHint')}
              isRequired
              maxLength={64}
              value={clientId}
              onChange={setClientId}
            />
            <SecretFields value={secret} onChange={setSecret} />
          </>
        )}
        <ContactField value={contact} onChange={setContact} />
        <DataSetChoice
          description={t('connections.connect.dataSetsHint')}
          dataSets={dataSets.filter(({ byReader }) => byReader || !isReader)}
          switchedOff={switchedOff}
          onChange={onSwitchedOff}
        />
        {isReader && notByReader.length > 0 && (
          <p className={styles.note}>
            {t('connections.connect.notByReader', {
              sets: notByReader.map(({ title }) => title).join(', '),
            })}
          </p>
        )}
        {error && (
          <p role="alert" className={styles.error}>
            {messageOf(error)}
          </p>
        )}
        <div className={shared.row}>
          <Button type="submit" isDisabled={!isReady} isPending={isPending}>
            {t(submits[kind])}
          </Button>
          {kind === 'consent' && (
            <Button
              variant="secondary"
              isDisabled={tenant.trim() === '' || isPending}
              onPress={() => begin(true)}
            >
              {t('connections.connect.handOn')}
            </Button>
          )}
        </div>
        {started?.request.handedOn && started.url && (
          <LinkToHandOn url={started.url} request={started.request} />
        )}
        {started?.request.problem && (
          <ProblemList problems={[started.request.problem]} />
        )}
        {blockedUrl && (
          <p role="status">
            {t('connections.connect.blocked')}{' '}
            <Link href={blockedUrl} target="_blank" rel="noopener">
              {t('connections.connect.openPage')}
            </Link>
          </p>
        )}
      </form>
    </Panel>
  );
}
