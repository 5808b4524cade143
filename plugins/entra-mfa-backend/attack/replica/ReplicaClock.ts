import type { EntraMfaClock } from '@entra-mfa/backstage-plugin-entra-mfa-node';

/** A clock that the attack sets. It goes on by a millisecond whenever it is looked at, and nobody waits. */
export class ReplicaClock implements EntraMfaClock {
  #now = 0;

  set(now: number): void {
    this.#now = now;
  }

  now(): Date {
    this.#now += 1;
    return new Date(this.#now);
  }

  async sleep(milliseconds: number, signal?: AbortSignal): Promise<void> {
    signal?.throwIfAborted();
    this.#now += milliseconds;
    // Others get their turn, as they would while somebody waits.
    await new Promise(setImmediate);
    signal?.throwIfAborted();
  }
}
