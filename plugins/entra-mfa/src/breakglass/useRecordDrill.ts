import { useApi } from '@backstage/core-plugin-api';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { RecordDrillBody } from '@entra-mfa/backstage-plugin-entra-mfa-common';
import { entraMfaApiRef } from '../api/EntraMfaApi';
import { keyOf } from '../api/useRead';
import { useToast } from '../navigation/useToast';
import { useWords } from '../messages/useWords';

/** Records a drill of an account, and says what became of it. */
export function useRecordDrill(tenant: string, id: string) {
  const { t } = useWords();
  const api = useApi(entraMfaApiRef);
  const tell = useToast();
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: (body: RecordDrillBody) =>
      api.call('recordDrill', { tenant, id }, {}, { body }),
    onSuccess: () => tell(t('breakGlass.record.done'), 'success'),
    onSettled: () =>
      queryClient.invalidateQueries({ queryKey: keyOf('getBreakGlass') }),
  });
}
