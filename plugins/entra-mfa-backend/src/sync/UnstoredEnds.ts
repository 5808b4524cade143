/** A run whose end, or whose beginning, the database did not take. */
export interface UnstoredEnd {
  /** The end of this run, or of a later one, makes up for it. */
  run: number;
  /** Since when no end of the tenant could be stored. */
  since: Date;
  /** The kind of the error, see `kindOf`. */
  failure: string;
}

/**
 * The ends of runs that could not be stored, by tenant. The database cannot say of itself that it took
 * nothing, so this process remembers it, until the end of another run is stored.
 */
export class UnstoredEnds {
  readonly #ends = new Map<string, UnstoredEnd>();

  of(tenantId: string): UnstoredEnd | null {
    return this.#ends.get(tenantId) ?? null;
  }

  add(tenantId: string, end: UnstoredEnd): void {
    const since = this.of(tenantId)?.since ?? end.since;
    this.#ends.set(tenantId, { ...end, since });
  }

  stored(tenantId: string): void {
    this.#ends.delete(tenantId);
  }
}
