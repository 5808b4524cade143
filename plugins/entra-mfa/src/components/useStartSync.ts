import { useMutation, useQueryClient } from '@tanstack/react-query';
import { askedSyncKey } from '../api/askedSync';
import { messageOf } from '../api/messageOf';
import { useSend } from '../api/useSend';
import { useWords } from '../messages/useWords';
import { useToast } from '../navigation/useToast';

/** Asks for a sync of a tenant, says whether it was taken, and reads everything again. */
export function useStartSync(tenant: string) {
  const { t } = useWords();
  const send = useSend();
  const toast = useToast();
  const queryClient = useQueryClient();
  return useMutation({
    mutationKey: askedSyncKey,
    mutationFn: () => send('startSync', { id: tenant }),
    onSuccess: async () => {
      toast(t('overview.controls.syncStarted'), 'success');
      await queryClient.invalidateQueries({ queryKey: ['entra-mfa'] });
    },
    onError: error =>
      toast(
        t('overview.controls.syncFailed', { message: messageOf(error) }),
        'danger',
      ),
  });
}
