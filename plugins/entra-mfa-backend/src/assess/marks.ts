import type { PersonMark } from '@entra-mfa/backstage-plugin-entra-mfa-common';
import type { RegistrationBody, UserBody } from '../collectors/types';
import { isCertificateScope } from './assessFlags';
import { isExternal } from './phoneEnds';
import { isSharedMailbox } from './isSharedMailbox';
import { isPhone, isPhoneOnly } from './phoneOnly';
import type { Asked } from './policies/types';
import { hasMethod, isKnownMethod, methodTier, tierRank } from './tier';
import type { PersonRoles } from './types';

/** What is worth knowing of a person without changing their state. */
export function marksOf(person: {
  user: UserBody;
  registration: RegistrationBody | null;
  roles: PersonRoles;
  asked: Asked;
  failedAt: Date | null;
  isAtRisk: boolean;
  mailbox: string | null;
}): PersonMark[] {
  const { user, registration, roles, asked, failedAt, isAtRisk, mailbox } =
    person;
  const marks: PersonMark[] = [];
  const add = (fits: boolean | null, mark: PersonMark) => {
    if (fits) marks.push(mark);
  };

  const userType = user.userType?.toLowerCase() || null;
  add(
    userType !== 'guest' && isExternal(user.userPrincipalName),
    'converted-guest',
  );
  add(userType === null, 'user-type-null');
  add(user.accountEnabled === false && holdsRole(roles), 'disabled-with-role');

  if (registration) {
    const { isMfaRegistered, isMfaCapable } = registration;
    const methodsRegistered = registration.methodsRegistered ?? [];
    add(windowsHelloOnly(methodsRegistered), 'windows-hello-only');
    add(isPhoneOnly(registration), 'phone-only');
    add(phoneIsPreferred(registration), 'phone-default');
    add(isMfaRegistered && isMfaCapable === false, 'registered-not-capable');
    add(!namesOf(registration).every(isKnownMethod), 'unknown-method');
    add(
      isMfaCapable &&
        isMfaRegistered === false &&
        !isCertificateScope({
          registered: isMfaRegistered,
          capable: isMfaCapable,
          methods: methodsRegistered,
        }),
      'contradictory-row',
    );
    const isAsked = asked.now === 'always';
    add(isAsked && isMfaRegistered === false, 'asked-not-registered');
    add(
      !isAsked &&
        asked.withReportOnly === 'always' &&
        isMfaRegistered === false,
      'report-only-asks',
    );
    add(asked.now === 'never' && isMfaRegistered, 'never-asked');
    add(isMfaRegistered === false && failedAt !== null, 'tried-and-failed');
  }
  add(isAtRisk, 'at-risk');
  add(
    user.accountEnabled !== false && isSharedMailbox(mailbox),
    'shared-mailbox',
  );
  return marks;
}

/** Any role, also one that is not privileged: who cannot sign in should have none. */
function holdsRole({ active, eligible }: PersonRoles): boolean {
  return Boolean(active?.length || eligible?.length);
}

/** Every name of a method that the row has, wherever it stands. Some rows have `""` for no value. */
function namesOf(registration: RegistrationBody): string[] {
  return [
    ...(registration.methodsRegistered ?? []),
    ...registration.systemPreferredAuthenticationMethods,
    registration.userPreferredMethodForSecondaryAuthentication ?? '',
  ].filter(Boolean);
}

const windowsHello = [
  'windowsHelloForBusiness',
  'passKeyDeviceBoundWindowsHello',
];

/** Methods of recovery and one-time codes to begin with do not free anybody from their PC. */
function windowsHelloOnly(methods: string[]): boolean {
  const lasting = methods.filter(
    method => tierRank(methodTier(method)) > tierRank('bootstrap'),
  );
  return (
    lasting.length > 0 &&
    lasting.every(method => hasMethod(windowsHello, method))
  );
}

/** The service ignores the person's own choice while it prefers a method by itself. */
function phoneIsPreferred(registration: RegistrationBody): boolean {
  return registration.isSystemPreferredAuthenticationMethodEnabled
    ? registration.systemPreferredAuthenticationMethods.some(isPhone)
    : isPhone(registration.userPreferredMethodForSecondaryAuthentication ?? '');
}
