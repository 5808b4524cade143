import { useEntityPresentation } from '@backstage/plugin-catalog-react';
import { Link } from '@backstage/ui';
import { useCheckedValues } from '../navigation/useCheckedValues';
import { servicesChecks } from '../navigation/valueChecks';
import { WrongValues } from '../states/WrongValues';
import { Panel } from '../components/Panel';
import { useLinks } from '../navigation/useLinks';
import { usePageParams } from '../navigation/usePageParams';
import { useWords } from '../messages/useWords';
import { ServicesExport } from './ServicesExport';
import { ServicesFilters } from './ServicesFilters';
import { ServicesTable } from './ServicesTable';
import { useServiceGroups } from './useServiceGroups';
import { useServices } from './useServices';

/** Asked of the catalog where no team is chosen, and not shown. */
const anyGroup = 'group:default/none';

/** Which services are worst off: of the whole tenant, or of what one team reaches. */
export function ServicesTab() {
  const { t } = useWords();
  const params = usePageParams();
  const links = useLinks(params);
  const { values: filter, change, wrong } = useCheckedValues(servicesChecks);
  const found = useServices(params, filter);
  const { team } = filter;
  const { primaryTitle: title } = useEntityPresentation(team ?? anyGroup);
  const groups = useServiceGroups(params, team);
  return (
    <Panel
      title={team ? t('services.teamTitle', { title }) : t('services.title')}
      aside={
        team ? (
          <Link href={links.services()} variant="body-small">
            {t('services.all')}
          </Link>
        ) : (
          t('services.caption')
        )
      }
    >
      <WrongValues wrong={wrong} />
      <ServicesTable
        found={found}
        filter={filter}
        onChange={change}
        tools={<ServicesExport filter={filter} />}
        above={
          <ServicesFilters groups={groups} filter={filter} onChange={change} />
        }
      />
    </Panel>
  );
}
