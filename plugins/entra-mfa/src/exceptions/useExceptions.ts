import type {
  exceptionSorts,
  ExceptionState,
} from '@entra-mfa/backstage-plugin-entra-mfa-common';
import { useRead } from '../api/useRead';
import type { PageParams } from '../navigation/usePageParams';

/** Exceptions of some states that the reader may see: the first of them. */
export const useExceptions = (
  { tenant, at }: PageParams,
  state: readonly ExceptionState[],
  sort: (typeof exceptionSorts)[number],
  options: {
    /** The person for whom they are. */
    person?: string;
    enabled?: boolean;
  } = {},
) => {
  const { person, enabled } = options;
  return useRead(
    'getExceptions',
    {},
    { tenant, at, state, sort, person, limit: 25 },
    { enabled },
  );
};
