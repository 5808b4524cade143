import { useRead } from '../api/useRead';

/** The reviews in which the reader may see somebody, the newest first. */
export const useReviews = (tenant: string | undefined) =>
  useRead('getReviews', {}, { tenant, limit: 25 });
