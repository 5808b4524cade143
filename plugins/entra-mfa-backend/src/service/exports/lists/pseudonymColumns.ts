import type { Columns } from '../Cell';
import type { Unnamed } from '../exportList';

/** What stands for who it is where a file names nobody. */
export function pseudonymColumns<Item>(
  { pseudonyms, tenantId }: Unnamed,
  idOf: (item: Item) => string,
): Columns<Item> {
  return {
    Pseudonym: item => pseudonyms.of(tenantId, idOf(item)),
    'Key of the pseudonyms': () => pseudonyms.keyId,
  };
}
