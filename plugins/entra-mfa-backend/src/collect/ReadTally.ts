import { NumberList } from '../packed/NumberList';

/** What of a page is counted over all pages of its data set. */
export interface PageTally {
  /** When Microsoft refreshed each row that says so, in seconds since 1970. */
  refreshedSeconds: readonly number[];
  /** How many rows have no value, by property: see `decisive` of a collector. */
  missing: Readonly<Record<string, number>>;
}

/** What is counted over all rows of a data set while it is read, a few bytes a row. */
export class ReadTally {
  readonly missing = new Map<string, number>();
  readonly #refreshed = new NumberList();

  add({ refreshedSeconds, missing }: PageTally): void {
    for (const seconds of refreshedSeconds) {
      this.#refreshed.push(seconds);
    }
    for (const [property, rows] of Object.entries(missing)) {
      this.missing.set(property, (this.missing.get(property) ?? 0) + rows);
    }
  }

  /**
   * When Microsoft refreshed the median row; of two in the middle, the older one. The newest would let
   * one fresh row hide a report that stands still. Null where no row says so.
   */
  refreshedAt(): Date | null {
    const { length } = this.#refreshed;
    if (length === 0) {
      return null;
    }
    const sorted = Uint32Array.from({ length }, (_, i) =>
      this.#refreshed.at(i),
    ).sort();
    return new Date(sorted[Math.floor((length - 1) / 2)] * 1000);
  }
}
