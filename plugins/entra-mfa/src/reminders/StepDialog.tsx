import type { ReminderCampaign } from '@entra-mfa/backstage-plugin-entra-mfa-common';
import { ActionDialog } from '../components/ActionDialog';
import { useWords } from '../messages/useWords';
import { PreviewText } from './PreviewText';
import { previewOf } from './previewOf';
import { useReminderStep } from './useReminderStep';

/** Starts a campaign or stops it. Before it is started, it says who would hear. */
export function StepDialog(props: {
  campaign: ReminderCampaign;
  tenant: string | undefined;
}) {
  const { campaign, tenant } = props;
  const { t } = useWords();
  const step = useReminderStep();
  const { id, state, title } = campaign;
  if (state === 'over') return null;
  const action = state === 'running' ? 'stop' : 'start';
  return (
    <ActionDialog
      label={t(
        state === 'stopped'
          ? 'reminders.start.again'
          : `reminders.${action}.open`,
      )}
      variant={action === 'stop' ? 'secondary' : 'primary'}
      title={t(`reminders.${action}.title`, { title })}
      confirm={t(`reminders.${action}.confirm`)}
      action={step}
      isReady
      onConfirm={close =>
        step.mutate({ action, tenant, id }, { onSuccess: close })
      }
    >
      {action === 'stop' ? (
        <p>{t('reminders.stop.text')}</p>
      ) : (
        <PreviewText tenant={tenant} filter={previewOf(campaign.filter)} />
      )}
    </ActionDialog>
  );
}
