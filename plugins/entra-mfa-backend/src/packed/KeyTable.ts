import { KeyBytes } from './KeyBytes';
import { hashOf, PackedKeys } from './PackedKeys';

const FREE = -1;

/**
 * Numbers keys: the first one is 0. It does what a `Map<string, number>` does in a fifth of the
 * memory, because half a million strings and their entries are the largest thing that a run holds:
 * a table of places finds the packed keys by hash.
 */
export class KeyTable {
  readonly #keys = new PackedKeys();
  readonly #asked = new KeyBytes();
  #places = new Int32Array(1 << 11).fill(FREE);

  get size(): number {
    return this.#keys.size;
  }

  /** The number of a key; -1 when it is not there. */
  find(key: string): number {
    this.#asked.takeText(key);
    return this.#places[this.#placeOfAsked()];
  }

  /** The number of a key, which is taken in when it is not there. */
  add(key: string): number {
    this.#asked.takeText(key);
    return this.#addAsked();
  }

  /** As `add`, for a key whose bytes (UTF-8) are at hand. */
  addBytes(source: Uint8Array, start: number, end: number): number {
    this.#asked.takeBytes(source, start, end);
    return this.#addAsked();
  }

  /** The key with that number. */
  keyAt(number: number): string {
    return this.#keys.keyAt(number);
  }

  #addAsked(): number {
    const place = this.#placeOfAsked();
    const known = this.#places[place];
    if (known !== FREE) {
      return known;
    }
    const number = this.#keys.size;
    this.#keys.add(this.#asked);
    this.#places[place] = number;
    if (this.#keys.size > this.#places.length * 0.7) {
      this.#spread();
    }
    return number;
  }

  /** Where the key is, or where it would go. */
  #placeOfAsked(): number {
    const { bytes, length } = this.#asked;
    const mask = this.#places.length - 1;
    let place = hashOf(bytes, 0, length) & mask;
    for (;;) {
      const number = this.#places[place];
      if (number === FREE || this.#keys.isAt(number, this.#asked)) {
        return place;
      }
      place = (place + 1) & mask;
    }
  }

  /** Makes the table of places twice as long. */
  #spread(): void {
    const mask = this.#places.length * 2 - 1;
    const places = new Int32Array(mask + 1).fill(FREE);
    for (let number = 0; number < this.#keys.size; number += 1) {
      let place = this.#keys.hashAt(number) & mask;
      while (places[place] !== FREE) {
        place = (place + 1) & mask;
      }
      places[place] = number;
    }
    this.#places = places;
  }
}
