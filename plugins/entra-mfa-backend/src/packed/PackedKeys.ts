import { keyLength, keyText, type KeyBytes } from './KeyBytes';
import { NumberList } from './NumberList';

/** Bytes of keys that lie together. A key never lies in two blocks. */
const BLOCK = 1 << 18;

/**
 * Keys one after the other, by number: their bytes lie in blocks, which are never copied. An array of
 * strings would take three times as much.
 */
export class PackedKeys {
  readonly #blocks: Uint8Array[] = [];
  /** Where key n lies, counted over all blocks. */
  readonly #starts = new NumberList();
  /** Where the next key goes, counted over all blocks. */
  #end = 0;

  get size(): number {
    return this.#starts.length;
  }

  add({ bytes, length }: KeyBytes): void {
    if (this.#end + length > this.#blocks.length * BLOCK) {
      this.#end = this.#blocks.length * BLOCK;
      this.#blocks.push(new Uint8Array(BLOCK));
    }
    const block = this.#blocks[this.#blocks.length - 1];
    const start = this.#end % BLOCK;
    for (let i = 0; i < length; i += 1) {
      block[start + i] = bytes[i];
    }
    this.#starts.push(this.#end);
    this.#end += length;
  }

  keyAt(number: number): string {
    const start = this.#starts.at(number);
    return keyText(this.#blocks[Math.floor(start / BLOCK)], start % BLOCK);
  }

  isAt(number: number, { bytes, length }: KeyBytes): boolean {
    const place = this.#starts.at(number);
    const block = this.#blocks[Math.floor(place / BLOCK)];
    const start = place % BLOCK;
    // The length is among the bytes, so that another key differs before its end.
    for (let i = 0; i < length; i += 1) {
      if (block[start + i] !== bytes[i]) {
        return false;
      }
    }
    return true;
  }

  hashAt(number: number): number {
    const place = this.#starts.at(number);
    const block = this.#blocks[Math.floor(place / BLOCK)];
    const start = place % BLOCK;
    return hashOf(block, start, start + keyLength(block, start));
  }
}

/** FNV-1a, and a last stir for the low bits that a table looks at. */
export function hashOf(bytes: Uint8Array, start: number, end: number): number {
  let value = 0x811c9dc5;
  for (let i = start; i < end; i += 1) {
    value = Math.imul(value ^ bytes[i], 0x01000193);
  }
  return value ^ (value >>> 15);
}
