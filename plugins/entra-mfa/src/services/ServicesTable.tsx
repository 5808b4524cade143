import type { ReactNode } from 'react';
import { naturalOrders } from '@entra-mfa/backstage-plugin-entra-mfa-common';
import { ListTable } from '../components/ListTable';
import { useWords } from '../messages/useWords';
import type { ServicesFilter } from '../navigation/servicesFilter';
import { sortingOf } from '../components/sortingOf';
import { EmptyState } from '../states/EmptyState';
import { ErrorState } from '../states/ErrorState';
import { useServiceColumns } from './useServiceColumns';
import type { useServices } from './useServices';
import shared from '../components/shared.module.css';

/** The table of services. */
export function ServicesTable(props: {
  found: ReturnType<typeof useServices>;
  filter: ServicesFilter;
  onChange: (values: ServicesFilter) => void;
  above: ReactNode;
  tools?: ReactNode;
}) {
  const { t } = useWords();
  const { found, filter, onChange, above, tools } = props;
  const { data, error, refetch, isPlaceholderData, paging } = found;
  const columns = useServiceColumns(filter.team !== undefined);
  if (error && !data) return <ErrorState error={error} onRetry={refetch} />;
  const isFiltered = filter.kind || filter.lifecycle || filter.tier || filter.q;
  const nothing = filter.team ? 'services.empty.team' : 'services.empty.text';
  return (
    <>
      <ListTable
        name="services"
        label={t('services.title')}
        columns={columns}
        rows={data?.items}
        keyOf={({ ref }) => ref}
        isStale={isPlaceholderData}
        sorting={sortingOf(
          filter,
          naturalOrders.services,
          'uncovered',
          onChange,
        )}
        paging={paging}
        above={above}
        tools={tools}
        empty={
          <EmptyState title={t('services.empty.title')}>
            {t(isFiltered ? 'services.empty.filter' : nothing)}
          </EmptyState>
        }
      />
      {data?.items.some(({ owners }) => owners === null) && (
        <p className={shared.note}>{t('services.hiddenNote')}</p>
      )}
    </>
  );
}
