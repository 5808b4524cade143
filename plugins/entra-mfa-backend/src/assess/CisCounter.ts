import type { TenantCounts } from './TenantCounts';
import { isCertificateScope } from './assessFlags';
import type { Assessment, CountedAccount } from './types';

type CisCount = NonNullable<TenantCounts['cis']>;

/**
 * Counts as CIS Microsoft 365 5.2.3.4 does, by filtering the registration report: all member users,
 * whatever class they are of here, and capable by the flag alone. Disabled accounts are not in the
 * report.
 */
export class CisCounter {
  readonly #count: CisCount = {
    members: 0,
    capable: 0,
    certificateScope: 0,
    leftOut: 0,
  };

  add(person: Assessment, { enabled, member }: CountedAccount): void {
    const { registered, capable, methods, state } = person;
    if (!enabled || !member || capable === null) {
      return;
    }
    this.#count.members += 1;
    this.#count.capable += capable ? 1 : 0;
    this.#count.certificateScope +=
      registered !== null &&
      isCertificateScope({ registered, capable, methods })
        ? 1
        : 0;
    this.#count.leftOut +=
      state === 'out-of-scope' || state === 'exempt' ? 1 : 0;
  }

  /** Null where the report has no row of a member. */
  line(): CisCount | null {
    return this.#count.members === 0 ? null : this.#count;
  }
}
