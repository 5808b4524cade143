import { mix } from '../tenant/draw';
import type { EndpointName } from '../server/endpointNames';
import {
  kindsOfPages,
  readFaultProfile,
  type FaultProfile,
  type FaultProfileInput,
  type FaultRule,
} from './faultProfile';

const isSignIn = (endpoint: EndpointName) =>
  endpoint === 'token' || endpoint === 'msi' || endpoint === 'discovery';

/**
 * The faults that are in force. Which requests are hit follows from their number and their page
 * alone, so that a test meets the same faults each time.
 *
 * @public
 */
export class Faults {
  #profile: FaultProfile = { rules: [] };
  #seen: number[] = [];
  #hit: number[] = [];

  constructor(profile?: FaultProfileInput) {
    this.set(profile ?? { rules: [] });
  }

  /** The rules in force. */
  get profile(): FaultProfile {
    return this.#profile;
  }

  /** How often each rule has hit, in the order of the rules. */
  get hits(): readonly number[] {
    return this.#hit;
  }

  /** Puts other rules in force and counts from zero. Throws when they cannot be used. */
  set(profile: FaultProfileInput): void {
    this.#profile = readFaultProfile(profile);
    this.restart();
  }

  /** Takes all rules away. */
  clear(): void {
    this.set({ rules: [] });
  }

  /** Counts from zero again, with the same rules. */
  restart(): void {
    this.#seen = this.#profile.rules.map(() => 0);
    this.#hit = this.#profile.rules.map(() => 0);
  }

  /**
   * The fault that this request meets.
   *
   * @param hasRows - whether the answer is a page of rows; a count has none
   */
  next(
    endpoint: EndpointName,
    page: number,
    hasRows = true,
  ): FaultRule | undefined {
    for (const [index, rule] of this.#profile.rules.entries()) {
      const everywhere = rule.endpoint === '*' && !isSignIn(endpoint);
      const fits =
        (everywhere || rule.endpoint === endpoint) &&
        (rule.page === undefined || rule.page === page) &&
        (hasRows || !kindsOfPages.includes(rule.kind));
      if (!fits) {
        continue;
      }
      const number = this.#seen[index]++;
      const due =
        number >= (rule.after ?? 0) &&
        this.#hit[index] < (rule.times ?? Infinity) &&
        (rule.share === undefined ||
          mix(mix(index + 1) ^ number) / 4294967296 < rule.share);
      if (due) {
        this.#hit[index]++;
        return rule;
      }
    }
    return undefined;
  }
}
