import type { Tally } from './History';

/** How much happened in all histories. */
export class Progress {
  readonly #started = Date.now();
  readonly #total: Tally = { steps: 0, syncs: 0, published: 0, reads: 0 };
  #histories = 0;

  /** When the time is over that it was given; never for null. */
  endAfter(minutes: number | null): number {
    return minutes === null ? Infinity : this.#started + minutes * 60_000;
  }

  add(more: Tally): void {
    this.#histories += 1;
    for (const name of Object.keys(more) as (keyof Tally)[]) {
      this.#total[name] += more[name];
    }
  }

  summary(kills: number): string {
    const seconds = Math.round((Date.now() - this.#started) / 1000);
    const { steps, syncs, published, reads } = this.#total;
    return `${
      this.#histories
    } histories, ${steps} steps, ${syncs} syncs, ${published} snapshots, ${kills} kills, ${reads} reads in ${seconds} s`;
  }
}
