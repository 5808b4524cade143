import type { Review } from '@entra-mfa/backstage-plugin-entra-mfa-common';
import { useList } from '../api/useList';
import type { ItemValues } from './useItemFilter';

/** The people of a review whom a filter finds, page by page. */
export const useReviewItems = (
  { tenant, number }: Review,
  filter: ItemValues,
) =>
  useList(
    'getReviewItems',
    { number },
    { ...filter, tenant, limit: 25 },
    { keep: true },
  );
