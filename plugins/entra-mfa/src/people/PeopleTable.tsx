import type { ReactNode } from 'react';
import type { Person } from '@entra-mfa/backstage-plugin-entra-mfa-common';
import type { Paging } from '../api/usePagedList';
import type { Sorting } from '../components/DataTable';
import { ListTable } from '../components/ListTable';
import { EmptyState } from '../states/EmptyState';
import { useWords } from '../messages/useWords';
import { usePeopleColumns } from './usePeopleColumns';

/** People, a row each, by whose name the person is opened. */
export function PeopleTable(props: {
  people: Person[] | undefined;
  /** How many more there are whom the reader does not see; null where that is not told. */
  hidden: number | null;
  isStale: boolean;
  sorting: Sorting;
  paging: Paging;
  above: ReactNode;
  tools: ReactNode;
}) {
  const { people, hidden, ...rest } = props;
  const { t } = useWords();
  const columns = usePeopleColumns();
  return (
    <ListTable
      {...rest}
      name="people"
      label={t('overview.tabs.people')}
      columns={columns}
      rows={people}
      keyOf={({ id }) => id}
      empty={
        hidden === 0 ? (
          <EmptyState title={t('people.none.title')}>
            {t('people.none.text')}
          </EmptyState>
        ) : (
          <EmptyState
            title={
              hidden === null
                ? t('people.none.seen')
                : t('people.hidden.none', { count: hidden })
            }
          />
        )
      }
    />
  );
}
