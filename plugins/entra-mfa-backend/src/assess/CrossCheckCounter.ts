import type { CrossCheckReason } from '@entra-mfa/backstage-plugin-entra-mfa-common';
import type { FeatureSummaryBody } from '../collectors/types';
import type { TenantCounts } from './TenantCounts';
import type { CountedAccount } from './types';

/**
 * Counts who is MFA capable over the people whom Microsoft's own count is about: every account that
 * is not blocked, guests too.
 */
export class CrossCheckCounter {
  #users = 0;
  #capable = 0;
  #guests = 0;
  #disabled = 0;

  add(capable: boolean | null, { enabled, guest }: CountedAccount): void {
    if (!enabled) {
      this.#disabled += 1;
      return;
    }
    this.#users += 1;
    this.#capable += capable ? 1 : 0;
    this.#guests += guest ? 1 : 0;
  }

  /** Null where Microsoft gave no count. */
  line(
    microsoft: FeatureSummaryBody | null,
    rowsWithoutPerson: number,
  ): TenantCounts['crossCheck'] {
    if (microsoft === null || microsoft.mfaCapable === null) {
      return null;
    }
    const capable = microsoft.mfaCapable;
    const difference = capable - this.#capable;
    const moreUsers = microsoft.users - this.#users;
    return {
      microsoft: { users: microsoft.users, capable },
      here: { users: this.#users, capable: this.#capable },
      difference,
      reason: this.#reason(difference, moreUsers, rowsWithoutPerson),
    };
  }

  /** Who is counted tells most; over the same people, only the time of the counting is left. */
  #reason(
    difference: number,
    moreUsers: number,
    rowsWithoutPerson: number,
  ): CrossCheckReason | null {
    if (difference === 0) {
      return null;
    }
    const isAtLeast = (part: number) => part > 0 && Math.abs(moreUsers) >= part;
    if (moreUsers < 0 && isAtLeast(this.#guests)) {
      return 'guests';
    }
    if (moreUsers > 0 && isAtLeast(this.#disabled)) {
      return 'disabled';
    }
    if (moreUsers > 0 && isAtLeast(rowsWithoutPerson)) {
      return 'rows-without-person';
    }
    return 'refreshed';
  }
}
