import type { ReactNode } from 'react';
import {
  naturalOrders,
  type Change,
} from '@entra-mfa/backstage-plugin-entra-mfa-common';
import type { Paging } from '../api/usePagedList';
import { ListTable } from '../components/ListTable';
import { useWords } from '../messages/useWords';
import type { ChangesValues } from '../navigation/changesNames';
import { sortingOf } from '../components/sortingOf';
import { useChangeColumns } from './useChangeColumns';

/** Who changed: how they were, how they are, and when it happened last. */
export function ChangesTable(props: {
  items: Change[];
  isStale: boolean;
  values: ChangesValues;
  onChange: (values: ChangesValues) => void;
  paging: Paging;
  above: ReactNode;
  tools?: ReactNode;
  empty: ReactNode;
}) {
  const { items, values, onChange, ...rest } = props;
  const { t } = useWords();
  const columns = useChangeColumns();
  return (
    <ListTable
      {...rest}
      name="changes"
      label={t('changes.title')}
      columns={columns}
      rows={items}
      keyOf={({ id }) => id}
      sorting={sortingOf(values, naturalOrders.changes, 'kind', onChange)}
    />
  );
}
