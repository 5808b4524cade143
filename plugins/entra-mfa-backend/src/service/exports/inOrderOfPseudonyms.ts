import type { Pseudonyms } from './Pseudonyms';

/** Of a pseudonym, enough to sort by. */
const SORTED_BY = 16;

/**
 * People in the order of their pseudonyms, as many at once as a page may hold. In the order of names,
 * or of ids, whoever has the directory could count to each person. So everybody's key is read first.
 *
 * @param pages - the object ids of everybody, in any order; with `idOf`, keys that hold them
 */
export async function* inOrderOfPseudonyms(
  pseudonyms: Pseudonyms,
  tenantId: string,
  pages: AsyncIterable<readonly string[]>,
  atOnce: number,
  idOf: (key: string) => string = id => id,
): AsyncIterable<string[]> {
  const keys: string[] = [];
  for await (const page of pages) {
    for (const id of page) {
      keys.push(pseudonyms.of(tenantId, idOf(id)).slice(0, SORTED_BY) + id);
    }
  }
  keys.sort();
  for (let start = 0; start < keys.length; start += atOnce) {
    yield keys.slice(start, start + atOnce).map(key => key.slice(SORTED_BY));
  }
}
