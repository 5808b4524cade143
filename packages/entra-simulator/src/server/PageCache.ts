/** Keeps the last written pages, so that a benchmark measures its client and not this server. */
export class PageCache {
  readonly #limit: number;
  readonly #pages = new Map<string, string>();

  constructor(limit: number) {
    this.#limit = limit;
  }

  /** The page kept under that key, or the one that is made now. */
  async get(key: string, make: () => Promise<string>): Promise<string> {
    const kept = this.#pages.get(key);
    if (kept !== undefined) {
      return kept;
    }
    const made = await make();
    if (this.#limit > 0) {
      if (this.#pages.size >= this.#limit) {
        this.#pages.delete(this.#pages.keys().next().value!);
      }
      this.#pages.set(key, made);
    }
    return made;
  }

  clear(): void {
    this.#pages.clear();
  }
}
