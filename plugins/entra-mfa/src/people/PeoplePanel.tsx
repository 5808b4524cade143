import { Link } from '@backstage/ui';
import {
  naturalOrders,
  type People,
} from '@entra-mfa/backstage-plugin-entra-mfa-common';
import { useCheckedValues } from '../navigation/useCheckedValues';
import { filterChecks } from '../navigation/valueChecks';
import { WrongValues } from '../states/WrongValues';
import { usePagedList } from '../api/usePagedList';
import { Panel } from '../components/Panel';
import { sortingOf } from '../components/sortingOf';
import { useLinks } from '../navigation/useLinks';
import type { FilterName, FilterValues } from '../navigation/filterValues';
import { usePageParams } from '../navigation/usePageParams';
import { ErrorState } from '../states/ErrorState';
import { NoPermission } from '../states/NoPermission';
import { useWords } from '../messages/useWords';
import { FilterChips } from './FilterChips';
import { HiddenPeople, countHidden } from './HiddenPeople';
import { PeopleExport } from './PeopleExport';
import { PeopleFilters } from './PeopleFilters';
import { PeoplePresets, presetOf } from './PeoplePresets';
import { PeopleTable } from './PeopleTable';
import { RemindLink } from './RemindLink';
import { useFacets } from './useFacets';

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
 * People: presets, and filters as chips that the URL keeps; sorted, page after page, saved as what is shown.
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
  const { data, error, refetch, isPlaceholderData, paging } = usePagedList(
    'getPeople',
    {},
    { ...filter, tenant, at, count: true },
  );
  const facets = useFacets(filter);
  if (error && !data) {
    return <ErrorState error={error} onRetry={refetch} what="people" />;
  }
  // What a preset says is not said again.
  const chipped: FilterValues = { ...values };
  for (const name of Object.keys(presetOf(values) ?? {}) as FilterName[]) {
    delete chipped[name];
  }
  const chips = (
    <FilterChips
      filter={chipped}
      teamTitle={data?.team?.title}
      groupName={data?.group?.name}
      onChange={change}
      onClear={() => clear('sort', 'order')}
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
  return (
    <Panel
      title={t('overview.tabs.people')}
      aside={
        <>
          <RemindLink filter={filter} />
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
        facets={facets?.facets}
        isOfTeam={Boolean(team)}
      />
      {chips}
      {data && noTeam.length === 0 && <HiddenPeople people={data} />}
      <PeopleTable
        people={data?.items}
        hidden={data && noTeam.length === 0 ? countHidden(data) : 0}
        isStale={isPlaceholderData}
        sorting={sortingOf(values, naturalOrders.people, 'privileged', change)}
        paging={paging}
        above={
          <PeoplePresets
            filter={values}
            onChange={change}
            presets={facets?.presets}
          />
        }
        tools={<PeopleExport filter={filter} disabled={!data?.items.length} />}
      />
    </Panel>
  );
}
