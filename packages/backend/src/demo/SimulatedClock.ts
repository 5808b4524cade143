import type { EntraMfaClock } from '@entra-mfa/backstage-plugin-entra-mfa-node';
import { setTimeout as wait } from 'node:timers/promises';
import type { SimulatorControl } from './SimulatorControl';

/**
 * While history is made, time is the simulator's: a wait moves the simulator's clock on instead of
 * taking time, so that pace and limit are kept and 90 days take seconds. Afterwards it is the
 * machine's own time.
 */
export class SimulatedClock implements EntraMfaClock {
  #now: Date | undefined;
  readonly #simulator: SimulatorControl;

  constructor(simulator: SimulatorControl) {
    this.#simulator = simulator;
  }

  now(): Date {
    return this.#now ?? new Date();
  }

  async moveTo(instant: Date): Promise<void> {
    await this.#simulator.setClock(instant, 'frozen');
    this.#now = instant;
  }

  async moveToPresent(): Promise<void> {
    await this.#simulator.setClock(new Date(), 'running');
    this.#now = undefined;
  }

  async sleep(milliseconds: number, signal?: AbortSignal): Promise<void> {
    if (this.#now) {
      signal?.throwIfAborted();
      await this.moveTo(new Date(this.#now.getTime() + milliseconds));
    } else {
      await wait(milliseconds, undefined, { signal });
    }
  }
}
