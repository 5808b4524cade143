import type {
  exceptionSorts,
  ExceptionState,
} from '@entra-mfa/backstage-plugin-entra-mfa-common';
import { usePagedList } from '../api/usePagedList';
import { usePageParams } from '../navigation/usePageParams';

/**
 * A page of the exceptions of some states that the reader may see; counted where they are searched, since states
 * are counted whatever is searched.
 *
 * @param list - its name in the address
 */
export function useExceptionList(
  list: string,
  state: readonly ExceptionState[],
  sort: (typeof exceptionSorts)[number],
  q: string | undefined,
) {
  const { tenant, at } = usePageParams();
  return usePagedList(
    'getExceptions',
    {},
    { tenant, at, state, sort, q, count: q ? true : undefined },
    { list },
  );
}
