import { dayInMilliseconds } from '../clock';
import { enabledAt, type Account } from './account';
import type { Registration } from './methodMix';
import { otherRegistration, registrationAfter } from './registration';

const hour = dayInMilliseconds / 24;

/** A change of registrations on demand: the given share of people has another one from then on. */
export type RegistrationChange = { at: number; share: number; number: number };

/** A row of `/reports/authenticationMethods/userRegistrationDetails`, as Graph sends it. @public */
export type ReportRow = {
  id: string;
  userPrincipalName: string;
  userDisplayName: string;
  userType: 'member' | 'guest' | null;
  isAdmin: boolean;
  isSsprRegistered: boolean;
  isSsprEnabled: boolean;
  isSsprCapable: boolean;
  isMfaRegistered: boolean;
  isMfaCapable: boolean;
  isPasswordlessCapable: boolean;
  methodsRegistered: string[];
  isSystemPreferredAuthenticationMethodEnabled: boolean;
  systemPreferredAuthenticationMethods: string[];
  userPreferredMethodForSecondaryAuthentication: string;
  lastUpdatedDateTime: string;
};

/**
 * When the report last refreshed the row of a position, and the state that it then showed. Each row
 * is refreshed once a day at a time of its own, from data up to twelve hours old, so that a row is at
 * most 36 hours behind.
 */
export function refreshOf(
  unit: number,
  secondUnit: number,
  time: number,
): { refreshedAt: number; showsStateOf: number } {
  const offset = Math.floor(unit * dayInMilliseconds);
  const refreshedAt =
    Math.floor((time - offset) / dayInMilliseconds) * dayInMilliseconds +
    offset;
  return {
    refreshedAt,
    showsStateOf: refreshedAt - Math.floor(secondUnit * 12 * hour),
  };
}

const passwordless =
  /^(passKey|fido2|windowsHello|macOs|microsoftAuthenticatorPasswordless)/;
const resetMethods =
  /^(microsoftAuthenticatorPush|softwareOneTimePasscode|mobilePhone|officePhone|email|securityQuestion)$/;

const preferredOf = (methods: readonly string[]): string => {
  if (methods.includes('microsoftAuthenticatorPush')) {
    return 'push';
  }
  if (methods.some(method => method.endsWith('OneTimePasscode'))) {
    return 'oath';
  }
  return methods.includes('mobilePhone') ? 'sms' : 'none';
};

/** The registration that a row shows. */
export function registrationOf(
  account: Account,
  showsStateOf: number,
  time: number,
  changes: readonly RegistrationChange[],
): Registration {
  let registration = registrationAfter(
    account.moments(showsStateOf),
    account.draw,
  );
  for (const { at, share, number } of changes) {
    if (at <= time && account.draw.chance(5000 + 2 * number, share)) {
      registration = otherRegistration(
        registration,
        account.draw.unit(5001 + 2 * number),
      );
    }
  }
  return registration;
}

/** The report row of an account, or undefined when the report has none. */
export function reportRow(
  account: Account,
  refresh: { refreshedAt: number; showsStateOf: number },
  time: number,
  changes: readonly RegistrationChange[],
): ReportRow | undefined {
  const { showsStateOf, refreshedAt } = refresh;
  const { kind, draw } = account;
  if (
    account.withoutReportRow ||
    (kind !== 'leftover' && !enabledAt(account, showsStateOf))
  ) {
    return undefined;
  }
  const { methods, registered, capable } = registrationOf(
    account,
    showsStateOf,
    time,
    changes,
  );
  const isPerson = kind === 'employee';
  const reset = methods.some(method => resetMethods.test(method));
  const preferred = preferredOf(methods);
  const turn = methods.length
    ? Math.floor(refreshedAt / dayInMilliseconds + draw.below(70, 7)) %
      methods.length
    : 0;
  const guest = account.userType === 'Guest';
  return {
    id: account.id,
    // The report keeps the name as it first was; the directory may since write it otherwise.
    userPrincipalName: isPerson
      ? account.userPrincipalName.replace(/^[^#]*$/, name => name.toLowerCase())
      : account.userPrincipalName,
    userDisplayName: account.name.displayName,
    userType: guest ? 'guest' : account.userType && 'member',
    isAdmin: account.activeRoles.length > 0,
    isSsprRegistered: reset,
    isSsprEnabled: isPerson,
    isSsprCapable: isPerson && reset,
    isMfaRegistered: registered,
    isMfaCapable: capable,
    isPasswordlessCapable:
      capable && methods.some(method => passwordless.test(method)),
    methodsRegistered: [...methods.slice(turn), ...methods.slice(0, turn)],
    isSystemPreferredAuthenticationMethodEnabled: kind !== 'breakGlass',
    systemPreferredAuthenticationMethods:
      preferred === 'none' ? [] : [preferred],
    userPreferredMethodForSecondaryAuthentication:
      preferred === 'sms' && draw.chance(71, 0.3) ? 'voiceMobile' : preferred,
    lastUpdatedDateTime: sevenDigits(refreshedAt, draw.below(72, 10_000)),
  };
}

/** Graph writes seven digits of a second here, where JavaScript has three. */
function sevenDigits(time: number, digits: number): string {
  return `${new Date(time).toISOString().slice(0, -1)}${String(digits).padStart(
    4,
    '0',
  )}Z`;
}
