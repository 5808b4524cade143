import type { ReactNode } from 'react';
import {
  naturalOrders,
  type CoverageFigure,
  type TeamSummary,
} from '@entra-mfa/backstage-plugin-entra-mfa-common';
import { useOverview } from '../api/useOverview';
import { usePagedList } from '../api/usePagedList';
import { ListTable } from '../components/ListTable';
import { useWords } from '../messages/useWords';
import { sortingOf } from '../components/sortingOf';
import { usePageParams } from '../navigation/usePageParams';
import { EmptyState } from '../states/EmptyState';
import { ErrorState } from '../states/ErrorState';
import { SmallTeamsNote } from './SmallTeamsNote';
import { TeamRow } from './TeamRow';
import { useTeamColumns } from './useTeamColumns';
import type { TeamsValues } from './useTeams';
import shared from '../components/shared.module.css';

/** How many people the headline counts whom the one team at the top does not: they are in no team of it. */
function beyond(
  [root, ...others]: readonly TeamSummary[],
  all: CoverageFigure | undefined,
): number {
  const counted = (of: CoverageFigure) => of.covered + of.uncovered;
  return others.length === 0 && root.coverage && all
    ? counted(all) - counted(root.coverage)
    : 0;
}

/** The table of teams: the tree from its roots, or with a text, whatever is found. */
export function TeamTable(props: {
  values: TeamsValues;
  onChange: (values: TeamsValues) => void;
  /** Below which team the tree begins; without one, at the roots. */
  parent?: string;
  /** Its name in the address, where a page has other lists. */
  list?: string;
  above?: ReactNode;
  tools?: ReactNode;
}) {
  const { values, onChange, parent = 'none', list } = props;
  const { q, sort = 'short', order } = values;
  const { tenant, at } = usePageParams();
  const { t } = useWords();
  const columns = useTeamColumns();
  const { data: overview } = useOverview({ tenant, at });
  const { data, error, refetch, paging, isPlaceholderData } = usePagedList(
    'getTeams',
    {},
    { ...(q ? { q } : { parent }), sort, order, tenant, at, count: true },
    { list },
  );
  if (error && !data) return <ErrorState error={error} onRetry={refetch} />;
  const teams = data?.items ?? [];
  const isWhole = !q && parent === 'none' && !paging.onNext;
  const more =
    isWhole && teams.length > 0 ? beyond(teams, overview?.counts?.coverage) : 0;
  return (
    <>
      <ListTable
        name="teams"
        label={t('overview.tabs.teams')}
        columns={columns}
        rows={data?.items}
        keyOf={({ ref }) => ref}
        rowOf={(team, shown) => (
          <TeamRow
            team={team}
            level={0}
            columns={shown}
            sorted={{ sort, order }}
            startOpen={teams.length === 1 && !q}
          />
        )}
        lastOf={shown =>
          data && (
            <SmallTeamsNote
              teams={teams}
              hideBelow={data.hideBelow}
              columns={shown.length}
            />
          )
        }
        isStale={isPlaceholderData}
        sorting={sortingOf(values, naturalOrders.teams, 'short', onChange)}
        paging={paging}
        above={props.above}
        tools={props.tools}
        empty={
          <EmptyState title={t('teams.none.title')}>
            {q ? t('teams.none.search', { query: q }) : t('teams.none.text')}
          </EmptyState>
        }
      />
      {more > 0 && (
        <p className={shared.note}>
          {t('teams.notInTeams', { count: more, title: teams[0].title })}
        </p>
      )}
    </>
  );
}
