import { useAnalytics } from '@backstage/core-plugin-api';
import { useMutation } from '@tanstack/react-query';
import type { FileRouteName } from '@entra-mfa/backstage-plugin-entra-mfa-common';
import type { CsvFile } from '../api/EntraMfaApi';
import { messageOf } from '../api/messageOf';
import { useWords } from '../messages/useWords';
import { useToast } from '../navigation/useToast';

/** What is saved as CSV. */
export interface CsvOf {
  /** What the file is called, without its end, where the backend's own name cannot be seen. */
  file: string;
  /** The list, by its route. */
  of: FileRouteName;
  load: (names: boolean) => Promise<CsvFile>;
}

function save(csv: Blob, name: string) {
  const address = URL.createObjectURL(csv);
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  URL.revokeObjectURL(address);
}

/** Saves a CSV file: by name, or under pseudonyms. */
export function useCsvDownload({ file, of, load }: CsvOf) {
  const { t } = useWords();
  const toast = useToast();
  const analytics = useAnalytics();
  return useMutation({
    mutationFn: load,
    onSuccess: ({ name, content }, names) => {
      analytics.captureEvent('export', of, { attributes: { names } });
      save(content, name ?? `${file}${names ? '' : '-pseudonymous'}.csv`);
    },
    onError: error =>
      toast(t('general.csv.failed', { message: messageOf(error) }), 'danger'),
  });
}
