/** Whether an account can sign in, and since when as far as was seen. */
export interface Enablement {
  /** Null where the directory never said. */
  enabled: boolean | null;
  /**
   * Of an account that was enabled when it was seen first, when it was made. Null of one that was disabled
   * then, and where nothing was ever said.
   */
  since: Date | null;
}

/**
 * Follows the enablement of an account from one assessment to the next.
 *
 * @param enabled - as the directory says it now; null keeps what it said before
 * @param before - as it was followed so far; null for an account that is seen for the first time
 * @param at - the time of the assessment
 */
export function followEnablement(
  enabled: boolean | null,
  createdDateTime: string | null,
  before: Enablement | null,
  at: Date,
): Enablement {
  if (enabled === null || before?.enabled === enabled) {
    return before ?? { enabled, since: null };
  }
  if (before && before.enabled !== null) {
    return { enabled, since: at };
  }
  if (!enabled) {
    return { enabled, since: null };
  }
  return { enabled, since: createdDateTime ? new Date(createdDateTime) : at };
}

/** Since when an account is known to be there and enabled; null where it is not, or not known. */
export function enabledSince({ enabled, since }: Enablement): Date | null {
  return enabled ? since : null;
}
