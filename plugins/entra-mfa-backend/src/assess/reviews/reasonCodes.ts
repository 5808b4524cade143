import {
  reviewReasons,
  type ReviewReason,
} from '@entra-mfa/backstage-plugin-entra-mfa-common';

/** The reasons as one number, as they are stored: a power of two each. */
export const reasonCodes: Record<ReviewReason, number> = {
  privileged: 1,
  new: 2,
  'left-but-enabled': 4,
  'no-method': 8,
  disabled: 16,
};

/** One number for several reasons. */
export function toReasonCode(reasons: readonly ReviewReason[]): number {
  return reasons.reduce((code, reason) => code | reasonCodes[reason], 0);
}

/** The reasons that a number holds. */
export function reasonsOfCode(code: number): ReviewReason[] {
  return reviewReasons.filter(reason => (code & reasonCodes[reason]) !== 0);
}
