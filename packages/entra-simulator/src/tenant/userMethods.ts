import { createHash } from 'node:crypto';
import type { Account } from './account';
import type { Row } from './collection';
import type { Registration } from './methodMix';

const graphType = (name: string) =>
  `#microsoft.graph.${name}AuthenticationMethod`;

/** Microsoft's constant ids of a password and of the three phones. */
const passwordId = '28c10230-6103-485e-b985-444c60001490';
const phones: Readonly<Record<string, readonly [id: string, type: string]>> = {
  mobilePhone: ['3179e48a-750b-4051-897c-87b9720928f7', 'mobile'],
  alternateMobilePhone: [
    'b6332ec1-7057-4abe-9331-3d72feddfe41',
    'alternateMobile',
  ],
  officePhone: ['e37fc753-ff3b-4958-9484-eaa9425c82bc', 'office'],
};

/** What the report names and v1.0 does not list. */
const notListed = new Set([
  'hardwareOneTimePasscode',
  'securityQuestion',
  'x509CertificateMultiFactor',
]);

/**
 * The methods of an account as `/users/{id}/authentication/methods` lists them: with phone numbers and addresses in
 * clear, as Microsoft gives them to applications.
 */
export function userMethods(
  account: Account,
  { methods }: Registration,
): Row[] {
  const createdDateTime = `${new Date(account.createdAt)
    .toISOString()
    .slice(0, 19)}Z`;
  const rows: Row[] = [
    {
      '@odata.type': graphType('password'),
      id: passwordId,
      createdDateTime,
      password: null,
    },
  ];
  const types = new Set<unknown>();
  for (const method of methods.filter(name => !notListed.has(name))) {
    const row = rowOf(account, method);
    // Both names of Microsoft Authenticator are of one method.
    const isOne =
      !phones[method] && !method.startsWith('passKey') && row !== undefined;
    if (isOne && types.has(row['@odata.type'])) {
      continue;
    }
    types.add(row['@odata.type']);
    rows.push({ ...row, createdDateTime });
  }
  return rows;
}

function rowOf({ id: of, name }: Account, method: string): Row {
  const digest = createHash('sha256').update(`${of} ${method}`).digest();
  const id = digest.toString('hex').slice(0, 32);
  const phone = phones[method];
  if (phone) {
    return {
      '@odata.type': graphType('phone'),
      id: phone[0],
      phoneNumber: `+1 425555${String(digest.readUInt16BE()).padStart(5, '0')}`,
      phoneType: phone[1],
      smsSignInState: 'notAllowedByPolicy',
    };
  }
  if (/^(passKey|fido2)/.test(method)) {
    return {
      '@odata.type': graphType('fido2'),
      id,
      displayName: `Key of ${name.displayName}`,
      aaGuid: '2fc0579f-8113-47ea-b116-bb5a8db9202a',
      model: 'Security Key NFC',
      attestationCertificates: [],
      attestationLevel: 'attested',
      passkeyType: method === 'passKeySynced' ? 'synced' : 'deviceBound',
    };
  }
  switch (method) {
    case 'microsoftAuthenticatorPush':
    case 'microsoftAuthenticatorPasswordless':
      return {
        '@odata.type': graphType('microsoftAuthenticator'),
        id,
        displayName: `Phone of ${name.displayName}`,
        deviceTag: 'SoftwareTokenActivated',
        phoneAppVersion: '6.2508.5401',
      };
    case 'softwareOneTimePasscode':
      return {
        '@odata.type': graphType('softwareOath'),
        id,
        secretKey: null,
      };
    case 'windowsHelloForBusiness':
      return {
        '@odata.type': graphType('windowsHelloForBusiness'),
        id,
        displayName: `PC of ${name.displayName}`,
        keyStrength: 'normal',
      };
    case 'macOsSecureEnclaveKey':
      return {
        '@odata.type': graphType('platformCredential'),
        id,
        displayName: `MacBook of ${name.displayName}`,
        keyStrength: 'normal',
        platform: 'macOS',
      };
    case 'temporaryAccessPass':
      return {
        '@odata.type': graphType('temporaryAccessPass'),
        id,
        lifetimeInMinutes: 60,
        isUsableOnce: true,
        isUsable: true,
        methodUsabilityReason: 'EnabledByPolicy',
        temporaryAccessPass: null,
      };
    case 'email':
      return {
        '@odata.type': graphType('email'),
        id: '3ddfcfc8-9383-446f-83cc-3ab9be4be18f',
        emailAddress: `${name.mailName}.private@example.com`,
      };
    case 'externalAuthMethod':
      return {
        '@odata.type': graphType('external'),
        id,
        displayName: 'Duo',
        configurationId: '6ba7b810-9dad-41d1-80b4-00c04fd430c8',
      };
    case 'qrCode':
      return { '@odata.type': graphType('qrCodePin'), id };
    default:
      return { '@odata.type': graphType(method), id };
  }
}
