import { Panel } from '../components/Panel';
import { SearchText } from '../components/SearchText';
import { useWords } from '../messages/useWords';
import { useCheckedValues } from '../navigation/useCheckedValues';
import { teamsChecks } from '../navigation/valueChecks';
import { WrongValues } from '../states/WrongValues';
import { TeamsExport } from './TeamsExport';
import { TeamTable } from './TeamTable';

/** Teams as a tree, ranked by the people that they are short of; found as one types. */
export function TeamsTab() {
  const { t } = useWords();
  const { values, change, wrong } = useCheckedValues(teamsChecks);
  return (
    <Panel title={t('overview.tabs.teams')} aside={t('teams.caption')}>
      <WrongValues wrong={wrong} />
      <TeamTable
        values={values}
        onChange={change}
        tools={<TeamsExport filter={values} />}
        above={
          <SearchText
            value={values.q}
            onChange={q => change({ q })}
            label={t('teams.search')}
            placeholder={t('teams.search')}
          />
        }
      />
    </Panel>
  );
}
