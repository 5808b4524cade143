import type { RegistrationAttempts } from '@entra-mfa/backstage-plugin-entra-mfa-common';
import type { RegistrationEventBody } from '../collectors/types';
import { isLasting } from './phoneOnly';

type Line = RegistrationAttempts['methods'][number];

/** Reasons of a method that are told; Microsoft writes them in words of its own. */
const MOST_REASONS = 3;

/**
 * Counts who tried to register or to reset a password, and with what. People are counted once for each of both; what
 * they did with a method as often as they did it, in the shape of Microsoft's former reports on the use of
 * credentials.
 */
export class AttemptCounter {
  readonly #people = {
    registration: { tried: 0, managed: 0 },
    reset: { tried: 0, managed: 0 },
  };
  readonly #methods = new Map<
    string,
    Omit<Line, 'reasons'> & { reasons: Map<string, number> }
  >();

  /** @param events - all of one person */
  add(events: readonly RegistrationEventBody[]): void {
    for (const feature of ['registration', 'reset'] as const) {
      const own = events.filter(event => event.feature === feature);
      if (own.length > 0) {
        const people = this.#people[feature];
        people.tried += 1;
        people.managed += own.some(hasManaged) ? 1 : 0;
      }
    }
    events.forEach(event => this.#count(event));
  }

  result(): Pick<RegistrationAttempts, 'registration' | 'reset' | 'methods'> {
    const lines = [...this.#methods.values()].sort(
      (one, other) =>
        one.feature.localeCompare(other.feature) ||
        other.succeeded + other.failed - one.succeeded - one.failed ||
        one.method.localeCompare(other.method),
    );
    return {
      ...this.#people,
      methods: lines.map(line => ({
        ...line,
        reasons: [...line.reasons]
          .sort(
            ([one, times], [other, others]) =>
              others - times || one.localeCompare(other),
          )
          .slice(0, MOST_REASONS)
          .map(([reason, count]) => ({ reason, count })),
      })),
    };
  }

  #count({ feature, method, success, reason }: RegistrationEventBody): void {
    const key = `${feature} ${method}`;
    const line = this.#methods.get(key) ?? {
      feature,
      method,
      succeeded: 0,
      failed: 0,
      reasons: new Map(),
    };
    this.#methods.set(key, line);
    if (success) {
      line.succeeded += 1;
      return;
    }
    line.failed += 1;
    if (reason !== null) {
      line.reasons.set(reason, (line.reasons.get(reason) ?? 0) + 1);
    }
  }
}

/** A way back into the account by mail is no second factor. */
function hasManaged({ feature, method, success }: RegistrationEventBody) {
  return success && (feature === 'reset' || isLasting(method));
}
