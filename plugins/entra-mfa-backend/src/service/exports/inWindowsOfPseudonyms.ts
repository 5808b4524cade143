import type { Pseudonyms } from './Pseudonyms';

/** How many rows are held to be put in another order. */
const WINDOW = 10_000;

/**
 * Rows in the order of pseudonyms, as `inOrderOfPseudonyms`, of a list that cannot be read by its ids: so many
 * at once that who counts in the list is among thousands.
 */
export async function* inWindowsOfPseudonyms<Item>(
  { pseudonyms, tenantId }: { pseudonyms: Pseudonyms; tenantId: string },
  items: AsyncIterable<Item>,
  idOf: (item: Item) => string,
  window = WINDOW,
): AsyncGenerator<Item> {
  let held: { key: string; item: Item }[] = [];
  const ordered = () =>
    held
      .sort((a, b) => Number(a.key > b.key) - Number(a.key < b.key))
      .map(({ item }) => item);
  for await (const item of items) {
    held.push({ key: pseudonyms.of(tenantId, idOf(item)), item });
    if (held.length === window) {
      yield* ordered();
      held = [];
    }
  }
  yield* ordered();
}
