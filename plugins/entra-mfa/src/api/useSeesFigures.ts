import { usePageParams } from '../navigation/usePageParams';
import { statusOf } from './statusOf';
import { useRead } from './useRead';

/**
 * Whether the reader may see figures, as the page has asked already; undefined until it is known. To ask again would
 * have the page begin anew, for who may not.
 */
export function useSeesFigures(): boolean | undefined {
  const { tenant, at } = usePageParams();
  const { data, error } = useRead(
    'getOverview',
    {},
    { tenant, at },
    { enabled: false, keep: true },
  );
  if (data) return true;
  return statusOf(error) === 403 ? false : undefined;
}
