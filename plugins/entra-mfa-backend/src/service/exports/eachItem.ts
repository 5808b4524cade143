const AT_ONCE = 1_000;

/** Which page of a list. */
export interface PageOf {
  cursor?: string;
  limit: number;
  count: false;
}

/** A page, as the list answers. */
interface ListPage<Item> {
  /** The number of the snapshot that it is of; null where there is none. */
  snapshot: number | null;
  items: readonly Item[];
  nextCursor: string | null;
}

/** Reads a page of a list. */
export type PageReader<Item> = (page: PageOf) => Promise<ListPage<Item>>;

/** The page with which a list begins. */
export function firstPage<Item>(
  read: PageReader<Item>,
): Promise<ListPage<Item>> {
  return read({ limit: AT_ONCE, count: false });
}

/** What is on all pages of a list, of which the first was read. */
export async function* eachItem<Item>(
  read: PageReader<Item>,
  first: ListPage<Item>,
): AsyncGenerator<Item> {
  let page = first;
  for (;;) {
    yield* page.items;
    if (page.nextCursor === null) {
      return;
    }
    page = await read({
      cursor: page.nextCursor,
      limit: AT_ONCE,
      count: false,
    });
  }
}
