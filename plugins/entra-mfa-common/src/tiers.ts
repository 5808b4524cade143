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

/**
 * The tier of each method name that Microsoft Graph is known to report in `methodsRegistered`.
 * The property is an open list of strings, so a name that is missing here is `other`.
 *
 * Sources: Microsoft Graph `userRegistrationDetails`; Microsoft Entra authentication strengths.
 *
 * @public
 */
export const tierOfMethod: Readonly<Record<string, Tier>> = {
  email: 'recovery-only',
  securityQuestion: 'recovery-only',
  temporaryAccessPass: 'bootstrap',
  qrCode: 'other',
  qrCodePin: 'other',
  externalAuthMethod: 'other',
  mobilePhone: 'phone',
  alternateMobilePhone: 'phone',
  officePhone: 'phone',
  sms: 'phone',
  microsoftAuthenticatorPush: 'app-or-token',
  softwareOneTimePasscode: 'app-or-token',
  hardwareOneTimePasscode: 'app-or-token',
  microsoftAuthenticatorPasswordless: 'passwordless',
  passKeyDeviceBound: 'phishing-resistant',
  passKeyDeviceBoundAuthenticator: 'phishing-resistant',
  passKeyDeviceBoundWindowsHello: 'phishing-resistant',
  passKeySynced: 'phishing-resistant',
  fido2SecurityKey: 'phishing-resistant',
  fido2: 'phishing-resistant',
  windowsHelloForBusiness: 'phishing-resistant',
  macOsSecureEnclaveKey: 'phishing-resistant',
  x509CertificateMultiFactor: 'phishing-resistant',
};

/**
 * The day on which Microsoft stops its own SMS and voice delivery in the public cloud, an ISO date.
 *
 * @public
 */
export const phoneDeliveryEnds = '2027-02-01';

/** Microsoft's page where people register their own methods. @public */
export const securityInfoUrl = 'https://mysignins.microsoft.com/security-info';
