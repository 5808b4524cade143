import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useSend } from '../api/useSend';
import { useToast } from '../navigation/useToast';
import { messageOf } from '../api/messageOf';
import { useWords } from '../messages/useWords';

/** Releases a held figure, and says what became of it. */
export function useRelease(tenant: string, run: number) {
  const { t } = useWords();
  const send = useSend();
  const toast = useToast();
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: (reason: string) =>
      send('releaseHold', { id: tenant }, {}, { body: { reason, run } }),
    onSuccess: ({ syncStarted }) =>
      toast(
        t(syncStarted ? 'hold.release.started' : 'hold.release.queued'),
        'success',
      ),
    onError: error =>
      toast(t('hold.release.failed', { message: messageOf(error) }), 'danger'),
    onSettled: () => queryClient.invalidateQueries({ queryKey: ['entra-mfa'] }),
  });
}
