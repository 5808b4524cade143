import { useApi } from '@backstage/core-plugin-api';
import { usePermission } from '@backstage/plugin-permission-react';
import { Button, Menu, MenuItem, MenuTrigger } from '@backstage/ui';
import { RiDownloadLine } from '@remixicon/react';
import { useMutation } from '@tanstack/react-query';
import { entraMfaPeopleExportPermission } from 'backstage-plugin-entra-mfa-common';
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

/**
 * Saves everybody whom the filter finds, all pages, as CSV: under pseudonyms, or by name for who has
 * the permission.
 */
export function CsvButton(props: { filter: FilterValues; disabled: boolean }) {
  const { t } = useWords();
  const api = useApi(entraMfaApiRef);
  const tell = useTell();
  const { tenant, at } = usePageParams();
  const day = at ?? new Date().toISOString().slice(0, 10);
  const { allowed: mayName } = usePermission({
    permission: entraMfaPeopleExportPermission,
  });
  const download = useMutation({
    mutationFn: (names: boolean) =>
      api.peopleCsv({ ...props.filter, tenant, at, names }),
    onSuccess: (csv, names) =>
      save(csv, `mfa-people-${day}${names ? '' : '-pseudonymous'}.csv`),
    onError: error =>
      tell(t('people.csvFailed', { message: messageOf(error) }), 'danger'),
  });
  return (
    <MenuTrigger>
      <Button
        size="small"
        variant="secondary"
        iconStart={<RiDownloadLine />}
        isDisabled={props.disabled}
        isPending={download.isPending}
      >
        {t('people.csv')}
      </Button>
      <Menu placement="bottom end">
        <MenuItem onAction={() => download.mutate(false)}>
          {t('people.csvPseudonymous')}
        </MenuItem>
        {mayName && (
          <MenuItem onAction={() => download.mutate(true)}>
            {t('people.csvNames')}
          </MenuItem>
        )}
      </Menu>
    </MenuTrigger>
  );
}
