/** What a person has registered, and how Entra assesses it. @public */
export type Registration = {
  methods: readonly string[];
  registered: boolean;
  capable: boolean;
};

type Weighted = Registration & { weight: number };

const have = (weight: number, ...methods: string[]): Weighted => ({
  weight,
  methods,
  registered: true,
  capable: true,
});

const haveNot = (weight: number, ...methods: string[]): Weighted => ({
  weight,
  methods,
  registered: false,
  capable: false,
});

/** Phone only: what Microsoft stops delivering to in 2027. */
const phones: readonly Weighted[] = [
  have(80, 'mobilePhone'),
  have(20, 'mobilePhone', 'alternateMobilePhone'),
  have(22, 'mobilePhone', 'email'),
  have(8, 'officePhone', 'mobilePhone'),
];

const strong: readonly Weighted[] = [
  have(80, 'windowsHelloForBusiness', 'microsoftAuthenticatorPush'),
  have(20, 'windowsHelloForBusiness'),
  have(30, 'passKeyDeviceBound', 'microsoftAuthenticatorPush'),
  have(30, 'passKeyDeviceBoundAuthenticator', 'microsoftAuthenticatorPush'),
  have(10, 'fido2SecurityKey'),
  have(8, 'passKeySynced', 'mobilePhone'),
  have(12, 'macOsSecureEnclaveKey', 'microsoftAuthenticatorPush'),
];

const registered: readonly Weighted[] = [
  have(300, 'microsoftAuthenticatorPush', 'softwareOneTimePasscode'),
  have(160, 'microsoftAuthenticatorPush', 'mobilePhone'),
  have(
    100,
    'microsoftAuthenticatorPush',
    'softwareOneTimePasscode',
    'mobilePhone',
    'email',
  ),
  have(40, 'softwareOneTimePasscode'),
  have(15, 'hardwareOneTimePasscode'),
  have(60, 'microsoftAuthenticatorPasswordless', 'microsoftAuthenticatorPush'),
  ...phones,
  ...strong,
  have(5, 'externalAuthMethod'),
  // A name that no documentation knows yet: the property is an open list.
  have(5, 'verifiableCredential'),
  // Registered, but the authentication methods policy does not allow the method.
  { ...have(10, 'officePhone'), capable: false },
  { ...have(6, 'softwareOneTimePasscode'), capable: false },
];

const unregistered: readonly Weighted[] = [
  haveNot(700),
  haveNot(90, 'email'),
  haveNot(25, 'email', 'securityQuestion'),
  haveNot(40, 'temporaryAccessPass'),
  haveNot(30, 'qrCode'),
  haveNot(30, 'externalAuthMethod'),
  // In scope of certificate sign-in: capable, with a certificate or without.
  { ...haveNot(50), capable: true },
];

/** Chooses by weight; `unit` is from 0 to 1. */
type Pick = (unit: number) => Registration;

function pickFrom(list: readonly Weighted[]): Pick {
  const total = list.reduce((sum, { weight }) => sum + weight, 0);
  return unit => {
    let left = unit * total;
    const found = list.find(({ weight }) => (left -= weight) < 0);
    return found ?? list[list.length - 1];
  };
}

/** A phone and nothing better. */
export const pickPhone = pickFrom(phones);
/** Something that phishing does not defeat. */
export const pickStrong = pickFrom(strong);
/** What people register, in about the shares in which they do. */
export const pickRegistered = pickFrom(registered);
/** What people have who have not registered: mostly nothing. */
export const pickUnregistered = pickFrom(unregistered);
/** No methods at all. */
export const nothing: Registration = haveNot(1);
/** What people register first after they lost everything. */
export const backAgain: Registration = have(1, 'microsoftAuthenticatorPush');
