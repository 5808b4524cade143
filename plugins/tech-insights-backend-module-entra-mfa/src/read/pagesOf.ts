/** The items of a list of the API, page by page: one request for 200. */
export async function* pagesOf<Item>(
  ask: (page: { limit: number; cursor?: string }) => Promise<{
    items: Item[];
    pageInfo: { nextCursor: string | null };
  }>,
): AsyncGenerator<Item[]> {
  for (let cursor: string | undefined; ; ) {
    const { items, pageInfo } = await ask({ limit: 200, cursor });
    yield items;
    if (pageInfo.nextCursor === null) return;
    cursor = pageInfo.nextCursor;
  }
}
