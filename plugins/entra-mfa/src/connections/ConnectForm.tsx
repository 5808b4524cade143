import { useState } from 'react';
import { Button, Link, Radio, RadioGroup, TextField } from '@backstage/ui';
import type {
  ChosenDataSet,
  ConnectKind,
} from '@entra-mfa/backstage-plugin-entra-mfa-common';
import { messageOf } from '../api/messageOf';
import { Panel } from '../components/Panel';
import { useWords } from '../messages/useWords';
import { ContactField } from './ContactField';
import { DataSetChoice } from './DataSetChoice';
import { LinkToHandOn } from './LinkToHandOn';
import { useConnectWindow } from './useConnectWindow';
import shared from '../components/shared.module.css';
import styles from './connections.module.css';

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
}) {
  const { t } = useWords();
  const { dataSets, switchedOff, onSwitchedOff, kinds, kind, onKind } = props;
  const [tenant, setTenant] = useState(props.tenant);
  const [contact, setContact] = useState('');
  const { start, started, blockedUrl, error, isPending } = useConnectWindow();
  const isReader = kind === 'reader';
  const notByReader = dataSets.filter(({ byReader }) => !byReader);
  const begin = (handOn: boolean) =>
    start({
      tenant: tenant.trim(),
      ...(contact.trim() && { contact: contact.trim().toLowerCase() }),
      switchedOff: [...switchedOff],
      handOn,
      kind,
    });
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
            onChange={value => onKind(value === 'reader' ? value : 'consent')}
          >
            {kinds.map(one => (
              <Radio key={one} value={one}>
                {t(`connections.connect.kinds.${one}`)}
              </Radio>
            ))}
          </RadioGroup>
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
          <Button
            type="submit"
            isDisabled={tenant.trim() === ''}
            isPending={isPending}
          >
            {isReader
              ? t('connections.connect.signIn')
              : t('connections.connect.connect')}
          </Button>
          {!isReader && (
            <Button
              variant="secondary"
              isDisabled={tenant.trim() === '' || isPending}
              onPress={() => begin(true)}
            >
              {t('connections.connect.handOn')}
            </Button>
          )}
        </div>
        {started?.request.handedOn && <LinkToHandOn started={started} />}
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
