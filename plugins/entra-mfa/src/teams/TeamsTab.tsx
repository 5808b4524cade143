import { useOverview } from '../api/useOverview';
import { Panel } from '../components/Panel';
import { SearchText } from '../components/SearchText';
import { useWords } from '../messages/useWords';
import { useCheckedValues } from '../navigation/useCheckedValues';
import { usePageParams } from '../navigation/usePageParams';
import { groupsChecks, teamsChecks } from '../navigation/valueChecks';
import { WrongValues } from '../states/WrongValues';
import { ByChoice } from './ByChoice';
import { EntraGroupTable } from './EntraGroupTable';
import { TeamsExport } from './TeamsExport';
import { TeamTable } from './TeamTable';

/**
 * Teams as a tree, ranked by the people that they are short of; found as one types. Where groups of Entra are read, the
 * same by these, for a portal whose catalog has no teams.
 */
export function TeamsTab() {
  const { t } = useWords();
  const { tenant, at } = usePageParams();
  const { data: overview } = useOverview({ tenant, at });
  const url = useCheckedValues(teamsChecks);
  const { by, ...values } = url.values;
  const isByGroup = by === 'group';
  const grouped = useCheckedValues(groupsChecks);
  return (
    <Panel
      title={t(isByGroup ? 'groups.title' : 'overview.tabs.teams')}
      aside={t(isByGroup ? 'groups.caption' : 'teams.caption')}
    >
      <WrongValues wrong={isByGroup ? grouped.wrong : url.wrong} />
      {(isByGroup || overview?.readsEntraGroups) && (
        <ByChoice
          by={isByGroup ? 'group' : 'team'}
          onChange={chosen =>
            // What one list was sorted by, the other need not know.
            url.change({
              by: chosen === 'group' ? chosen : undefined,
              q: undefined,
              sort: undefined,
              order: undefined,
            })
          }
        />
      )}
      {isByGroup ? (
        <EntraGroupTable values={grouped.values} onChange={grouped.change} />
      ) : (
        <TeamTable
          values={values}
          onChange={url.change}
          tools={<TeamsExport filter={values} />}
          above={
            <SearchText
              value={values.q}
              onChange={q => url.change({ q })}
              label={t('teams.search')}
              placeholder={t('teams.search')}
            />
          }
        />
      )}
    </Panel>
  );
}
