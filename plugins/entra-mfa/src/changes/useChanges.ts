import { useRead } from '../api/useRead';
import type { ChangesValues } from '../navigation/changesNames';

/** What changed between two dates, counted, and the first of those who did. */
export const useChanges = (
  tenant: string | undefined,
  values: ChangesValues,
  limit: number,
) => useRead('getChanges', {}, { ...values, tenant, limit }, { keep: true });
