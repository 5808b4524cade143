import { useList } from '../api/useList';

/** The reviews in which the reader may see somebody, the newest first, page by page. */
export const useReviews = (tenant: string | undefined) =>
  useList('getReviews', {}, { tenant, limit: 20 });
