import type { TestApi } from '../startTestApi';

interface Page<Item> {
  items: Item[];
  pageInfo: { nextCursor: string | null };
}

/** All items of a list, page by page. */
export async function everyItem<Item>(
  api: TestApi,
  path: string,
  parse: (body: unknown) => Page<Item>,
): Promise<Item[]> {
  const found: Item[] = [];
  let cursor = '';
  do {
    const { body } = await api.get(`${path}&limit=200${cursor}`);
    const { items, pageInfo } = parse(body);
    found.push(...items);
    cursor = pageInfo.nextCursor ? `&cursor=${pageInfo.nextCursor}` : '';
  } while (cursor);
  return found;
}
