import { useRead } from '../api/useRead';
import type { PageParams } from '../navigation/usePageParams';

/** The register of emergency access accounts. */
export const useBreakGlass = ({ tenant, at }: PageParams) =>
  useRead('getBreakGlass', {}, { tenant, at }, { keep: true });
