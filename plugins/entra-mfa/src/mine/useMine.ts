import { useRead } from '../api/useRead';
import type { PageParams } from '../navigation/usePageParams';

/** The reader's own: their state, the teams that they lead, what waits for them. Asked once for a page. */
export const useMine = (
  { tenant, at }: PageParams,
  { enabled }: { enabled?: boolean } = {},
) =>
  useRead(
    'getMine',
    {},
    { tenant, at },
    // Several parts of a page ask one after the other, and none of it changes by the second.
    { keep: true, every: 60_000, staleTime: 30_000, enabled },
  );
