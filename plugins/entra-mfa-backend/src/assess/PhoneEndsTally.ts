import type { PhoneEnds } from '@entra-mfa/backstage-plugin-entra-mfa-common';

/** Counts people by the day on which their phone stops. */
export class PhoneEndsTally {
  readonly #counts = new Map<string, number>();

  add(date: string | null): void {
    if (date !== null) {
      this.#counts.set(date, (this.#counts.get(date) ?? 0) + 1);
    }
  }

  /** Earliest first. */
  list(): PhoneEnds {
    return [...this.#counts]
      .map(([date, count]) => ({ date, count }))
      .sort((a, b) => (a.date < b.date ? -1 : 1));
  }
}
