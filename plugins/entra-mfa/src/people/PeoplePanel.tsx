import { useState } from 'react';
import { Link, Text } from '@backstage/ui';
import { filterNames } from '../navigation/filterValues';
import { useUrlValues } from '../navigation/useUrlValues';
import { useRead } from '../api/useRead';
import { Panel } from '../components/Panel';
import { useLinks } from '../navigation/useLinks';
import { usePageParams } from '../navigation/usePageParams';
import { ErrorState } from '../states/ErrorState';
import { NoPermission } from '../states/NoPermission';
import { useWords } from '../messages/useWords';
import { CsvButton } from './CsvButton';
import { FilterChips } from './FilterChips';
import { PeopleFilters } from './PeopleFilters';
import { PeopleTable } from './PeopleTable';
import styles from './people.module.css';

/** How many people a page of the list holds. */
const pageSize = 25;
const noCursors: string[] = [];

/**
 * People: filters as chips that the URL keeps, sorting, pages, CSV of what is shown.
 *
 * @param props - a team whose people they are, on a page of its own
 */
export function PeoplePanel({ team }: { team?: string }) {
  const { t } = useWords();
  const params = usePageParams();
  const links = useLinks(params);
  const { tenant, at } = params;
  const { values, change, clear } = useUrlValues(filterNames);
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
  if (data?.visibility === 'none') return <NoPermission what="people" />;
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
              <span>{t('people.found', { count: data.totalItems })}</span>
            </>
          )}
        </>
      }
    >
      <PeopleFilters
        filter={values}
        onChange={change}
        isOfTeam={Boolean(team)}
      />
      <div className={styles.chipsRow}>
        <FilterChips
          filter={values}
          onChange={change}
          onClear={() => clear('sort')}
        />
        <CsvButton filter={filter} disabled={!data?.items.length} />
      </div>
      {data?.visibility === 'some' && (
        <Text
          as="p"
          variant="body-small"
          color="secondary"
          className={styles.some}
        >
          {t('people.some')}
        </Text>
      )}
      <PeopleTable
        people={data?.items}
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
