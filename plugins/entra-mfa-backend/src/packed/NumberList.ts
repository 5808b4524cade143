const BLOCK = 1 << 14;

/**
 * A list of 32-bit numbers that grows. They lie in blocks, because a list that is copied when it grows
 * takes more than twice its own memory at that moment.
 */
export class NumberList {
  readonly #blocks: Int32Array[] = [];
  #length = 0;

  get length(): number {
    return this.#length;
  }

  push(value: number): void {
    if (this.#length % BLOCK === 0) {
      this.#blocks.push(new Int32Array(BLOCK));
    }
    this.#length += 1;
    this.set(this.#length - 1, value);
  }

  at(index: number): number {
    return this.#blocks[Math.floor(index / BLOCK)][index % BLOCK];
  }

  set(index: number, value: number): void {
    this.#blocks[Math.floor(index / BLOCK)][index % BLOCK] = value;
  }
}
