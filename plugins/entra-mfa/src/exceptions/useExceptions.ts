import type {
  exceptionSorts,
  ExceptionState,
} from '@entra-mfa/backstage-plugin-entra-mfa-common';
import { useList } from '../api/useList';
import type { PageParams } from '../navigation/usePageParams';

/** Exceptions of some states that the reader may see, page by page. */
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
  return useList(
    'getExceptions',
    {},
    { tenant, at, state, sort, person, limit: 20 },
    { enabled },
  );
};
