import { useAnalytics } from '@backstage/core-plugin-api';
import { usePermission } from '@backstage/plugin-permission-react';
import { Button, Menu, MenuItem, MenuTrigger } from '@backstage/ui';
import { RiDownloadLine } from '@remixicon/react';
import { useMutation } from '@tanstack/react-query';
import { entraMfaPeopleExportPermission } from '@entra-mfa/backstage-plugin-entra-mfa-common';
import type { CsvFile, CsvRoute } from '../api/EntraMfaApi';
import { useToast } from '../navigation/useToast';
import { messageOf } from '../api/messageOf';
import { useWords } from '../messages/useWords';

function save(csv: Blob, name: string) {
  const address = URL.createObjectURL(csv);
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  URL.revokeObjectURL(address);
}

/** Saves a CSV file: under pseudonyms, or by name where the permission allows it. */
export function CsvMenu(props: {
  /** The words of the button. */
  label: string;
  /** What the file is called, without its end, where the backend's own name cannot be seen. */
  file: string;
  disabled?: boolean;
  /** The list, by its route. */
  of: CsvRoute;
  load: (names: boolean) => Promise<CsvFile>;
}) {
  const { t } = useWords();
  const toast = useToast();
  const analytics = useAnalytics();
  const { allowed: mayName } = usePermission({
    permission: entraMfaPeopleExportPermission,
  });
  const download = useMutation({
    mutationFn: props.load,
    onSuccess: ({ name, content }, names) => {
      analytics.captureEvent('export', props.of, { attributes: { names } });
      save(content, name ?? `${props.file}${names ? '' : '-pseudonymous'}.csv`);
    },
    onError: error =>
      toast(t('general.csv.failed', { message: messageOf(error) }), 'danger'),
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
        {props.label}
      </Button>
      <Menu placement="bottom end">
        <MenuItem onAction={() => download.mutate(false)}>
          {t('general.csv.pseudonymous')}
        </MenuItem>
        {mayName && (
          <MenuItem onAction={() => download.mutate(true)}>
            {t('general.csv.names')}
          </MenuItem>
        )}
      </Menu>
    </MenuTrigger>
  );
}
