import { useList } from '../api/useList';
import type { ChangesValues } from '../navigation/changesNames';

const pageSize = 50;

/** Who changed between two dates, page after page. */
export const useChanges = (
  tenant: string | undefined,
  values: ChangesValues,
  limit = pageSize,
) => useList('getChanges', {}, { ...values, tenant, limit }, { keep: true });
