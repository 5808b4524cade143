import { useState } from 'react';
import { Button, TextField } from '@backstage/ui';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import type {
  Forgetting,
  TenantForgetting,
} from '@entra-mfa/backstage-plugin-entra-mfa-common';
import { messageOf } from '../api/messageOf';
import { useRead } from '../api/useRead';
import { useSend } from '../api/useSend';
import { ActionDialog } from '../components/ActionDialog';
import { EntityName } from '../components/EntityName';
import { Moment } from '../components/Moment';
import { Panel } from '../components/Panel';
import { camel } from '../messages/camel';
import { useWords } from '../messages/useWords';
import { ErrorState } from '../states/ErrorState';
import { LoadingState } from '../states/LoadingState';
import shared from '../components/shared.module.css';
import styles from './connections.module.css';

/** After what somebody does, everything is asked for again: the trail too. */
function useOnSuccess() {
  const client = useQueryClient();
  return () => client.invalidateQueries({ queryKey: ['entra-mfa'] });
}

function Ask({ of }: { of: TenantForgetting }) {
  const { t } = useWords();
  const send = useSend();
  const onSuccess = useOnSuccess();
  const [name, setName] = useState('');
  const [reason, setReason] = useState('');
  const ask = useMutation({
    mutationFn: () =>
      send(
        'askForgetting',
        { id: of.tenant },
        {},
        { body: { name: name.trim(), reason: reason.trim() } },
      ),
    onSuccess,
  });
  return (
    <ActionDialog
      label={t('connections.forget.ask')}
      variant="secondary"
      title={t('connections.forget.title', { tenant: of.name })}
      confirm={t('connections.forget.ask')}
      action={ask}
      isReady={name.trim() === of.name && reason.trim() !== ''}
      onConfirm={close => ask.mutate(undefined, { onSuccess: close })}
    >
      <p>{t('connections.forget.text')}</p>
      <TextField
        label={t('connections.settings.typeName', { tenant: of.name })}
        isRequired
        value={name}
        onChange={setName}
      />
      <TextField
        label={t('connections.forget.reason')}
        description={t('connections.forget.reasonHint')}
        isRequired
        maxLength={1000}
        value={reason}
        onChange={setReason}
      />
    </ActionDialog>
  );
}

function Approve(props: { of: TenantForgetting; forgetting: Forgetting }) {
  const { of, forgetting } = props;
  const { t } = useWords();
  const send = useSend();
  const onSuccess = useOnSuccess();
  const approve = useMutation({
    mutationFn: () =>
      send(
        'approveForgetting',
        { id: of.tenant },
        {},
        { body: { askedAt: forgetting.askedAt } },
      ),
    onSuccess,
  });
  return (
    <ActionDialog
      label={t('connections.forget.approve')}
      title={t('connections.forget.title', { tenant: of.name })}
      confirm={t('connections.forget.approve')}
      action={approve}
      isReady
      onConfirm={close => approve.mutate(undefined, { onSuccess: close })}
    >
      <p>{t('connections.forget.text')}</p>
      <p>{t('connections.forget.delay')}</p>
    </ActionDialog>
  );
}

function Stop({ tenant }: { tenant: string }) {
  const { t } = useWords();
  const send = useSend();
  const onSuccess = useOnSuccess();
  const stop = useMutation({
    mutationFn: () => send('stopForgetting', { id: tenant }),
    onSuccess,
  });
  return (
    <>
      <Button
        size="small"
        variant="secondary"
        isPending={stop.isPending}
        onPress={() => stop.mutate()}
      >
        {t('connections.forget.stop')}
      </Button>
      {stop.error && (
        <p role="alert" className={styles.error}>
          {messageOf(stop.error)}
        </p>
      )}
    </>
  );
}

/** Who did what when; those steps that were taken. */
function Steps({ forgetting }: { forgetting: Forgetting }) {
  const { t, momentOf } = useWords();
  const { askedBy, askedAt, approvedBy, approvedAt } = forgetting;
  const { dueAt, stoppedBy, stoppedAt, doneAt, reason, state } = forgetting;
  const steps: [string, string | null, string | null][] = [
    [t('connections.forget.asked'), askedAt, askedBy],
    [t('connections.forget.approved'), approvedAt, approvedBy],
    [
      t('connections.forget.due'),
      state === 'approved' || state === 'under-way' ? dueAt : null,
      null,
    ],
    [t('connections.forget.stopped'), stoppedAt, stoppedBy],
    [t('connections.forget.done'), doneAt, null],
  ];
  return (
    <dl className={shared.facts}>
      <div>
        <dt>{t('connections.forget.reason')}</dt>
        <dd>{reason}</dd>
      </div>
      {steps.map(
        ([what, at, by]) =>
          at && (
            <div key={what}>
              <dt>{what}</dt>
              <dd>
                <Moment iso={at}>{momentOf(at)}</Moment>
                {by && (
                  <>
                    {' · '}
                    <EntityName of={by} />
                  </>
                )}
              </dd>
            </div>
          ),
      )}
    </dl>
  );
}

/** Of a tenant that is not read any more: that everything of it is forgotten, in two steps and a day. */
export function ForgetPanel({ tenant }: { tenant: string }) {
  const { t } = useWords();
  const { data, error, refetch } = useRead('getForgetting', { id: tenant }, {});
  if (error && !data) return <ErrorState error={error} onRetry={refetch} />;
  if (!data) return <LoadingState />;
  const { forgetting, own } = data;
  const state = forgetting?.state;
  return (
    <Panel title={t('connections.forget.panel')}>
      <div className={shared.stack}>
        <p className={styles.note}>
          {forgetting
            ? t(`connections.forget.state.${camel(forgetting.state)}`)
            : t('connections.forget.text')}
        </p>
        {forgetting && <Steps forgetting={forgetting} />}
        {state === 'asked' && own && (
          <p className={styles.note}>{t('connections.forget.own')}</p>
        )}
        <div className={styles.acts}>
          {(state === undefined || state === 'stopped') && <Ask of={data} />}
          {forgetting && state === 'asked' && !own && (
            <Approve of={data} forgetting={forgetting} />
          )}
          {(state === 'asked' || state === 'approved') && (
            <Stop tenant={tenant} />
          )}
        </div>
      </div>
    </Panel>
  );
}
