import type { Tier } from '@entra-mfa/backstage-plugin-entra-mfa-common';

/** What the pages call each tier. */
export const tierWords: Readonly<Record<Tier, string>> = {
  none: 'none',
  'recovery-only': 'recovery only',
  bootstrap: 'temporary pass',
  other: 'other',
  phone: 'phone',
  'app-or-token': 'app or token',
  passwordless: 'passwordless',
  'phishing-resistant': 'phishing-resistant',
};
