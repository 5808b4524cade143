import { Link } from '@backstage/ui';
import {
  naturalOrders,
  type EntraGroups,
  type EntraGroupSummary,
} from '@entra-mfa/backstage-plugin-entra-mfa-common';
import { useBasis } from '../api/useBasis';
import { usePagedList } from '../api/usePagedList';
import { ExportMenu } from '../components/ExportMenu';
import { ListTable, type ListColumn } from '../components/ListTable';
import { SearchText } from '../components/SearchText';
import { sortingOf } from '../components/sortingOf';
import { useDayShown } from '../components/useDayShown';
import { camel } from '../messages/camel';
import { useWords } from '../messages/useWords';
import { useLinks } from '../navigation/useLinks';
import { usePageParams } from '../navigation/usePageParams';
import type { UrlValues } from '../navigation/useUrlValues';
import { EmptyState } from '../states/EmptyState';
import { ErrorState } from '../states/ErrorState';
import shared from '../components/shared.module.css';
import { CoverageCell } from './CoverageCell';
import styles from './teams.module.css';

function useGroupColumns(
  targetPermille: number,
): ListColumn<EntraGroupSummary>[] {
  const { t, count, state } = useWords();
  const links = useLinks(usePageParams());
  const uncovered = state('uncovered', useBasis());
  const people = (
    { id, name }: EntraGroupSummary,
    value: number,
    label: string,
    states?: string,
  ) =>
    value > 0 ? (
      <Link
        href={links.people({ group: id, ...(states && { state: states }) })}
        aria-label={t('teams.openPeople', {
          count: value,
          title: name,
          state: label,
        })}
      >
        {count(value)}
      </Link>
    ) : (
      count(0)
    );
  return [
    {
      id: 'group',
      label: t('groups.group'),
      sort: 'name',
      cell: group => (
        <>
          <Link
            href={links.people({ group: group.id })}
            className={shared.breakable}
          >
            {group.name}
          </Link>
          <div className={shared.small}>
            {[
              t(`groups.kind.${camel(group.kind)}`),
              group.notRead > 0 &&
                t('groups.notRead', { count: group.notRead }),
            ]
              .filter(Boolean)
              .join(' · ')}
          </div>
        </>
      ),
    },
    {
      id: 'people',
      label: t('teams.people'),
      hint: t('groups.peopleHint'),
      isNumber: true,
      isExtra: true,
      sort: 'people',
      cell: group => people(group, group.people, t('teams.all')),
    },
    {
      id: 'counted',
      label: t('teams.counted'),
      hint: t('teams.countedHint'),
      isNumber: true,
      isExtra: true,
      cell: group =>
        people(
          group,
          group.coverage.covered + group.coverage.uncovered,
          t('teams.counted'),
          'covered,uncovered',
        ),
    },
    {
      id: 'uncovered',
      label: uncovered,
      isNumber: true,
      sort: 'uncovered',
      cell: group =>
        people(group, group.coverage.uncovered, uncovered, 'uncovered'),
    },
    {
      id: 'short',
      label: t('teams.short'),
      isNumber: true,
      sort: 'short',
      cell: group => count(group.coverage.short),
    },
    {
      id: 'coverage',
      label: t('teams.coverage'),
      className: styles.coverage,
      sort: 'coverage',
      cell: ({ coverage }) => (
        <CoverageCell coverage={coverage} targetPermille={targetPermille} />
      ),
    },
  ];
}

/** Why there is no group in the list. */
function NoGroups({ status, q }: Pick<EntraGroups, 'status'> & { q?: string }) {
  const { t } = useWords();
  if (status !== 'read') {
    const why = camel(status);
    return (
      <EmptyState title={t(`groups.none.${why}.title`)}>
        {t(`groups.none.${why}.text`)}
      </EmptyState>
    );
  }
  return (
    <EmptyState title={t('groups.none.title')}>
      {q ? t('groups.none.search', { query: q }) : t('groups.none.text')}
    </EmptyState>
  );
}

/** The groups of the tenant, those that are short of most people first; each opens the people in it. */
export function EntraGroupTable(props: {
  values: UrlValues<'q' | 'sort' | 'order'>;
  onChange: (values: UrlValues<'q' | 'sort' | 'order'>) => void;
}) {
  const { values, onChange } = props;
  const { q, sort = 'short', order } = values;
  const { tenant, at } = usePageParams();
  const { t } = useWords();
  const file = `mfa-entra-groups-${useDayShown()}`;
  const { data, error, refetch, paging, isPlaceholderData } = usePagedList(
    'getEntraGroups',
    {},
    { q, sort, order, tenant, at, count: true },
  );
  const columns = useGroupColumns(data?.targetPermille ?? 0);
  if (error && !data) {
    return <ErrorState error={error} onRetry={refetch} what="people" />;
  }
  return (
    <ListTable
      name="entra-groups"
      label={t('groups.title')}
      columns={columns}
      rows={data?.items}
      keyOf={({ id }) => id}
      isStale={isPlaceholderData}
      sorting={sortingOf(values, naturalOrders.entraGroups, 'short', onChange)}
      paging={paging}
      tools={
        <ExportMenu
          of="exportEntraGroups"
          params={{}}
          query={{ q, sort, order, tenant, at }}
          file={file}
          disabled={!data?.items.length}
        />
      }
      above={
        <SearchText
          value={q}
          onChange={text => onChange({ q: text })}
          label={t('groups.search')}
          placeholder={t('groups.search')}
        />
      }
      empty={data && <NoGroups status={data.status} q={q} />}
    />
  );
}
