import { ownerSetKey } from '../../assess/owners/ownerSetKey';
import { KeyTable } from '../../packed/KeyTable';
import { TeamMembers } from '../TeamMembers';

/** Who owns what, held compactly: a number for each entity and each owner. */
export class Ownership {
  readonly #entities = new KeyTable();
  readonly #owners = new KeyTable();
  readonly #pairs = new TeamMembers();

  add(entityRef: string, ownerRef: string): void {
    this.#pairs.add(this.#entities.add(entityRef), this.#owners.add(ownerRef));
  }

  /** When all pairs are there. */
  sort(): void {
    this.#pairs.sort(this.#entities.size);
  }

  has(entityRef: string): boolean {
    return this.#entities.find(entityRef) !== -1;
  }

  /** The owners of an entity, sorted. */
  ownersOf(entityRef: string): string[] {
    return this.#ownersAt(this.#entities.find(entityRef));
  }

  /** The owners of each set of which something is owned, by the key of the set. */
  sets(): Map<string, string[]> {
    const sets = new Map<string, string[]>();
    for (let entity = 0; entity < this.#entities.size; entity += 1) {
      const owners = this.#ownersAt(entity);
      sets.set(ownerSetKey(owners), owners);
    }
    return sets;
  }

  #ownersAt(entity: number): string[] {
    return this.#pairs
      .teamsOf(entity)
      .map(owner => this.#owners.keyAt(owner))
      .sort();
  }
}
