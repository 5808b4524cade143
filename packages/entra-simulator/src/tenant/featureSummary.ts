import { enabledAt } from './account';
import type { Row } from './collection';
import type { GeneratedTenant } from './generatedTenant';

const passwordless = /^(passKey|fido2|windowsHello|macOs)/;

/**
 * Microsoft's own counts over everybody who can sign in. They are of this moment, while the rows of
 * the report are up to 36 hours behind; so the two differ by a few, as they do at Microsoft.
 */
export function featureSummary(
  tenant: GeneratedTenant,
  time: number,
  origin: string,
): Row {
  let totalUserCount = 0;
  let mfaCapable = 0;
  let passwordlessCapable = 0;
  for (const { account, registration } of tenant.people(time)) {
    if (!enabledAt(account, time)) {
      continue;
    }
    totalUserCount += 1;
    if (registration.capable) {
      mfaCapable += 1;
      passwordlessCapable += registration.methods.some(method =>
        passwordless.test(method),
      )
        ? 1
        : 0;
    }
  }
  return {
    '@odata.context': `${origin}/v1.0/$metadata#microsoft.graph.userRegistrationFeatureSummary`,
    totalUserCount,
    userTypes: 'all',
    userRoles: 'all',
    userRegistrationFeatureCounts: [
      { feature: 'passwordlessCapable', userCount: passwordlessCapable },
      { feature: 'mfaCapable', userCount: mfaCapable },
    ],
  };
}
