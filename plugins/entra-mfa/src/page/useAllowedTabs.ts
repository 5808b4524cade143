import type { TabView } from './TabView';
import { useGranted } from './useGranted';

/**
 * The tabs that the reader may use. One that takes a permission appears when it is known to be there; until then,
 * whether there are more is pending.
 */
export function useAllowedTabs(tabs: readonly TabView[]): {
  tabs: readonly TabView[];
  isPending: boolean;
} {
  const { granted, isPending } = useGranted([
    ...new Set(tabs.flatMap(({ permission }) => permission ?? [])),
  ]);
  return {
    tabs: tabs.filter(
      ({ permission }) =>
        !permission ||
        [permission].flat().some(({ name }) => granted.includes(name)),
    ),
    isPending,
  };
}
