const UNSEEN = 0;
const UNCHANGED = 1;
const WRITTEN = 2;

/** A record as read, against the version of the data set before this run. */
export interface Comparison {
  /** Its number: see {@link RecordIndex}. */
  place: number;
  /** Whether it is new, or other than the current one. */
  differs: boolean;
  /** Whether this run has written another one under its key, which is void now. */
  wasWritten: boolean;
}

/**
 * What a run knows of a data set: each key, the hash of its current record, and whether the read has
 * met it. Keys are numbered: those of the current version in key order, then new ones as they come.
 * 500,000 records take about 100 MB, whatever their bodies hold.
 */
export class RecordIndex {
  readonly #places = new Map<string, number>();
  readonly #hashes: string[] = [];
  #seen = new Uint8Array(1024);
  #added = 0;
  #changed = 0;
  #met = 0;

  /** Takes in a record of the current version. All of them come first, in key order. */
  addCurrent(key: string, hash: string): void {
    this.#place(key);
    this.#hashes.push(hash);
  }

  /** Takes in that an earlier part of this run found the record at that place unchanged. */
  restoreUnchanged(place: number): void {
    this.#mark(place, UNCHANGED);
  }

  /** Takes in that an earlier part of this run wrote a record with that key. */
  restoreWritten(key: string): void {
    this.#mark(this.#places.get(key) ?? this.#place(key), WRITTEN);
  }

  /**
   * Compares a record as read, and remembers it. A record that was met before counts as it was met
   * last: pages may give a row twice.
   */
  compare(key: string, hash: string): Comparison {
    const place = this.#places.get(key) ?? this.#place(key);
    const wasWritten = this.#seen[place] === WRITTEN;
    const differs = this.#hashes[place] !== hash;
    this.#mark(place, differs ? WRITTEN : UNCHANGED);
    return { place, differs, wasWritten };
  }

  get counts(): { added: number; changed: number; removed: number } {
    return {
      added: this.#added,
      changed: this.#changed,
      removed: this.#hashes.length - this.#met,
    };
  }

  /** Distinct records that were met. */
  get size(): number {
    return this.#met + this.#added;
  }

  /** Whether there is a current version with any record. */
  get isFirst(): boolean {
    return this.#hashes.length === 0;
  }

  /** After a complete read: keys whose current record was changed or not met. */
  replaced(): string[] {
    const keys: string[] = [];
    if (this.#changed === 0 && this.#met === this.#hashes.length) {
      return keys;
    }
    for (const [key, place] of this.#places) {
      if (place < this.#hashes.length && this.#seen[place] !== UNCHANGED) {
        keys.push(key);
      }
    }
    return keys;
  }

  #place(key: string): number {
    const place = this.#places.size;
    this.#places.set(key, place);
    if (place >= this.#seen.length) {
      const larger = new Uint8Array(this.#seen.length * 2);
      larger.set(this.#seen);
      this.#seen = larger;
    }
    return place;
  }

  #mark(place: number, state: number): void {
    const before = this.#seen[place];
    this.#seen[place] = state;
    if (place >= this.#hashes.length) {
      this.#added += before === UNSEEN ? 1 : 0;
      return;
    }
    this.#met += before === UNSEEN ? 1 : 0;
    this.#changed += Number(state === WRITTEN) - Number(before === WRITTEN);
  }
}
