import { useMutation, useQueryClient } from '@tanstack/react-query';
import type {
  ExceptionAction,
  ExceptionRequest,
} from '@entra-mfa/backstage-plugin-entra-mfa-common';
import type { EntraMfaApi } from '../api/EntraMfaApi';
import { useSend } from '../api/useSend';
import { keyOf } from '../api/useRead';
import { useToast } from '../navigation/useToast';
import { useWords } from '../messages/useWords';

/** One step: a request, or what becomes of one. */
export type ExceptionStep =
  | { action: 'ask'; body: ExceptionRequest }
  | { action: ExceptionAction; id: string; note: string };

function take(send: EntraMfaApi['call'], step: ExceptionStep) {
  if (step.action === 'ask') {
    return send('requestException', {}, {}, { body: step.body });
  }
  const { id, note } = step;
  switch (step.action) {
    case 'withdraw':
      return send('withdrawException', { id });
    case 'end':
      return send('endException', { id }, {}, { body: { note } });
    default:
      return send(
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
  const send = useSend();
  const toast = useToast();
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: (step: ExceptionStep) => take(send, step),
    onSuccess: async (_, { action }) => {
      toast(t(`exceptions.${action}.done`), 'success');
      await queryClient.invalidateQueries({
        queryKey: keyOf('getExceptions'),
      });
    },
  });
}
