import { useRead } from '../api/useRead';
import type { PageParams } from '../navigation/usePageParams';
import type { AssumptionValues } from './useAssumption';

/** What the figure would be. Going away, or another question, ends the computation. */
export const useWhatIf = (
  { tenant, at }: PageParams,
  assumption: AssumptionValues,
  enabled: boolean,
) =>
  useRead(
    'getWhatIf',
    {},
    { tenant, at, ...assumption },
    { enabled, staleTime: 60_000 },
  );
