import { usePageParams } from '../navigation/usePageParams';

/** The day that a list is of: the one that is chosen, else today. */
export function useDayShown(): string {
  const { at } = usePageParams();
  return at ?? new Date().toISOString().slice(0, 10);
}
