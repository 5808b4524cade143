import type { EventParams, EventsService } from '@backstage/plugin-events-node';

/**
 * Holds events back while history is made. The catalog would process every entity whose status
 * changed on each of 90 past days, only to show that of today.
 */
export class HeldEvents {
  #waiting: (() => Promise<void>)[] | undefined;

  hold(): void {
    this.#waiting ??= [];
  }

  /** Publishes what was held back, in its order, and holds no more. */
  async release(): Promise<void> {
    const waiting = this.#waiting ?? [];
    this.#waiting = undefined;
    for (const publish of waiting) {
      await publish();
    }
  }

  /** The same events, as long as none are held back. */
  wrap(events: EventsService): EventsService {
    return {
      subscribe: options => events.subscribe(options),
      publish: async (params: EventParams) => {
        if (this.#waiting) {
          this.#waiting.push(() => events.publish(params));
        } else {
          await events.publish(params);
        }
      },
    };
  }
}

/** Those of this process. */
export const heldEvents = new HeldEvents();
