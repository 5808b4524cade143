import { methodTier, tierRank } from '../tier';

/**
 * Methods that fail together are of one kind: the same device, app or provider is behind them. So an
 * account that has a second one of the same kind is no safer.
 */
const kinds: Readonly<Record<string, string>> = {
  mobilePhone: 'phone',
  alternateMobilePhone: 'phone',
  officePhone: 'phone',
  sms: 'phone',
  microsoftAuthenticatorPush: 'Microsoft Authenticator',
  microsoftAuthenticatorPasswordless: 'Microsoft Authenticator',
  passKeyDeviceBoundAuthenticator: 'Microsoft Authenticator',
  softwareOneTimePasscode: 'software one-time passcode',
  hardwareOneTimePasscode: 'hardware one-time passcode',
  fido2SecurityKey: 'security key or passkey',
  fido2: 'security key or passkey',
  passKeyDeviceBound: 'security key or passkey',
  passKeySynced: 'synced passkey',
  windowsHelloForBusiness: 'Windows Hello',
  passKeyDeviceBoundWindowsHello: 'Windows Hello',
  macOsSecureEnclaveKey: 'macOS platform credential',
  x509CertificateMultiFactor: 'certificate',
};

/** The kinds of the methods that are usable for MFA, each once, sorted. */
export function methodKinds(methods: readonly string[]): string[] {
  const strong = methods.filter(
    method => tierRank(methodTier(method)) >= tierRank('phone'),
  );
  return [...new Set(strong.map(method => kinds[method] ?? method))].sort();
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
    for (const kind of methodKinds(methods)) {
      counts.set(kind, (counts.get(kind) ?? 0) + count);
    }
  }
  const [first] = [...counts].sort(
    ([a, countA], [b, countB]) => countB - countA || (a < b ? -1 : 1),
  );
  return first?.[0] ?? null;
}
