import { Link } from '@backstage/ui';
import { useCheckedValues } from '../navigation/useCheckedValues';
import { servicesChecks } from '../navigation/valueChecks';
import { WrongValues } from '../states/WrongValues';
import { Panel } from '../components/Panel';
import { PanelAside } from '../components/PanelAside';
import { useLinks } from '../navigation/useLinks';
import { usePageParams } from '../navigation/usePageParams';
import { titleOfRef } from '../navigation/titleOfRef';
import { useWords } from '../messages/useWords';
import { ServicesExport } from './ServicesExport';
import { ServicesFilters } from './ServicesFilters';
import { ServicesTable } from './ServicesTable';
import { useServices } from './useServices';

/** Which services are worst off: of the whole tenant, or of what one team reaches. */
export function ServicesTab() {
  const { t } = useWords();
  const params = usePageParams();
  const links = useLinks(params);
  const { values: filter, change, wrong } = useCheckedValues(servicesChecks);
  const found = useServices(params, filter);
  const { team } = filter;
  return (
    <Panel
      title={
        team
          ? t('services.teamTitle', { title: titleOfRef(team) })
          : t('services.title')
      }
      aside={
        <PanelAside>
          {team ? (
            <Link href={links.services()} variant="body-small">
              {t('services.all')}
            </Link>
          ) : (
            t('services.caption')
          )}
          <ServicesExport filter={filter} />
        </PanelAside>
      }
    >
      <WrongValues wrong={wrong} />
      <ServicesFilters
        groups={found.data?.pages[0].groups ?? []}
        filter={filter}
        onChange={change}
      />
      <ServicesTable found={found} filter={filter} />
    </Panel>
  );
}
