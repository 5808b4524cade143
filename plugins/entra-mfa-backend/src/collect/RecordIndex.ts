import { HashList } from '../packed/HashList';
import { KeyList } from '../packed/KeyList';
import { KeyTable } from '../packed/KeyTable';

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
 * 500,000 records take about 30 MB, whatever their bodies hold.
 */
export class RecordIndex {
  readonly #keepsMissing: boolean;
  readonly #keys = new KeyTable();
  /** The hash of the current record n. */
  readonly #hashes = new HashList();
  #seen = new Uint8Array(1024);
  #added = 0;
  #changed = 0;
  #met = 0;

  /** @param options - `keepsMissing` where a record that is not met stays true */
  constructor({ keepsMissing = false }: { keepsMissing?: boolean } = {}) {
    this.#keepsMissing = keepsMissing;
  }

  /** Takes in a record of the current version: see `readIndex`. All come first, in key order. */
  addCurrent(bytes: Uint8Array, start: number, end: number): void {
    this.#hashes.pushBytes(bytes, end + 1);
    this.#keys.addBytes(bytes, start, end);
  }

  /** Takes in that an earlier part of this run found the record at that place unchanged. */
  restoreUnchanged(place: number): void {
    this.#mark(place, UNCHANGED);
  }

  /** Takes in that an earlier part of this run wrote a record with that key, given as bytes. */
  restoreWritten(bytes: Uint8Array, start: number, end: number): void {
    this.#mark(this.#keys.addBytes(bytes, start, end), WRITTEN);
  }

  /**
   * Compares a record as read, and remembers it. A record that was met before counts as it was met
   * last: pages may give a row twice.
   */
  compare(key: string, hash: string): Comparison {
    const place = this.#keys.add(key);
    const wasWritten = this.#seen[place] === WRITTEN;
    const differs = place >= this.#current || !this.#hashes.isAt(place, hash);
    this.#mark(place, differs ? WRITTEN : UNCHANGED);
    return { place, differs, wasWritten };
  }

  get counts(): { added: number; changed: number; removed: number } {
    return {
      added: this.#added,
      changed: this.#changed,
      removed: this.#keepsMissing ? 0 : this.#current - this.#met,
    };
  }

  /** Distinct records that are true after the read. */
  get size(): number {
    return (this.#keepsMissing ? this.#current : this.#met) + this.#added;
  }

  /** Whether there is a current version with any record. */
  get isFirst(): boolean {
    return this.#current === 0;
  }

  /** After a complete read: keys of the current version that were not met. */
  *missing(): Generator<string> {
    for (let place = 0; place < this.#current; place += 1) {
      if (this.#seen[place] === UNSEEN) {
        yield this.#keys.keyAt(place);
      }
    }
  }

  /** After a complete read: keys whose current record was changed, or not met unless it stays true then. */
  replaced(): KeyList {
    const keys = new KeyList();
    if (this.#changed === 0 && this.#met === this.#current) {
      return keys;
    }
    for (let place = 0; place < this.#current; place += 1) {
      const seen = this.#seen[place];
      if (seen === WRITTEN || (seen === UNSEEN && !this.#keepsMissing)) {
        keys.push(this.#keys.keyAt(place));
      }
    }
    return keys;
  }

  /** How many records the current version has. */
  get #current(): number {
    return this.#hashes.length;
  }

  #mark(place: number, state: number): void {
    if (place >= this.#seen.length) {
      const larger = new Uint8Array(Math.max(place + 1, this.#seen.length * 2));
      larger.set(this.#seen);
      this.#seen = larger;
    }
    const before = this.#seen[place];
    this.#seen[place] = state;
    if (place >= this.#current) {
      this.#added += before === UNSEEN ? 1 : 0;
      return;
    }
    this.#met += before === UNSEEN ? 1 : 0;
    this.#changed += Number(state === WRITTEN) - Number(before === WRITTEN);
  }
}
