/**
 * The strength tiers, weakest first. A person has one tier: the highest among their methods.
 * `other` holds methods whose strength is not known (external methods, QR codes, names that
 * Microsoft added later); it never counts as strong. A person without a report row has no tier.
 *
 * @public
 */
export const tiers = [
  'none',
  'recovery-only',
  'bootstrap',
  'other',
  'phone',
  'app-or-token',
  'passwordless',
  'phishing-resistant',
] as const;

/** One of {@link tiers}. @public */
export type Tier = (typeof tiers)[number];

/** What people are filtered by: a tier, or that no report row is known and so no tier. @public */
export const tierFilters = [...tiers, 'no-row'] as const;

/** One of {@link tierFilters}. @public */
export type TierFilter = (typeof tierFilters)[number];

/**
 * The tier of each method name that Microsoft is known to use, as Microsoft spells it. Other sources
 * spell the same names in another case, so look a name up by {@link knownMethod}. Names are an open
 * list of strings: one that is missing here is `other`.
 *
 * A certificate is strong only where its name says that it is multi-factor: the report cannot tell.
 * `none` is no method, and a password is none for MFA.
 *
 * Sources: Microsoft Graph `userRegistrationDetails`, `registrationAuthMethod`, `usageAuthMethod`,
 * `userDefaultAuthenticationMethod` and `authenticationMethodModes`; Microsoft Entra authentication
 * strengths and system-preferred MFA. Graph still answers with the names of the older
 * `StrongAuthenticationMethod` among the preferred methods.
 *
 * @public
 */
export const tierOfMethod: Readonly<Record<string, Tier>> = {
  none: 'none',
  password: 'none',
  appPassword: 'none',
  email: 'recovery-only',
  securityQuestion: 'recovery-only',
  temporaryAccessPass: 'bootstrap',
  temporaryAccessPassOneTime: 'bootstrap',
  temporaryAccessPassMultiUse: 'bootstrap',
  qrCode: 'other',
  qrCodePin: 'other',
  externalAuthMethod: 'other',
  certificateBasedAuthentication: 'other',
  x509CertificateSingleFactor: 'other',
  oneTimePasscode: 'other',
  mobilePhone: 'phone',
  alternateMobilePhone: 'phone',
  officePhone: 'phone',
  sms: 'phone',
  voice: 'phone',
  voiceMobile: 'phone',
  voiceAlternateMobile: 'phone',
  voiceOffice: 'phone',
  mobileSMS: 'phone',
  mobileCall: 'phone',
  alternateMobileCall: 'phone',
  OneWaySMS: 'phone',
  TwoWaySMS: 'phone',
  TwoWaySMSOverMobile: 'phone',
  TwoWaySMSOtherMobile: 'phone',
  TwoWayVoiceMobile: 'phone',
  TwoWayVoiceAlternateMobile: 'phone',
  TwoWayVoiceOtherMobile: 'phone',
  TwoWayVoiceOffice: 'phone',
  OneWayVoiceMobileOTP: 'phone',
  OneWayVoiceAlternateMobileOTP: 'phone',
  OneWayVoiceOfficeOTP: 'phone',
  microsoftAuthenticatorPush: 'app-or-token',
  push: 'app-or-token',
  appNotification: 'app-or-token',
  PhoneAppNotification: 'app-or-token',
  softwareOneTimePasscode: 'app-or-token',
  softwareOath: 'app-or-token',
  oath: 'app-or-token',
  appCode: 'app-or-token',
  appNotificationCode: 'app-or-token',
  PhoneAppOTP: 'app-or-token',
  hardwareOneTimePasscode: 'app-or-token',
  hardwareOath: 'app-or-token',
  HardwareOTP: 'app-or-token',
  microsoftAuthenticatorPasswordless: 'passwordless',
  deviceBasedPush: 'passwordless',
  passKeyDeviceBound: 'phishing-resistant',
  passKeyDeviceBoundAuthenticator: 'phishing-resistant',
  passKeyDeviceBoundWindowsHello: 'phishing-resistant',
  passKeySynced: 'phishing-resistant',
  fido2SecurityKey: 'phishing-resistant',
  fido2: 'phishing-resistant',
  fido: 'phishing-resistant',
  windowsHelloForBusiness: 'phishing-resistant',
  macOsSecureEnclaveKey: 'phishing-resistant',
  x509CertificateMultiFactor: 'phishing-resistant',
};

const spellings = new Map(
  Object.keys(tierOfMethod).map(name => [name.toLowerCase(), name]),
);

/**
 * A method name as {@link tierOfMethod} spells it, found without regard to case; undefined for a name
 * that is not known.
 *
 * @public
 */
export function knownMethod(name: string): string | undefined {
  return spellings.get(name.toLowerCase());
}
