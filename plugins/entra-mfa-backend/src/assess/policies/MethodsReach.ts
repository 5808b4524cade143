import {
  knownMethod,
  type AllowedMethods,
  type MethodVerdict,
} from '@entra-mfa/backstage-plugin-entra-mfa-common';
import type {
  AllowedMethodBody,
  MethodsPolicyBody,
  MethodTargets,
} from '../../collectors/types';
import { isLasting } from '../phoneOnly';
import { and, not, or, type Fits } from './fits';
import type { PolicySubject } from './PolicyReach';

type Subject = Pick<PolicySubject, 'objectId' | 'groups'>;

/** Asks the policy, for one person. */
interface Asks {
  /** Null of a method that the policy does not list. */
  allows(id: string, targets?: 'push' | 'passwordless'): Fits;
  has(id: string, setting: 'codes' | 'officePhone'): Fits;
  external(): Fits;
}

/** What decides of a method that has one name for several: where they differ, it is not known. */
const alike = (one: Fits, other: Fits): Fits => (one === other ? one : null);

const passkey = (policy: Asks) => policy.allows('fido2');
const sms = (policy: Asks) => policy.allows('sms');
const voice = (policy: Asks) => policy.allows('voice');
const authenticator = (policy: Asks) =>
  policy.allows('microsoftauthenticator', 'push');
const pass = (policy: Asks) => policy.allows('temporaryaccesspass');

/**
 * What of the policy decides of each method of the report. A method that is missing here is not known. Sources:
 * Microsoft Entra, "Authentication methods migration" for what the phone, codes and voice became; "Windows Hello for
 * Business" and "Security questions" are not in the policy.
 */
const rules: Readonly<Record<string, (policy: Asks) => Fits>> = {
  passKeyDeviceBound: passkey,
  passKeyDeviceBoundAuthenticator: passkey,
  passKeyDeviceBoundWindowsHello: passkey,
  passKeySynced: passkey,
  fido2SecurityKey: passkey,
  fido2: passkey,
  microsoftAuthenticatorPush: authenticator,
  microsoftAuthenticatorPasswordless: policy =>
    policy.allows('microsoftauthenticator', 'passwordless'),
  // Of Microsoft Authenticator, or of another app.
  softwareOneTimePasscode: policy =>
    alike(
      policy.allows('softwareoath'),
      and(
        policy.allows('microsoftauthenticator'),
        policy.has('microsoftauthenticator', 'codes'),
      ),
    ),
  hardwareOneTimePasscode: policy => policy.allows('hardwareoath'),
  mobilePhone: policy => or(sms(policy), voice(policy)),
  alternateMobilePhone: voice,
  officePhone: policy => and(voice(policy), policy.has('voice', 'officePhone')),
  sms,
  temporaryAccessPass: pass,
  email: policy => policy.allows('email'),
  certificateBasedAuthentication: policy => policy.allows('x509certificate'),
  qrCode: policy => policy.allows('qrcodepin'),
  qrCodePin: policy => policy.allows('qrcodepin'),
  externalAuthMethod: policy => policy.external(),
};

const elsewhere = [
  'windowsHelloForBusiness',
  'securityQuestion',
  'password',
  'appPassword',
];

/**
 * Which methods the authentication methods policy allows to whom. It decides nobody's state: Microsoft's own word of
 * who is capable does.
 */
export class MethodsReach {
  readonly #migration: MethodsPolicyBody['migration'];
  readonly #methods: ReadonlyMap<string, AllowedMethodBody>;

  constructor({ migration, methods }: MethodsPolicyBody) {
    this.#migration = migration;
    this.#methods = new Map(methods.map(one => [one.id.toLowerCase(), one]));
  }

  /** What it says of the methods that somebody has registered, and whether that is why they are not capable. */
  of(
    person: Subject,
    {
      methods,
      registered,
      capable,
    }: {
      methods: readonly string[];
      registered: boolean | null;
      capable: boolean | null;
    },
  ): AllowedMethods {
    const asks = this.#asks(person);
    const verdicts = methods.map(method => ({
      method,
      verdict: verdictOf(method, asks),
    }));
    return {
      migration: this.#migration,
      methods: verdicts,
      ...(registered === true &&
        capable === false && { isWhyNotCapable: isWhy(verdicts) }),
    };
  }

  #asks(person: Subject): Asks {
    const find = (id: string) => this.#methods.get(id);
    return {
      allows: (id, targets) => {
        const method = find(id);
        return method
          ? allows(
              method,
              method[targets ?? 'include'] ?? method.include,
              person,
            )
          : null;
      },
      has: (id, setting) => find(id)?.[setting] ?? null,
      // Which of them it is, the report does not say.
      external: () =>
        [...this.#methods.values()]
          .filter(({ external }) => external !== undefined)
          .map(method => allows(method, method.include, person))
          .reduce<Fits | undefined>(
            (all, one) => (all === undefined ? one : alike(all, one)),
            undefined,
          ) ?? null,
    };
  }
}

/** Who is excluded may not use a method, however else they are included. */
function allows(
  { enabled, exclude }: AllowedMethodBody,
  include: MethodTargets,
  person: Subject,
): Fits {
  return and(enabled, and(names(include, person), not(names(exclude, person))));
}

function names(targets: MethodTargets, { objectId, groups }: Subject): Fits {
  if (
    targets.everybody ||
    targets.users.includes(objectId) ||
    groups?.some(group => targets.groups.includes(group))
  ) {
    return true;
  }
  const isUnknown =
    targets.others === true || (targets.groups.length > 0 && groups === null);
  return isUnknown ? null : false;
}

function verdictOf(method: string, asks: Asks): MethodVerdict {
  const known = knownMethod(method) ?? method;
  if (elsewhere.includes(known)) {
    return 'elsewhere';
  }
  const fits = rules[known]?.(asks) ?? null;
  if (fits === null) {
    return 'not-known';
  }
  return fits ? 'allowed' : 'not-allowed';
}

/** Only where each method that could be a second factor is not allowed. */
function isWhy(verdicts: AllowedMethods['methods']): boolean | null {
  const lasting = verdicts.filter(({ method }) => isLasting(method));
  if (lasting.some(({ verdict }) => verdict === 'allowed')) {
    return false;
  }
  return lasting.length > 0 &&
    lasting.every(({ verdict }) => verdict === 'not-allowed')
    ? true
    : null;
}
