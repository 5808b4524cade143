import type {
  RouteParams,
  RouteQuery,
  RouteResponse,
} from '@entra-mfa/backstage-plugin-entra-mfa-common';
import { useStored } from './useStored';
import { usePlace } from '../navigation/usePlace';
import type { ListRoute } from './useList';
import { useRead, type ReadOptions } from './useRead';

/** How a reader goes from page to page of a list. */
export interface Paging {
  /** How many rows stand before this page's first one. */
  offset: number;
  size: number;
  /** How many rows there are; undefined where the list does not tell. */
  total: number | undefined;
  onNext: (() => void) | undefined;
  onPrevious: (() => void) | undefined;
  onSize: (size: number) => void;
}

const usualSize = 25;

/**
 * One page of a list, the place of which the address keeps.
 *
 * @param options - `list`: its name in the address, where a page has several
 */
export function usePagedList<N extends ListRoute>(
  route: N,
  params: RouteParams<N>,
  query: RouteQuery<N>,
  options: Omit<ReadOptions<RouteResponse<N>>, 'keep'> & {
    list?: string;
  } = {},
) {
  const { list, ...rest } = options;
  const [stored, setStored] = useStored<number>('page-size', usualSize);
  const place = usePlace(stored, list);
  const read = useRead(
    route,
    params,
    { ...query, cursor: place.after, limit: place.size } as RouteQuery<N>,
    { ...rest, keep: true },
  );
  const answer = read.data as
    | { totalItems?: number; pageInfo: { nextCursor?: string | null } }
    | undefined;
  const next = answer?.pageInfo.nextCursor;
  const paging: Paging = {
    offset: (place.page - 1) * place.size,
    size: place.size,
    total: answer?.totalItems,
    onNext: next ? () => place.toNext(next) : undefined,
    onPrevious: place.page > 1 ? place.toPrevious : undefined,
    onSize: size => {
      setStored(size);
      place.toFirst();
    },
  };
  return { ...read, paging };
}
