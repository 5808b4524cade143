import { useState } from 'react';
import { Link } from '@backstage/ui';
import type { People } from '@entra-mfa/backstage-plugin-entra-mfa-common';
import { useCheckedValues } from '../navigation/useCheckedValues';
import { filterChecks } from '../navigation/valueChecks';
import { WrongValues } from '../states/WrongValues';
import { useRead } from '../api/useRead';
import { Panel } from '../components/Panel';
import { useLinks } from '../navigation/useLinks';
import { usePageParams } from '../navigation/usePageParams';
import { ErrorState } from '../states/ErrorState';
import { NoPermission } from '../states/NoPermission';
import { useWords } from '../messages/useWords';
import { FilterChips } from './FilterChips';
import { HiddenPeople, countHidden } from './HiddenPeople';
import { PeopleExport } from './PeopleExport';
import { PeopleFilters } from './PeopleFilters';
import { PeopleTable } from './PeopleTable';
import styles from './people.module.css';

/** How many people a page of the list holds. */
const pageSize = 25;
const noCursors: string[] = [];

/** How many a list has; where the reader does not see all of them, of how many. */
function Found({ people }: { people: People }) {
  const { t } = useWords();
  const { totalItems: seen = 0, counted } = people;
  const hidden = countHidden(people);
  if (hidden === 0) return <span>{t('people.found', { count: seen })}</span>;
  return (
    <span>
      {typeof counted === 'number'
        ? t('people.seenOf', { seen, counted })
        : t('people.seen', { count: seen })}
    </span>
  );
}

/**
 * People: filters as chips that the URL keeps, sorting, pages, export of what is shown.
 *
 * @param props - a team whose people they are, on a page of its own
 */
export function PeoplePanel({ team }: { team?: string }) {
  const { t } = useWords();
  const params = usePageParams();
  const links = useLinks(params);
  const { tenant, at } = params;
  const { values, change, clear, wrong } = useCheckedValues(filterChecks);
  const filter = team ? { ...values, team } : values;
  const shown = JSON.stringify([filter, tenant, at]);
  // Of another list, they would mean nothing.
  const [pages, setPages] = useState({ of: shown, cursors: noCursors });
  const cursors = pages.of === shown ? pages.cursors : noCursors;
  const setCursors = (to: string[]) => setPages({ of: shown, cursors: to });
  const { data, error, refetch, isPlaceholderData } = useRead(
    'getPeople',
    {},
    {
      ...filter,
      tenant,
      at,
      cursor: cursors[cursors.length - 1],
      limit: pageSize,
      count: true,
    },
    { keep: true },
  );
  if (error && !data) {
    return <ErrorState error={error} onRetry={refetch} what="people" />;
  }
  const chips = (
    <FilterChips
      filter={values}
      teamTitle={data?.team?.title}
      onChange={change}
      onClear={() => clear('sort')}
    />
  );
  if (data?.visibility === 'none') {
    return (
      <NoPermission what="people">
        {chips}
        {typeof data.counted === 'number' && (
          <HiddenPeople people={data} isPermissionSaid />
        )}
      </NoPermission>
    );
  }
  // A list of nobody would say that the team has nobody.
  const noTeam =
    data?.team === null && !isPlaceholderData && values.team
      ? [
          {
            name: 'team',
            value: values.team,
            noTeam: true as const,
            drop: () => change({ team: undefined, subTeams: undefined }),
          },
        ]
      : [];
  const next = data?.pageInfo.nextCursor;
  return (
    <Panel
      title={t('overview.tabs.people')}
      aside={
        <>
          {!team && (
            <Link variant="body-small" href={links.roles()}>
              {t('people.byRole')}
            </Link>
          )}
          {data?.totalItems !== undefined && (
            <>
              {!team && ' · '}
              <Found people={data} />
            </>
          )}
        </>
      }
    >
      <WrongValues wrong={[...wrong, ...noTeam]} />
      <PeopleFilters
        filter={values}
        onChange={change}
        isOfTeam={Boolean(team)}
      />
      <div className={styles.chipsRow}>
        {chips}
        <PeopleExport filter={filter} disabled={!data?.items.length} />
      </div>
      {data && noTeam.length === 0 && <HiddenPeople people={data} />}
      <PeopleTable
        people={data?.items}
        hidden={data && noTeam.length === 0 ? countHidden(data) : 0}
        isStale={isPlaceholderData}
        pagination={{
          type: 'page',
          pageSize,
          pageSizeOptions: [],
          showPageSizeOptions: false,
          offset: cursors.length * pageSize,
          totalCount: data?.totalItems,
          hasNextPage: Boolean(next),
          hasPreviousPage: cursors.length > 0,
          onNextPage: () => next && setCursors([...cursors, next]),
          onPreviousPage: () => setCursors(cursors.slice(0, -1)),
          getLabel: ({ offset = 0, totalCount = 0 }) =>
            t('people.page', {
              from: Math.min(offset + 1, totalCount),
              to: Math.min(offset + pageSize, totalCount),
              total: totalCount,
            }),
        }}
      />
    </Panel>
  );
}
