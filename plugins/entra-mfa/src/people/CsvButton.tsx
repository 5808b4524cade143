import { useApi } from '@backstage/core-plugin-api';
import { Button } from '@backstage/ui';
import { RiDownloadLine } from '@remixicon/react';
import { useMutation } from '@tanstack/react-query';
import { entraMfaApiRef } from '../api/EntraMfaApi';
import { usePageParams } from '../page/usePageParams';
import { useTell } from '../page/useTell';
import { messageOf } from '../states/messageOf';
import { useWords } from '../words/useWords';
import type { FilterValues } from './filterValues';

function save(csv: Blob, name: string) {
  const address = URL.createObjectURL(csv);
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  URL.revokeObjectURL(address);
}

/** Saves everybody whom the filter finds, all pages, as CSV. */
export function CsvButton(props: { filter: FilterValues; disabled: boolean }) {
  const { t } = useWords();
  const api = useApi(entraMfaApiRef);
  const tell = useTell();
  const { tenant, at } = usePageParams();
  const day = at ?? new Date().toISOString().slice(0, 10);
  const download = useMutation({
    mutationFn: () => api.peopleCsv({ ...props.filter, tenant, at }),
    onSuccess: csv => save(csv, `mfa-people-${day}.csv`),
    onError: error =>
      tell(t('people.csvFailed', { message: messageOf(error) }), 'danger'),
  });
  return (
    <Button
      size="small"
      variant="secondary"
      iconStart={<RiDownloadLine />}
      isDisabled={props.disabled}
      isPending={download.isPending}
      onPress={() => download.mutate()}
    >
      {t('people.csv')}
    </Button>
  );
}
