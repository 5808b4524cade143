import { useApi } from '@backstage/core-plugin-api';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { entraMfaApiRef } from '../api/EntraMfaApi';
import { useToast } from '../navigation/useToast';
import { messageOf } from '../api/messageOf';
import { useWords } from '../messages/useWords';

/** Releases a held figure, and says what became of it. */
export function useRelease(tenant: string, run: number) {
  const { t } = useWords();
  const api = useApi(entraMfaApiRef);
  const tell = useToast();
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: (reason: string) =>
      api.call('releaseHold', { id: tenant }, {}, { body: { reason, run } }),
    onSuccess: ({ syncStarted }) =>
      tell(
        t(syncStarted ? 'hold.release.started' : 'hold.release.queued'),
        'success',
      ),
    onError: error =>
      tell(t('hold.release.failed', { message: messageOf(error) }), 'danger'),
    onSettled: () => queryClient.invalidateQueries({ queryKey: ['entra-mfa'] }),
  });
}
