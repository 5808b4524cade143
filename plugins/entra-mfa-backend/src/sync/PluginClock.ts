import type {
  EntraMfaClock,
  EntraMfaClockExtensionPoint,
} from '@entra-mfa/backstage-plugin-entra-mfa-node';
import { setTimeout } from 'timers/promises';

const machineClock: EntraMfaClock = {
  now: () => new Date(),
  sleep: (milliseconds, signal) =>
    setTimeout(milliseconds, undefined, { signal }),
};

/** The machine's time, until a module sets another clock. */
export class PluginClock implements EntraMfaClock, EntraMfaClockExtensionPoint {
  #clock: EntraMfaClock | null = null;

  setClock(clock: EntraMfaClock): void {
    if (this.#clock) {
      throw new Error('The clock of the Entra MFA plugin may be set only once');
    }
    this.#clock = clock;
  }

  now(): Date {
    return (this.#clock ?? machineClock).now();
  }

  async sleep(milliseconds: number, signal?: AbortSignal): Promise<void> {
    await (this.#clock ?? machineClock).sleep(milliseconds, signal);
  }
}
