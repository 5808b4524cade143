import { isPhoneOnly } from './phoneOnly';

it.each<[methods: string[], phoneOnly: boolean]>([
  [['mobilePhone'], true],
  [['mobilePhone', 'alternateMobilePhone', 'officePhone', 'sms'], true],
  [['mobileSMS'], true],
  [['mobileCall', 'OneWaySMS', 'TwoWayVoiceMobile'], true],
  [['MOBILEPHONE'], true],
  [['mobilePhone', 'email', 'securityQuestion'], true],
  [['mobilePhone', 'temporaryAccessPass'], true],
  [['mobilePhone', 'password', 'appPassword'], true],
  // a way to sign in first, no second factor
  [['mobilePhone', 'qrCode'], true],
  [['mobilePhone', 'QrCodePin'], true],
  // other methods
  [['mobilePhone', 'externalAuthMethod'], false],
  [['mobilePhone', 'ExternalAuthMethod'], false],
  [['mobilePhone', 'certificateBasedAuthentication'], false],
  [['mobilePhone', 'x509CertificateSingleFactor'], false],
  [['mobilePhone', 'x509CertificateMultiFactor'], false],
  [['mobilePhone', 'somethingMicrosoftAddsLater'], false],
  [['mobilePhone', 'unknownFutureValue'], false],
  [['mobilePhone', 'oneTimePasscode'], false],
  [['mobilePhone', 'microsoftAuthenticatorPush'], false],
  [['mobilePhone', 'PhoneAppNotification'], false],
  [['mobilePhone', 'appCode'], false],
  [['mobilePhone', 'HardwareOTP'], false],
  [['mobilePhone', 'Fido2'], false],
  [['windowsHelloForBusiness'], false],
  // no phone at all
  [[], false],
  [['email'], false],
  [['qrCode'], false],
  [['temporaryAccessPass'], false],
])('of who has registered %j: phone only is %s', (methodsRegistered, is) => {
  expect(isPhoneOnly({ isMfaRegistered: true, methodsRegistered })).toBe(is);
  expect(isPhoneOnly({ isMfaRegistered: false, methodsRegistered })).toBe(
    false,
  );
});
