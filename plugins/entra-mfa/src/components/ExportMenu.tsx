import { usePermission } from '@backstage/plugin-permission-react';
import { Button, Menu, MenuItem, MenuTrigger } from '@backstage/ui';
import { RiDownloadLine } from '@remixicon/react';
import {
  entraMfaPeopleExportPermission,
  fileFormats,
  type FileRouteName,
} from '@entra-mfa/backstage-plugin-entra-mfa-common';
import { useWords } from '../messages/useWords';
import { useFileDownload, type FormOf, type ListOf } from './useFileDownload';

/**
 * Saves a list as CSV or for Excel, with all of its pages. One that names people is saved under pseudonyms, or
 * by name where the permission allows it.
 */
export function ExportMenu<N extends FileRouteName>(
  props: ListOf<N> & {
    /** Whether the list names people. */
    people?: boolean;
    disabled?: boolean;
  },
) {
  const { t } = useWords();
  const { allowed: mayName } = usePermission({
    permission: entraMfaPeopleExportPermission,
  });
  const download = useFileDownload(props);
  const forms: [string, FormOf][] = fileFormats.flatMap(
    (format): [string, FormOf][] =>
      props.people
        ? [
            [
              t(`general.export.${format}Pseudonymous`),
              { format, names: false },
            ],
            ...(mayName
              ? [
                  [
                    t(`general.export.${format}Names`),
                    { format, names: true },
                  ] as [string, FormOf],
                ]
              : []),
          ]
        : [[t(`general.export.${format}`), { format }]],
  );
  return (
    <MenuTrigger>
      <Button
        size="small"
        variant="secondary"
        iconStart={<RiDownloadLine />}
        isDisabled={props.disabled}
        isPending={download.isPending}
      >
        {t('general.export.button')}
      </Button>
      <Menu placement="bottom end">
        {forms.map(([label, form]) => (
          <MenuItem key={label} onAction={() => download.mutate(form)}>
            {label}
          </MenuItem>
        ))}
      </Menu>
    </MenuTrigger>
  );
}
