/**
 * The states in which a person can be. Every person of the directory has exactly one.
 *
 * - `covered`: the basis flag is true
 * - `uncovered`: the basis flag is false
 * - `unknown`: nothing may be concluded; always with its reason
 * - `exempt`: an approved exception is in force
 * - `out-of-scope`: a scope rule left the person out; always with the rule
 *
 * Only `covered` and `uncovered` count in coverage.
 *
 * @public
 */
export const personStates = [
  'covered',
  'uncovered',
  'unknown',
  'exempt',
  'out-of-scope',
] as const;

/** One of {@link personStates}. @public */
export type PersonState = (typeof personStates)[number];

/**
 * The flag of Microsoft's registration report that decides whether a person is covered.
 *
 * - `registered`: `isMfaRegistered`, a method usable for MFA is registered
 * - `capable`: `isMfaCapable`, registered and allowed by the authentication methods policy;
 *   what CIS Microsoft 365 5.2.3.4 asks for
 *
 * Source: Microsoft Graph, resource type `userRegistrationDetails`.
 *
 * @public
 */
export const bases = ['registered', 'capable'] as const;

/** One of {@link bases}. @public */
export type Basis = (typeof bases)[number];

/**
 * Why a person has their state. A person out of scope has a {@link ScopeClass} as the reason.
 *
 * @public
 */
export const stateReasons = [
  'registered',
  'capable',
  'not-registered',
  'not-capable',
  'no-row',
  'no-row-yet',
  'no-licence',
  'no-permission',
  'not-read',
  'report-empty',
  'missing-property',
  'external-method',
  'certificate-scope',
  'capable-not-known',
  'exception',
  'break-glass',
  'mailbox',
  'disabled',
  'guest',
  'sync',
  'bulk-enrolment',
  'agent',
  'listed',
  'scope-rule',
  'future-hire',
] as const;

/** One of {@link stateReasons}. @public */
export type StateReason = (typeof stateReasons)[number];

/**
 * The classes of people who are left out, in the order in which they are asked: where several fit,
 * the first counts. `mailbox` is a shared mailbox, a room or equipment that cannot sign in.
 *
 * @public
 */
export const scopeClasses = [
  'break-glass',
  'mailbox',
  'disabled',
  'guest',
  'sync',
  'bulk-enrolment',
  'agent',
  'listed',
  'scope-rule',
  'future-hire',
] as const;

/** One of {@link scopeClasses}. @public */
export type ScopeClass = (typeof scopeClasses)[number];

/**
 * What is worth knowing of a person without changing their state.
 *
 * - `converted-guest`: `#EXT#` in the user principal name, yet a member
 * - `user-type-null`: the directory has no user type: not known, unless it is configured as a member's
 * - `windows-hello-only`: Windows Hello for Business alone ties the person to one PC
 * - `phone-only`: registered, and every method above a temporary pass is a phone; an external method,
 *   a certificate or a name that is not known is another method, a QR code is not
 * - `phone-default`: phone is the person's preferred second factor
 * - `registered-not-capable`: the authentication methods policy does not allow the method
 * - `unknown-method`: the report names a method that is not known here, registered or preferred
 * - `contradictory-row`: capable, yet not registered, with a method usable for MFA or an external one
 * - `disabled-with-role`: disabled, yet holds a role
 * - `asked-not-registered`: a policy asks for MFA at every sign-in to some app, and nothing is registered
 * - `report-only-asks`: the same once the policies that only report are switched on, and not before
 * - `never-asked`: registered, and no policy ever asks
 * - `tried-and-failed`: not registered, though tried to in the last 30 days, without success since
 * - `at-risk`: Identity Protection takes the account for at risk, or somebody confirmed that it is compromised
 * - `shared-mailbox`: the mailbox is shared, of a room or of equipment, and yet people can sign in with the account
 *
 * @public
 */
export const personMarks = [
  'converted-guest',
  'user-type-null',
  'windows-hello-only',
  'phone-only',
  'phone-default',
  'registered-not-capable',
  'unknown-method',
  'contradictory-row',
  'disabled-with-role',
  'asked-not-registered',
  'report-only-asks',
  'never-asked',
  'tried-and-failed',
  'at-risk',
  'shared-mailbox',
] as const;

/** One of {@link personMarks}. @public */
export type PersonMark = (typeof personMarks)[number];
