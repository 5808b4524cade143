/** Lets one write be under way while the next is made ready; never two. */
export class WriteBehind {
  #last: Promise<void> = Promise.resolve();

  /** Begins a write when the one before has ended. Throws what that one threw. */
  async add(write: () => Promise<void>): Promise<void> {
    await this.#last;
    this.#last = write();
    // It is thrown by what comes next; until then it must not count as unhandled.
    this.#last.catch(() => {});
  }

  /** Resolves when everything is written. */
  finish(): Promise<void> {
    return this.#last;
  }
}
