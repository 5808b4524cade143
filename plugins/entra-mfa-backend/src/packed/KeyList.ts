import type { Keys } from './Keys';
import { KeyBytes } from './KeyBytes';
import { PackedKeys } from './PackedKeys';

/** Keys in the order in which they came, packed: a run may change each key of a tenant. */
export class KeyList implements Keys {
  readonly #keys = new PackedKeys();
  readonly #taken = new KeyBytes();

  get length(): number {
    return this.#keys.size;
  }

  push(key: string): void {
    this.#taken.takeText(key);
    this.#keys.add(this.#taken);
  }

  slice(start: number, end: number): string[] {
    const keys: string[] = [];
    for (let i = start; i < Math.min(end, this.length); i += 1) {
      keys.push(this.#keys.keyAt(i));
    }
    return keys;
  }

  *[Symbol.iterator](): Generator<string> {
    for (let i = 0; i < this.length; i += 1) {
      yield this.#keys.keyAt(i);
    }
  }
}
