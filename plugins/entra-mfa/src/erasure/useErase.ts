import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { Person } from '@entra-mfa/backstage-plugin-entra-mfa-common';
import { useSend } from '../api/useSend';
import { useToast } from '../navigation/useToast';
import { useWords } from '../messages/useWords';

/** Erases a person, and says so. */
export function useErase({ tenant, id }: Pick<Person, 'tenant' | 'id'>) {
  const { t } = useWords();
  const send = useSend();
  const toast = useToast();
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: (reason: string) =>
      send('erasePerson', { tenant, id }, {}, { body: { reason } }),
    onSuccess: () => {
      toast(t('erasure.done'), 'success');
      return queryClient.invalidateQueries({ queryKey: ['entra-mfa'] });
    },
  });
}
