import { useAnalytics, useApi } from '@backstage/core-plugin-api';
import { useMutation } from '@tanstack/react-query';
import { entraMfaApiRef } from '../api/EntraMfaApi';
import { messageOf } from '../api/messageOf';
import { save } from '../components/save';
import { useWords } from '../messages/useWords';
import { useToast } from '../navigation/useToast';

/** Saves the bundle of a day, under pseudonyms or with names. */
export function useBundleDownload(query: { tenant?: string; at?: string }) {
  const { t } = useWords();
  const api = useApi(entraMfaApiRef);
  const toast = useToast();
  const analytics = useAnalytics();
  return useMutation({
    mutationFn: ({ names }: { names: boolean }) =>
      api.file('getEvidenceBundle', {}, { ...query, names }),
    onSuccess: ({ name, content }, { names }) => {
      analytics.captureEvent('export', 'getEvidenceBundle', {
        attributes: { names },
      });
      save(content, name ?? 'mfa-evidence.zip');
    },
    onError: error =>
      toast(
        t('general.export.failed', { message: messageOf(error) }),
        'danger',
      ),
  });
}
