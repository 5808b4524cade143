import { tiers, type Tier } from '@entra-mfa/backstage-plugin-entra-mfa-common';
import type { TenantCounts } from './TenantCounts';
import type { Assessment } from './types';

/** What privileged people in scope come to, and who should hold no role any more. */
export class PrivilegedCounter {
  #known = false;
  readonly #line = {
    people: 0,
    covered: 0,
    uncovered: 0,
    tiers: Object.fromEntries(tiers.map(tier => [tier, 0])) as Record<
      Tier,
      number
    >,
    noTier: 0,
    disabledWithRole: 0,
  };

  add({ privileged, state, tier, marks }: Assessment): void {
    this.#known ||= privileged !== null;
    this.#line.disabledWithRole += marks.includes('disabled-with-role') ? 1 : 0;
    if (!privileged || state === 'out-of-scope') {
      return;
    }
    this.#line.people += 1;
    if (state === 'covered' || state === 'uncovered') {
      this.#line[state] += 1;
    }
    if (tier === null) {
      this.#line.noTier += 1;
    } else {
      this.#line.tiers[tier] += 1;
    }
  }

  /** Null while roles are not read: not known, never nobody. */
  line(): TenantCounts['privileged'] {
    return this.#known ? this.#line : null;
  }
}
