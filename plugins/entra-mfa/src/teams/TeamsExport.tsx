import type { RouteQuery } from '@entra-mfa/backstage-plugin-entra-mfa-common';
import { ExportMenu } from '../components/ExportMenu';
import { useDayShown } from '../components/useDayShown';
import { usePageParams } from '../navigation/usePageParams';

/** Saves the teams that are found; without a search all of them, with their sub-teams. */
export function TeamsExport(props: { filter: RouteQuery<'exportTeams'> }) {
  const { tenant, at } = usePageParams();
  return (
    <ExportMenu
      of="exportTeams"
      params={{}}
      query={{ ...props.filter, tenant, at }}
      file={`mfa-teams-${useDayShown()}`}
    />
  );
}
