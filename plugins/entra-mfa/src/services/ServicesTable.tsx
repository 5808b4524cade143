import { Skeleton } from '@backstage/ui';
import { DataTable } from '../components/DataTable';
import { useBasis } from '../api/useBasis';
import { EmptyState } from '../states/EmptyState';
import { ErrorState } from '../states/ErrorState';
import { useWords } from '../messages/useWords';
import { ServiceRow } from './ServiceRow';
import type { ServicesFilter } from '../navigation/servicesFilter';
import type { useServices } from './useServices';
import shared from '../components/shared.module.css';
import styles from './services.module.css';

/** The table of services. */
export function ServicesTable(props: {
  found: ReturnType<typeof useServices>;
  filter: ServicesFilter;
}) {
  const { t, state } = useWords();
  const basis = useBasis();
  const { found, filter } = props;
  const { data, error, refetch, hasNextPage, fetchNextPage } = found;
  if (error && !data) return <ErrorState error={error} onRetry={refetch} />;
  if (!data) return <Skeleton width="100%" height={240} />;
  const items = data.pages.flatMap(page => page.items);
  if (items.length === 0) {
    const isFiltered = filter.kind || filter.lifecycle || filter.tier;
    const text = filter.team ? 'services.empty.team' : 'services.empty.text';
    return (
      <EmptyState title={t('services.empty.title')}>
        {t(isFiltered ? 'services.empty.filter' : text)}
      </EmptyState>
    );
  }
  const uncovered = state('uncovered', basis);
  return (
    <>
      <DataTable
        label={t('services.title')}
        columns={[
          { label: t('services.service') },
          { label: t('services.kind') },
          { label: t('services.lifecycle'), className: styles.wide },
          { label: t('services.tier'), className: styles.wide },
          { label: t('services.owners'), className: styles.wide },
          ...(filter.team
            ? [{ label: t('services.through'), className: styles.wide }]
            : []),
          {
            label: uncovered,
            isNumber: true,
            hint: t('services.ofOwnersHint'),
          },
          {
            label: t('services.phoneOnly'),
            isNumber: true,
            className: styles.wide,
          },
          {
            label: t('services.privileged'),
            isNumber: true,
            className: styles.wide,
            hint: t('services.privilegedHint', { state: uncovered }),
          },
        ]}
        more={
          hasNextPage
            ? {
                label: t('services.more'),
                isPending: found.isFetchingNextPage,
                onPress: fetchNextPage,
              }
            : undefined
        }
      >
        {items.map(service => (
          <ServiceRow key={service.ref} service={service} />
        ))}
      </DataTable>
      {items.some(({ owners }) => owners === null) && (
        <p className={shared.note}>{t('services.hiddenNote')}</p>
      )}
    </>
  );
}
