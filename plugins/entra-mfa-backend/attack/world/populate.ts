import type { Script } from '../steps';
import { newAccount } from './Account';
import type { AttackedCatalog } from './AttackedCatalog';
import type { AttackedTenant } from './AttackedTenant';

/** Fills both tenants, and the catalog with everybody of either. */
export function populate(
  tenants: Iterable<AttackedTenant>,
  catalog: AttackedCatalog,
  { people, random }: Script,
): void {
  [...tenants].forEach(({ accounts }, i) => {
    accounts.clear();
    for (let number = 1; number <= people[i]; number += 1) {
      const seed = random[(number + 7 * i) % random.length] + number;
      accounts.set(number, newAccount(number, seed));
    }
  });
  for (let number = 1; number <= Math.max(...people); number += 1) {
    catalog.place(number, random[number % random.length]);
  }
}
