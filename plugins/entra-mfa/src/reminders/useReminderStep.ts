import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { ReminderPlan } from '@entra-mfa/backstage-plugin-entra-mfa-common';
import type { EntraMfaApi } from '../api/EntraMfaApi';
import { keyOf } from '../api/useRead';
import { useSend } from '../api/useSend';
import { useToast } from '../navigation/useToast';
import { useWords } from '../messages/useWords';

/** What is done with campaigns. */
export type ReminderStep =
  | { action: 'new'; tenant: string | undefined; plan: ReminderPlan }
  | { action: 'start' | 'stop'; tenant: string | undefined; id: string };

function take(send: EntraMfaApi['call'], step: ReminderStep) {
  const { tenant } = step;
  if (step.action === 'new') {
    const body = { ...step.plan, tenant };
    return send('createReminders', {}, {}, { body });
  }
  return send(
    step.action === 'start' ? 'startReminders' : 'stopReminders',
    { id: step.id },
    { tenant },
  );
}

/** Makes, starts or stops a campaign, says that it was done, and reads again what it changes. */
export function useReminderStep() {
  const { t } = useWords();
  const send = useSend();
  const toast = useToast();
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: (step: ReminderStep) => take(send, step),
    onSuccess: async (_, { action }) => {
      toast(t(`reminders.${action}.done`), 'success');
      await queryClient.invalidateQueries({ queryKey: keyOf('getReminders') });
      await queryClient.invalidateQueries({ queryKey: keyOf('getReminder') });
    },
  });
}
