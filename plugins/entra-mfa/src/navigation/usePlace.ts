import { useLocation, useSearchParams } from './router';

/** What an address says of a list's place: which page, how long pages are, and after which row it begins. */
const names = ['page', 'size', 'after'] as const;

/** Takes every list of an address back to its first page. */
export function leavePlaces(search: URLSearchParams) {
  for (const key of [...search.keys()]) {
    if (names.some(name => key === name || key.endsWith(`.${name}`))) {
      search.delete(key);
    }
  }
}

/** Where in a list the reader is. */
export interface Place {
  /** The cursor of the page; undefined on the first one. */
  after: string | undefined;
  /** From 1. */
  page: number;
  /** How many rows a page has. */
  size: number;
  toFirst: () => void;
  toNext: (cursor: string) => void;
  /** To the page before; from a page that a link led to, to the first one. */
  toPrevious: () => void;
}

/** Where the pages before this one began. The browser's history keeps it; a link knows only its own page. */
function cursorsBefore(state: unknown, key: string): string[] {
  const places = (state as { places?: Record<string, unknown> } | null)?.places;
  const before = places?.[key];
  return Array.isArray(before) ? before.map(String) : [];
}

/** A whole number of an address between two others; else the least. */
function numberOf(text: string | null, least: number, most: number): number {
  const number = Math.floor(Number(text));
  return number >= least && number <= most ? number : least;
}

/**
 * The place in a list, which the address keeps: a link shows the same page, and the way back leads through
 * the pages.
 *
 * @param size - how many rows a page has, where the address does not say
 * @param list - its name in the address, where a page has several lists
 */
export function usePlace(size: number, list?: string): Place {
  const [search, setSearch] = useSearchParams();
  const { state } = useLocation();
  const key = (name: (typeof names)[number]) =>
    list ? `${list}.${name}` : name;
  const after = search.get(key('after')) ?? undefined;
  const page = after ? numberOf(search.get(key('page')), 2, 1_000_000) : 1;
  const length = (after && numberOf(search.get(key('size')), 0, 200)) || size;
  const before = cursorsBefore(state, key('after'));
  const go = (to: { after?: string; page: number; before: string[] }) =>
    setSearch(
      from => {
        const next = new URLSearchParams(from);
        for (const name of names) next.delete(key(name));
        if (to.after) {
          next.set(key('page'), String(to.page));
          next.set(key('size'), String(length));
          next.set(key('after'), to.after);
        }
        return next;
      },
      { state: { places: { [key('after')]: to.before } } },
    );
  return {
    after,
    page,
    size: length,
    toFirst: () => go({ page: 1, before: [] }),
    toNext: cursor =>
      go({
        after: cursor,
        page: page + 1,
        before: [...before, ...(after ? [after] : [])],
      }),
    toPrevious: () =>
      go({
        after: before[before.length - 1],
        page: page - 1,
        before: before.slice(0, -1),
      }),
  };
}
