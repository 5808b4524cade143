import type { Changes } from './Changes';

/**
 * Finds the people of one batch whose further User entities are not what they were. All rows of such a
 * person are written anew: that closes the old ones by object id alone.
 */
export class EntityChanges {
  readonly rows: { object_id: string; entity_ref: string }[] = [];
  readonly #before: ReadonlyMap<string, readonly string[]>;
  readonly #changes: Changes;

  /** @param before - by object id, sorted: see `readPersonEntities` */
  constructor(
    before: ReadonlyMap<string, readonly string[]>,
    changes: Changes,
  ) {
    this.#before = before;
    this.#changes = changes;
  }

  /**
   * @param refs - the person's User entities without the one that is shown, sorted
   * @returns whether they are others than before
   */
  compare(objectId: string, refs: readonly string[]): boolean {
    const before = this.#before.get(objectId) ?? [];
    if (refs.join('\n') === before.join('\n')) {
      return false;
    }
    if (before.length > 0) {
      this.#changes.replaced.person_entity.push(objectId);
    }
    for (const entity_ref of refs) {
      this.rows.push({ object_id: objectId, entity_ref });
    }
    return true;
  }
}
