import {
  knownMethod,
  type MethodKind,
} from '@entra-mfa/backstage-plugin-entra-mfa-common';
import { isLasting } from '../phoneOnly';
import { methodTier } from '../tier';

/**
 * Methods that fail together are of one kind: the same device, app or provider is behind them. So an
 * account that has a second one of the same kind is no safer.
 */
const kinds: Readonly<Record<string, MethodKind>> = {
  microsoftAuthenticatorPush: 'microsoft-authenticator',
  push: 'microsoft-authenticator',
  appNotification: 'microsoft-authenticator',
  PhoneAppNotification: 'microsoft-authenticator',
  deviceBasedPush: 'microsoft-authenticator',
  microsoftAuthenticatorPasswordless: 'microsoft-authenticator',
  passKeyDeviceBoundAuthenticator: 'microsoft-authenticator',
  softwareOneTimePasscode: 'software-passcode',
  softwareOath: 'software-passcode',
  appCode: 'software-passcode',
  appNotificationCode: 'software-passcode',
  PhoneAppOTP: 'software-passcode',
  oath: 'software-passcode',
  hardwareOneTimePasscode: 'hardware-passcode',
  hardwareOath: 'hardware-passcode',
  HardwareOTP: 'hardware-passcode',
  fido2SecurityKey: 'security-key',
  fido2: 'security-key',
  fido: 'security-key',
  passKeyDeviceBound: 'security-key',
  passKeySynced: 'synced-passkey',
  windowsHelloForBusiness: 'windows-hello',
  passKeyDeviceBoundWindowsHello: 'windows-hello',
  macOsSecureEnclaveKey: 'mac-os',
  x509CertificateMultiFactor: 'certificate',
};

/**
 * The kinds of the methods that are usable for MFA, each once, sorted. An external method, a certificate
 * and a name that is not known may well be, as beside a phone: see `isPhoneOnly`.
 */
export function methodKindsOf(methods: readonly string[]): string[] {
  return [...new Set(methods.filter(isLasting).map(kindOf))].sort();
}

/** All phones are of one kind; a method of no kind that is known is one by itself. */
function kindOf(method: string): string {
  if (methodTier(method) === 'phone') {
    return 'phone';
  }
  return kinds[knownMethod(method) ?? ''] ?? method;
}

/**
 * The kind of method that most people have; of several that as many have, the first by name. Null
 * where nobody has any.
 */
export function mostUsedKind(
  people: Iterable<{ methods: readonly string[]; count: number }>,
): string | null {
  const counts = new Map<string, number>();
  for (const { methods, count } of people) {
    for (const kind of methodKindsOf(methods)) {
      counts.set(kind, (counts.get(kind) ?? 0) + count);
    }
  }
  const [first] = [...counts].sort(
    ([a, countA], [b, countB]) => countB - countA || (a < b ? -1 : 1),
  );
  return first?.[0] ?? null;
}
