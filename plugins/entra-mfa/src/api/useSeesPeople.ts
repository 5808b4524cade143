import { usePageParams } from '../navigation/usePageParams';
import { useOverview } from './useOverview';

/** Whether the reader may see anybody by name: who may not is offered no list of people. */
export function useSeesPeople(): boolean {
  const { data } = useOverview(usePageParams());
  return data?.visibility !== 'none';
}
