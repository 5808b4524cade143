const FREE = -1;
/** Bytes of keys that lie together. A key never lies in two blocks. */
const BLOCK = 1 << 20;

/**
 * Numbers keys: the first one is 0. It does what a `Map<string, number>` does in a third of the
 * memory, because half a million strings and their entries are the largest thing that a run holds:
 * the keys' bytes (UTF-8) lie one after the other in blocks, which are never copied, and a table of
 * places finds them by hash.
 */
export class KeyTable {
  readonly #blocks: Uint8Array[] = [new Uint8Array(BLOCK)];
  /** Where the next key goes, counted over all blocks. */
  #end = 0;
  /** Where key n lies, counted over all blocks, and how long it is. */
  #starts = new Uint32Array(1 << 10);
  #lengths = new Uint16Array(1 << 10);
  #places = new Int32Array(1 << 11).fill(FREE);
  #size = 0;
  #asked = new Uint8Array(1 << 10);

  get size(): number {
    return this.#size;
  }

  /** The number of a key; -1 when it is not there. */
  find(key: string): number {
    const length = this.#ask(key);
    return this.#places[this.#placeOf(this.#asked, 0, length)];
  }

  /** The number of a key, which is taken in when it is not there. */
  add(key: string): number {
    const length = this.#ask(key);
    return this.addBytes(this.#asked, 0, length);
  }

  /** As `add`, for a key whose bytes are at hand. */
  addBytes(source: Uint8Array, start: number, end: number): number {
    const place = this.#placeOf(source, start, end);
    if (this.#places[place] !== FREE) {
      return this.#places[place];
    }
    const number = this.#size;
    const length = end - start;
    this.#makeRoom(length);
    const block = this.#blocks[this.#blocks.length - 1];
    const from = this.#end % BLOCK;
    for (let i = 0; i < length; i += 1) {
      block[from + i] = source[start + i];
    }
    this.#starts[number] = this.#end;
    this.#lengths[number] = length;
    this.#end += length;
    this.#size += 1;
    this.#places[place] = number;
    if (this.#size > this.#places.length * 0.7) {
      this.#spread();
    }
    return number;
  }

  /** The key with that number. */
  keyAt(number: number): string {
    const start = this.#starts[number];
    const block = this.#blocks[Math.floor(start / BLOCK)];
    const length = this.#lengths[number];
    return Buffer.from(block.buffer, start % BLOCK, length).toString('utf8');
  }

  /** Puts a key's bytes into `#asked`. Nearly all are ASCII, and need no encoder. */
  #ask(key: string): number {
    if (key.length * 3 > this.#asked.length) {
      this.#asked = new Uint8Array(key.length * 3);
    }
    for (let i = 0; i < key.length; i += 1) {
      const code = key.charCodeAt(i);
      if (code > 0x7f) {
        return Buffer.from(this.#asked.buffer).write(key, 'utf8');
      }
      this.#asked[i] = code;
    }
    return key.length;
  }

  /** Where the key is, or where it would go. */
  #placeOf(source: Uint8Array, start: number, end: number): number {
    const mask = this.#places.length - 1;
    let place = hash(source, start, end) & mask;
    for (;;) {
      const number = this.#places[place];
      if (number === FREE || this.#isKey(number, source, start, end)) {
        return place;
      }
      place = (place + 1) & mask;
    }
  }

  #isKey(number: number, source: Uint8Array, start: number, end: number) {
    const length = this.#lengths[number];
    if (length !== end - start) {
      return false;
    }
    const block = this.#blocks[Math.floor(this.#starts[number] / BLOCK)];
    const from = this.#starts[number] % BLOCK;
    for (let i = 0; i < length; i += 1) {
      if (block[from + i] !== source[start + i]) {
        return false;
      }
    }
    return true;
  }

  #makeRoom(length: number): void {
    const used = this.#end - (this.#blocks.length - 1) * BLOCK;
    if (used + length > BLOCK) {
      this.#end = this.#blocks.length * BLOCK;
      this.#blocks.push(new Uint8Array(BLOCK));
    }
    if (this.#size === this.#starts.length) {
      const size = Math.ceil(this.#size * 1.5);
      const starts = new Uint32Array(size);
      const lengths = new Uint16Array(size);
      starts.set(this.#starts);
      lengths.set(this.#lengths);
      this.#starts = starts;
      this.#lengths = lengths;
    }
  }

  /** Makes the table of places twice as long. */
  #spread(): void {
    this.#places = new Int32Array(this.#places.length * 2).fill(FREE);
    for (let number = 0; number < this.#size; number += 1) {
      const start = this.#starts[number];
      const block = this.#blocks[Math.floor(start / BLOCK)];
      const from = start % BLOCK;
      const end = from + this.#lengths[number];
      this.#places[this.#placeOf(block, from, end)] = number;
    }
  }
}

/** FNV-1a, and a last stir for the low bits that the table looks at. */
function hash(source: Uint8Array, start: number, end: number): number {
  let value = 0x811c9dc5;
  for (let i = start; i < end; i += 1) {
    value = Math.imul(value ^ source[i], 0x01000193);
  }
  return value ^ (value >>> 15);
}
