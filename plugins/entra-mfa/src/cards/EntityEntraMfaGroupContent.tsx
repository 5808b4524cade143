import { useState } from 'react';
import { parseEntityRef, stringifyEntityRef } from '@backstage/catalog-model';
import { useEntity } from '@backstage/plugin-catalog-react';
import { Skeleton } from '@backstage/ui';
import { EntraMfaProvider } from '../api/EntraMfaProvider';
import { statusOf } from '../api/statusOf';
import { useRead } from '../api/useRead';
import { Panel } from '../components/Panel';
import { useWords } from '../messages/useWords';
import { TeamControlsPanel } from '../controls/TeamControlsPanel';
import { NextActs } from './NextActs';
import { TeamAttempts } from './TeamAttempts';
import { PeoplePanel } from '../people/PeoplePanel';
import { ErrorState } from '../states/ErrorState';
import { TeamTenants } from '../teams/TeamTenants';
import { TeamTable } from '../teams/TeamTable';
import type { TeamsValues } from '../teams/useTeams';
import shared from '../components/shared.module.css';

function GroupContent() {
  const { t } = useWords();
  // The address sorts the people below.
  const [sorted, setSorted] = useState<TeamsValues>({});
  const ref = stringifyEntityRef(useEntity().entity);
  const { data, error, refetch } = useRead('getTeam', parseEntityRef(ref), {});
  if (statusOf(error) === 404) {
    return <p className={shared.line}>{t('cards.group.unknownTeam')}</p>;
  }
  if (error && !data) return <ErrorState error={error} onRetry={refetch} />;
  if (!data) return <Skeleton width="100%" height={320} />;
  return (
    <div className={shared.stack}>
      <NextActs team={data} />
      <TeamAttempts team={data} />
      <TeamControlsPanel team={ref} />
      <TeamTenants team={data} isPanel />
      {data.children.length > 0 && (
        <Panel title={t('cards.group.subTeamsTitle')}>
          <TeamTable
            parent={ref}
            list="teams"
            values={sorted}
            onChange={to => setSorted({ ...sorted, ...to })}
          />
        </Panel>
      )}
      <PeoplePanel team={ref} />
    </div>
  );
}

/**
 * The tab of a Group, for lists that are too long for its card: its sub-teams with their figures, and
 * everybody of the team with filters.
 *
 * @public
 */
export function EntityEntraMfaGroupContent() {
  return (
    <EntraMfaProvider>
      <GroupContent />
    </EntraMfaProvider>
  );
}
