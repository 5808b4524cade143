import type { ReviewReason } from '@entra-mfa/backstage-plugin-entra-mfa-common';

/**
 * How much each reason adds to the risk of a person, by which the list of a review can be sorted. What an
 * account can do and who should not have it any more weigh most, then that nothing protects it. Two of these
 * outweigh each alone; that somebody is new, or disabled as who left should be, decides among equals.
 */
export const reasonRisks: Record<ReviewReason, number> = {
  privileged: 8,
  'left-but-enabled': 8,
  'no-method': 6,
  new: 1,
  disabled: 1,
};
