const FREE = -1;

/**
 * Numbers keys: the first one is 0. It does what a `Map<string, number>` does in a third of the
 * memory, because half a million strings and their entries are the largest thing that a run holds:
 * the keys' bytes (UTF-8) lie one after the other in one array, and a table of their places, twice as
 * long as there are keys, finds them by hash.
 */
export class KeyTable {
  #bytes = new Uint8Array(1 << 16);
  /** Key n lies from `#starts[n]` up to `#starts[n + 1]`. */
  #starts = new Uint32Array(1 << 10);
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
    const from = this.#starts[number];
    const to = from + end - start;
    this.#makeRoom(to);
    for (let i = start; i < end; i += 1) {
      this.#bytes[from + i - start] = source[i];
    }
    this.#starts[number + 1] = to;
    this.#size += 1;
    this.#places[place] = number;
    if (this.#size * 2 > this.#places.length) {
      this.#spread();
    }
    return number;
  }

  /** The key with that number. */
  keyAt(number: number): string {
    return Buffer.from(
      this.#bytes.buffer,
      this.#starts[number],
      this.#starts[number + 1] - this.#starts[number],
    ).toString('utf8');
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
    const from = this.#starts[number];
    if (this.#starts[number + 1] - from !== end - start) {
      return false;
    }
    for (let i = start; i < end; i += 1) {
      if (this.#bytes[from + i - start] !== source[i]) {
        return false;
      }
    }
    return true;
  }

  #makeRoom(bytes: number): void {
    if (bytes > this.#bytes.length) {
      const larger = new Uint8Array(
        Math.max(bytes, Math.ceil(this.#bytes.length * 1.5)),
      );
      larger.set(this.#bytes);
      this.#bytes = larger;
    }
    if (this.#size + 2 > this.#starts.length) {
      const larger = new Uint32Array(Math.ceil(this.#starts.length * 1.5));
      larger.set(this.#starts);
      this.#starts = larger;
    }
  }

  /** Makes the table of places twice as long. */
  #spread(): void {
    this.#places = new Int32Array(this.#places.length * 2).fill(FREE);
    for (let number = 0; number < this.#size; number += 1) {
      const [start, end] = [this.#starts[number], this.#starts[number + 1]];
      this.#places[this.#placeOf(this.#bytes, start, end)] = number;
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
