import { useRead } from '../api/useRead';
import type { PageParams } from '../navigation/usePageParams';

/** Every directory role that somebody holds or can activate. */
export const useRoles = ({ tenant, at }: PageParams) =>
  useRead('getRoles', {}, { tenant, at }, { keep: true });
