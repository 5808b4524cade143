import { ExportMenu } from '../components/ExportMenu';
import { useDayShown } from '../components/useDayShown';
import { usePageParams } from '../navigation/usePageParams';

/** Saves every role with who has it, counted. */
export function RolesExport() {
  const { tenant, at } = usePageParams();
  return (
    <ExportMenu
      of="exportRoles"
      params={{}}
      query={{ tenant, at }}
      file={`mfa-roles-${useDayShown()}`}
    />
  );
}
