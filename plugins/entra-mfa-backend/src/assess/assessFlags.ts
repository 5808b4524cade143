import type {
  Basis,
  PersonState,
  StateReason,
} from '@entra-mfa/backstage-plugin-entra-mfa-common';
import { hasMethod, methodTier, tierRank } from './tier';

/** What a report row says that decides a state. */
export interface Flags {
  registered: boolean;
  /** Null where it was made from the person's methods, which do not say it. */
  capable: boolean | null;
  methods: readonly string[];
}

export interface FlagsVerdict {
  state: PersonState;
  reason: StateReason;
}

const verdicts = {
  external: { state: 'unknown', reason: 'external-method' },
  certificate: { state: 'unknown', reason: 'certificate-scope' },
  registered: { state: 'covered', reason: 'registered' },
  notRegistered: { state: 'uncovered', reason: 'not-registered' },
  capable: { state: 'covered', reason: 'capable' },
  notCapable: { state: 'uncovered', reason: 'not-capable' },
  capableNotKnown: { state: 'unknown', reason: 'capable-not-known' },
} as const satisfies Record<string, FlagsVerdict>;

/** The report leaves external methods out of its flags, so "not registered" proves nothing then. */
export function assessExternalMethod({ registered, methods }: Flags) {
  return !registered && hasMethod(methods, 'externalAuthMethod')
    ? verdicts.external
    : null;
}

/**
 * Whether a row says capable by the scope of certificate sign-in alone, in which there may be a
 * certificate or none: no method usable for MFA is registered, whatever there is to recover with, to
 * begin with or to sign in first.
 */
export function isCertificateScope({
  registered,
  capable,
  methods,
}: Flags): boolean {
  return (
    capable === true &&
    !registered &&
    !hasMethod(methods, 'externalAuthMethod') &&
    methods.every(method => tierRank(methodTier(method)) < tierRank('phone'))
  );
}

/** Anyone in scope of certificate sign-in is capable, certificate or not: no method is no proof. */
export function assessCertificateScope(flags: Flags, basis: Basis) {
  return basis === 'capable' && isCertificateScope(flags)
    ? verdicts.certificate
    : null;
}

/**
 * Capable and not registered, with a method usable for MFA, contradicts itself; Microsoft's own reading of it is
 * that the person has not registered, so it is not covered on either basis.
 */
export function assessBasis({ registered, capable }: Flags, basis: Basis) {
  if (basis === 'registered') {
    return registered ? verdicts.registered : verdicts.notRegistered;
  }
  if (capable === null) {
    // Who has no method may still be by the scope of certificate sign-in.
    return verdicts.capableNotKnown;
  }
  return capable && registered ? verdicts.capable : verdicts.notCapable;
}

/** The state that a report row gives on a basis. */
export function assessFlags(flags: Flags, basis: Basis): FlagsVerdict {
  return (
    assessExternalMethod(flags) ??
    assessCertificateScope(flags, basis) ??
    assessBasis(flags, basis)
  );
}
