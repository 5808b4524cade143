import { useApi } from '@backstage/core-plugin-api';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { Person } from '@entra-mfa/backstage-plugin-entra-mfa-common';
import { entraMfaApiRef } from '../api/EntraMfaApi';
import { useToast } from '../navigation/useToast';
import { useWords } from '../messages/useWords';

/** Erases a person, and says so. */
export function useErase({ tenant, id }: Pick<Person, 'tenant' | 'id'>) {
  const { t } = useWords();
  const api = useApi(entraMfaApiRef);
  const tell = useToast();
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: (reason: string) =>
      api.call('erasePerson', { tenant, id }, {}, { body: { reason } }),
    onSuccess: () => {
      tell(t('erasure.done'), 'success');
      return queryClient.invalidateQueries({ queryKey: ['entra-mfa'] });
    },
  });
}
