import { untilAborted } from '../../graph/untilAborted';

/** Does work one piece after the other, in the order in which it came. */
export class OneAtATime {
  #last: Promise<unknown> = Promise.resolve();

  /** Work that is aborted while it waits is never begun, and those behind it keep their place. */
  async run<T>(signal: AbortSignal, work: () => Promise<T>): Promise<T> {
    const before = this.#last;
    let leave: () => void = () => {};
    this.#last = Promise.all([
      before,
      new Promise<void>(resolve => {
        leave = resolve;
      }),
    ]);
    try {
      await untilAborted(before, signal);
      return await work();
    } finally {
      leave();
    }
  }
}
