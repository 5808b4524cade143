import type { PersonMark, Tier } from 'backstage-plugin-entra-mfa-common';
import type { RegistrationBody, UserBody } from '../collectors/types';
import { isKnownMethod, methodTier, tierRank } from './tier';
import type { PersonRoles } from './types';

/** What is worth knowing of a person without changing their state. */
export function marksOf(person: {
  user: UserBody;
  registration: RegistrationBody | null;
  roles: PersonRoles;
  tier: Tier | null;
}): PersonMark[] {
  const { user, registration, roles, tier } = person;
  const marks: PersonMark[] = [];
  const add = (fits: boolean | null, mark: PersonMark) => {
    if (fits) marks.push(mark);
  };

  const userType = user.userType?.toLowerCase() || null;
  add(
    userType !== 'guest' && /#EXT#/i.test(user.userPrincipalName),
    'converted-guest',
  );
  add(userType === null, 'user-type-null');
  add(user.accountEnabled === false && holdsRole(roles), 'disabled-with-role');

  if (registration) {
    const { isMfaRegistered, isMfaCapable } = registration;
    const methodsRegistered = registration.methodsRegistered ?? [];
    add(windowsHelloOnly(methodsRegistered), 'windows-hello-only');
    add(isMfaRegistered && tier === 'phone', 'phone-only');
    add(phoneIsPreferred(registration), 'phone-default');
    add(isMfaRegistered && isMfaCapable === false, 'registered-not-capable');
    add(
      methodsRegistered.some(method => !isKnownMethod(method)),
      'unknown-method',
    );
    add(
      isMfaRegistered === false && isMfaCapable && methodsRegistered.length > 0,
      'contradictory-row',
    );
  }
  return marks;
}

/** Any role, also one that is not privileged: who cannot sign in should have none. */
function holdsRole({ active, eligible }: PersonRoles): boolean {
  return Boolean(active?.length || eligible?.length);
}

/** Methods of recovery and one-time codes to begin with do not free anybody from their PC. */
function windowsHelloOnly(methods: string[]): boolean {
  const lasting = methods.filter(
    method => tierRank(methodTier(method)) > tierRank('bootstrap'),
  );
  return (
    lasting.length > 0 &&
    lasting.every(
      method =>
        method === 'windowsHelloForBusiness' ||
        method === 'passKeyDeviceBoundWindowsHello',
    )
  );
}

/** How the report names a phone among the preferred methods. */
export const phoneNames: ReadonlySet<string> = new Set([
  'sms',
  'voiceMobile',
  'voiceAlternateMobile',
  'voiceOffice',
]);

/** The service ignores the person's own choice while it prefers a method by itself. */
function phoneIsPreferred(registration: RegistrationBody): boolean {
  if (registration.isSystemPreferredAuthenticationMethodEnabled) {
    return registration.systemPreferredAuthenticationMethods.some(name =>
      phoneNames.has(name),
    );
  }
  return phoneNames.has(
    registration.userPreferredMethodForSecondaryAuthentication ?? '',
  );
}
