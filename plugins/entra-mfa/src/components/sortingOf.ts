import type { SortOrder } from '@entra-mfa/backstage-plugin-entra-mfa-common';
import type { Sorting } from './DataTable';
import type { UrlValues } from '../navigation/useUrlValues';

/**
 * How a list is sorted, as the address keeps it.
 *
 * @param orders - which way each sort goes at first
 * @param usual - by what, where the address says nothing
 */
export function sortingOf<By extends string>(
  values: UrlValues<'sort' | 'order'>,
  orders: Readonly<Record<By, SortOrder>>,
  usual: NoInfer<By>,
  change: (values: UrlValues<'sort' | 'order'>) => void,
): Sorting {
  const first: Readonly<Record<string, SortOrder>> = orders;
  const by = values.sort ?? usual;
  return {
    by,
    order:
      values.order === 'asc' || values.order === 'desc'
        ? values.order
        : first[by],
    first,
    onChange: (to, order) =>
      change({
        sort: to === usual ? undefined : to,
        order: order === first[to] ? undefined : order,
      }),
  };
}
