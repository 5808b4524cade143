import type { PersonState } from '@entra-mfa/backstage-plugin-entra-mfa-common';

/**
 * Whether somebody has MFA, for who asks for yes or no. Of whom the rules do not decide it is neither: exceptions,
 * break-glass and service accounts, and whoever is not known are no failures.
 */
export function mfaEnabled(state: PersonState): boolean | null {
  if (state === 'covered') return true;
  return state === 'uncovered' ? false : null;
}
