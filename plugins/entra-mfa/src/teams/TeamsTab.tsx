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
import { TeamMap } from './TeamMap';
import { TeamsExport } from './TeamsExport';
import { TeamTable } from './TeamTable';

const captions = {
  team: 'teams.caption',
  map: 'teams.map.caption',
  group: 'groups.caption',
} as const;

/**
 * Teams as a tree, ranked by the people that they are short of; found as one types. Where groups of Entra are read, the
 * same by these, for a portal whose catalog has no teams. Or teams as a map.
 */
export function TeamsTab() {
  const { t } = useWords();
  const { tenant, at } = usePageParams();
  const { data: overview } = useOverview({ tenant, at });
  const url = useCheckedValues(teamsChecks);
  const { by: chosen, of, ...values } = url.values;
  const by = chosen === 'map' || chosen === 'group' ? chosen : 'team';
  const isByGroup = by === 'group';
  const grouped = useCheckedValues(groupsChecks);
  return (
    <Panel
      title={t(isByGroup ? 'groups.title' : 'overview.tabs.teams')}
      aside={t(captions[by])}
    >
      <WrongValues wrong={isByGroup ? grouped.wrong : url.wrong} />
      <ByChoice
        by={by}
        hasGroups={isByGroup || overview?.readsEntraGroups === true}
        onChange={next =>
          // What one list was sorted by, the other need not know.
          url.change({
            by: next === 'team' ? undefined : next,
            of: undefined,
            q: undefined,
            sort: undefined,
            order: undefined,
          })
        }
      />
      {by === 'map' && <TeamMap of={of} />}
      {by === 'group' && (
        <EntraGroupTable values={grouped.values} onChange={grouped.change} />
      )}
      {by === 'team' && (
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
