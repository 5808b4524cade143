import { useRead } from '../api/useRead';
import type { PageParams } from '../navigation/usePageParams';

/** The controls of a framework, without one of the first. */
export const useControls = (
  { tenant, at }: PageParams,
  framework: string | undefined,
) => useRead('getControls', {}, { tenant, at, framework }, { keep: true });
