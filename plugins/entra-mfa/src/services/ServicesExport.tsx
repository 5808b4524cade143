import { parseEntityRef } from '@backstage/catalog-model';
import { ExportMenu } from '../components/ExportMenu';
import { useDayShown } from '../components/useDayShown';
import { usePageParams } from '../navigation/usePageParams';
import type { ServicesFilter } from '../navigation/servicesFilter';

/** Saves the services of the tenant, or what a team reaches. */
export function ServicesExport(props: { filter: ServicesFilter }) {
  const { team, ...filter } = props.filter;
  const { tenant, at } = usePageParams();
  const list = {
    query: { ...filter, tenant, at },
    file: `mfa-services-${useDayShown()}`,
  };
  return team ? (
    <ExportMenu
      of="exportTeamServices"
      params={parseEntityRef(team)}
      {...list}
    />
  ) : (
    <ExportMenu of="exportServices" params={{}} {...list} />
  );
}
