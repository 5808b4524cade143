/**
 * Characters of a hash that are kept: 132 bits. Two rows that differ never come to the same ones, and
 * the others would be as much again.
 */
const KEPT = 22;
const HASHES = 1 << 14;

/** Hashes by number, in blocks that are never copied. */
export class HashList {
  readonly #blocks: Uint8Array[] = [];
  #length = 0;

  get length(): number {
    return this.#length;
  }

  /** Takes in a hash whose characters start there. */
  pushBytes(source: Uint8Array, start: number): void {
    if (this.#length % HASHES === 0) {
      this.#blocks.push(new Uint8Array(HASHES * KEPT));
    }
    const block = this.#blocks[this.#blocks.length - 1];
    const from = (this.#length % HASHES) * KEPT;
    for (let i = 0; i < KEPT; i += 1) {
      block[from + i] = source[start + i];
    }
    this.#length += 1;
  }

  isAt(number: number, hash: string): boolean {
    const block = this.#blocks[Math.floor(number / HASHES)];
    const from = (number % HASHES) * KEPT;
    for (let i = 0; i < KEPT; i += 1) {
      if (block[from + i] !== hash.charCodeAt(i)) {
        return false;
      }
    }
    return true;
  }
}
