import { useApi } from '@backstage/core-plugin-api';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import type {
  ExceptionAction,
  ExceptionRequest,
} from '@entra-mfa/backstage-plugin-entra-mfa-common';
import { entraMfaApiRef, type EntraMfaApi } from '../api/EntraMfaApi';
import { keyOf } from '../api/useRead';
import { useToast } from '../navigation/useToast';
import { useWords } from '../messages/useWords';

/** One step: a request, or what becomes of one. */
export type ExceptionStep =
  | { action: 'ask'; body: ExceptionRequest }
  | { action: ExceptionAction; id: string; note: string };

function send(api: EntraMfaApi, step: ExceptionStep) {
  if (step.action === 'ask') {
    return api.call('requestException', {}, {}, { body: step.body });
  }
  const { id, note } = step;
  switch (step.action) {
    case 'withdraw':
      return api.call('withdrawException', { id });
    case 'end':
      return api.call('endException', { id }, {}, { body: { note } });
    default:
      return api.call(
        'decideException',
        { id },
        {},
        {
          body: {
            decision: step.action === 'approve' ? 'approved' : 'refused',
            note,
          },
        },
      );
  }
}

/** Takes a step, says that it was taken, and reads again what it changes. */
export function useExceptionStep() {
  const { t } = useWords();
  const api = useApi(entraMfaApiRef);
  const tell = useToast();
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: (step: ExceptionStep) => send(api, step),
    onSuccess: async (_, { action }) => {
      tell(t(`exceptions.${action}.done`), 'success');
      await queryClient.invalidateQueries({
        queryKey: keyOf('getExceptions'),
      });
    },
  });
}
