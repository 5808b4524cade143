import {
  knownMethod,
  type StrengthDemand,
} from '@entra-mfa/backstage-plugin-entra-mfa-common';
import type { StrengthBody } from '../../collectors/types';
import { and, or, type Fits } from './fits';

const phishingResistant = [
  'windowsHelloForBusiness',
  'fido2',
  'x509CertificateMultiFactor',
];
const passwordless = [...phishingResistant, 'deviceBasedPush'];
/** What is more than one factor by itself. */
const multiFactor = [
  ...passwordless,
  'temporaryAccessPassOneTime',
  'temporaryAccessPassMultiUse',
  'federatedMultiFactor',
];
/** What anybody may have besides, and nobody registers. */
const firstFactors = ['password', 'federatedSingleFactor'];
/** Every mode that is known. Source: `authenticationMethodModes`. */
const known = [
  ...multiFactor,
  ...firstFactors,
  'microsoftAuthenticatorPush',
  'softwareOath',
  'hardwareOath',
  'sms',
  'voice',
  'email',
  'x509CertificateSingleFactor',
  'qrCodePin',
];

const passkey = { sure: ['fido2'] };
const pass = {
  maybe: ['temporaryAccessPassOneTime', 'temporaryAccessPassMultiUse'],
};
const calls = { sure: ['voice'] };
const codes = { sure: ['softwareOath'] };
const hardware = { sure: ['hardwareOath'] };

/**
 * The modes that a registered method gives, surely or perhaps, by the names of the report. Source: Microsoft Entra,
 * "Conditional Access authentication strength": Platform Credential for macOS counts as Windows Hello for Business, and
 * external methods satisfy no strength.
 */
const modesOf: Readonly<
  Record<string, { sure?: readonly string[]; maybe?: readonly string[] }>
> = {
  passKeyDeviceBound: passkey,
  passKeyDeviceBoundAuthenticator: passkey,
  passKeyDeviceBoundWindowsHello: passkey,
  passKeySynced: passkey,
  fido2SecurityKey: passkey,
  fido2: passkey,
  windowsHelloForBusiness: { sure: ['windowsHelloForBusiness'] },
  macOsSecureEnclaveKey: { sure: ['windowsHelloForBusiness'] },
  x509CertificateMultiFactor: { sure: ['x509CertificateMultiFactor'] },
  x509CertificateSingleFactor: { sure: ['x509CertificateSingleFactor'] },
  certificateBasedAuthentication: {
    maybe: ['x509CertificateMultiFactor', 'x509CertificateSingleFactor'],
  },
  microsoftAuthenticatorPush: { sure: ['microsoftAuthenticatorPush'] },
  microsoftAuthenticatorPasswordless: {
    sure: ['deviceBasedPush'],
    maybe: ['microsoftAuthenticatorPush'],
  },
  softwareOneTimePasscode: codes,
  softwareOath: codes,
  hardwareOneTimePasscode: hardware,
  hardwareOath: hardware,
  mobilePhone: { sure: ['sms', 'voice'] },
  sms: { sure: ['sms'] },
  alternateMobilePhone: calls,
  officePhone: calls,
  voice: calls,
  temporaryAccessPass: pass,
  temporaryAccessPassOneTime: { sure: ['temporaryAccessPassOneTime'] },
  temporaryAccessPassMultiUse: { sure: ['temporaryAccessPassMultiUse'] },
  email: { sure: ['email'] },
  qrCode: { maybe: ['qrCodePin'] },
  qrCodePin: { sure: ['qrCodePin'] },
  none: {},
  password: {},
  appPassword: {},
  securityQuestion: {},
  externalAuthMethod: {},
};

/** An authentication strength: what is enough for it. It decides nobody's state. */
export class Strength {
  readonly #combinations: readonly (readonly string[])[];
  readonly #restricted: readonly string[];

  constructor({
    combinations,
    restricted,
  }: Pick<StrengthBody, 'combinations' | 'restricted'>) {
    this.#combinations = combinations;
    this.#restricted = restricted;
  }

  /** What it demands; null where it allows nothing, or something that is not known. */
  get demands(): StrengthDemand | null {
    const all = this.#combinations;
    const isEach = (fits: (combination: readonly string[]) => boolean) =>
      all.every(fits);
    if (all.length === 0 || !isEach(modes => areAmong(known, modes))) {
      return null;
    }
    if (isEach(modes => areAmong(phishingResistant, modes))) {
      return 'phishing-resistant';
    }
    if (isEach(modes => areAmong(passwordless, modes))) {
      return 'passwordless';
    }
    const isMfa = isEach(
      modes =>
        modes.some(mode => multiFactor.includes(mode)) ||
        (modes.length > 1 && !areAmong(firstFactors, modes)),
    );
    return isMfa ? 'any-mfa' : 'less-than-mfa';
  }

  /** The modes that it allows, without what goes before a second factor; sorted. */
  get methods(): string[] {
    const modes = this.#combinations.flat();
    return [...new Set(modes)]
      .filter(mode => !firstFactors.includes(mode))
      .sort();
  }

  /** Whether a method that is registered is enough; null where that is not known. */
  isSatisfiedBy(methods: readonly string[] | null): Fits {
    if (methods === null) {
      return null;
    }
    return this.#combinations
      .map(modes =>
        modes.map(mode => this.#gives(methods, mode)).reduce<Fits>(and, true),
      )
      .reduce<Fits>(or, false);
  }

  #gives(methods: readonly string[], mode: string): Fits {
    if (mode === 'password') {
      return true;
    }
    // Whether the domain is federated, and so gives it, is not read.
    if (mode === 'federatedSingleFactor') {
      return null;
    }
    const given = methods
      .map((method): Fits => {
        const name = knownMethod(method);
        const modes = name === undefined ? undefined : modesOf[name];
        if (!modes) {
          return null;
        }
        if (modes.sure?.includes(mode)) {
          return true;
        }
        return modes.maybe?.includes(mode) ? null : false;
      })
      .reduce<Fits>(or, false);
    return given === true && this.#restricted.includes(mode) ? null : given;
  }
}

function areAmong(
  allowed: readonly string[],
  modes: readonly string[],
): boolean {
  return modes.every(mode => allowed.includes(mode));
}
