import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { RecordDrillBody } from '@entra-mfa/backstage-plugin-entra-mfa-common';
import { useSend } from '../api/useSend';
import { keyOf } from '../api/useRead';
import { useToast } from '../navigation/useToast';
import { useWords } from '../messages/useWords';

/** Records a drill of an account, and says what became of it. */
export function useRecordDrill(tenant: string, id: string) {
  const { t } = useWords();
  const send = useSend();
  const toast = useToast();
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: (body: RecordDrillBody) =>
      send('recordDrill', { tenant, id }, {}, { body }),
    onSuccess: () => toast(t('breakGlass.record.done'), 'success'),
    onSettled: () =>
      queryClient.invalidateQueries({ queryKey: keyOf('getBreakGlass') }),
  });
}
