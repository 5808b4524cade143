import { useAnalytics } from '@backstage/core-plugin-api';
import { useMutation } from '@tanstack/react-query';
import type { SavedFile } from '../api/EntraMfaApi';
import { messageOf } from '../api/messageOf';
import { save } from './save';
import { useWords } from '../messages/useWords';
import { useToast } from '../navigation/useToast';

/** Saves a file that is asked for, and says what is wrong where it cannot be had. */
export function useSaved<Asked extends Record<string, string | boolean>>(
  route: string,
  ask: (asked: Asked) => Promise<SavedFile>,
) {
  const { t } = useWords();
  const toast = useToast();
  const analytics = useAnalytics();
  return useMutation({
    mutationFn: ask,
    onSuccess: ({ name, content }, asked) => {
      analytics.captureEvent('export', route, { attributes: asked });
      save(content, name ?? 'mfa-evidence');
    },
    onError: error =>
      toast(
        t('general.export.failed', { message: messageOf(error) }),
        'danger',
      ),
  });
}
