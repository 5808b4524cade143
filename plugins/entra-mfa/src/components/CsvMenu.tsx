import { usePermission } from '@backstage/plugin-permission-react';
import { Button, Menu, MenuItem, MenuTrigger } from '@backstage/ui';
import { RiDownloadLine } from '@remixicon/react';
import { entraMfaPeopleExportPermission } from '@entra-mfa/backstage-plugin-entra-mfa-common';
import { useWords } from '../messages/useWords';
import { useCsvDownload, type CsvOf } from './useCsvDownload';

/** Saves a CSV file: under pseudonyms, or by name where the permission allows it. */
export function CsvMenu(
  props: CsvOf & {
    /** The words of the button. */
    label: string;
    disabled?: boolean;
  },
) {
  const { t } = useWords();
  const { allowed: mayName } = usePermission({
    permission: entraMfaPeopleExportPermission,
  });
  const download = useCsvDownload(props);
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
