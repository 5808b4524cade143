import { z } from 'zod';
import { accountRow } from './accountRow';
import { orNone } from './orNone';
import type { Collector, RegistrationBody } from './types';

/**
 * Of a method its type alone, of a phone also which one, and of a Temporary Access Pass whether it can be used: numbers,
 * addresses and names of devices end here.
 */
const row = accountRow(
  z.object({
    value: z.array(
      z.object({
        '@odata.type': z.string().min(1),
        phoneType: orNone(z.string()),
        isUsable: orNone(z.boolean()),
      }),
    ),
  }),
);

type Row = z.infer<typeof row>;
type Method = Extract<Row, { body: unknown }>['body']['value'][0];

/** How the report calls what it has under another name, by the type without what all have in common. */
const names: Readonly<Record<string, string>> = {
  microsoftauthenticator: 'microsoftAuthenticatorPush',
  softwareoath: 'softwareOneTimePasscode',
  hardwareoath: 'hardwareOneTimePasscode',
  fido2: 'fido2SecurityKey',
  windowshelloforbusiness: 'windowsHelloForBusiness',
  platformcredential: 'macOsSecureEnclaveKey',
  temporaryaccesspass: 'temporaryAccessPass',
  email: 'email',
  external: 'externalAuthMethod',
  qrcodepin: 'qrCode',
};

const phones: Readonly<Record<string, string>> = {
  mobile: 'mobilePhone',
  alternatemobile: 'alternateMobilePhone',
  office: 'officePhone',
};

/**
 * What makes somebody registered: see `isMfaRegistered` of the report. An external method does not there, and is told
 * apart by its own rule.
 */
const strong: ReadonlySet<string> = new Set([
  ...Object.values(phones),
  'microsoftAuthenticatorPush',
  'softwareOneTimePasscode',
  'hardwareOneTimePasscode',
  'fido2SecurityKey',
  'windowsHelloForBusiness',
  'macOsSecureEnclaveKey',
]);

const weak: ReadonlySet<string> = new Set([
  'temporaryAccessPass',
  'email',
  'externalAuthMethod',
  'qrCode',
]);

const typeName = /^#?microsoft\.graph\.(\w+?)(?:AuthenticationMethod)?$/i;

/** The name that the report has for a method; null for what is none, such as a password. */
function nameOf({ '@odata.type': type, ...method }: Method): string | null {
  const name = typeName.exec(type)?.[1] ?? 'unknown';
  switch (name.toLowerCase()) {
    case 'password':
      return null;
    case 'phone':
      return phones[method.phoneType?.toLowerCase() ?? ''] ?? 'phone';
    case 'temporaryaccesspass':
      return method.isUsable === false ? null : names.temporaryaccesspass;
    default:
      return names[name.toLowerCase()] ?? name;
  }
}

/** Null where a method is not known and nothing else says it: nothing may be concluded then. */
function isRegistered(methods: readonly string[]): boolean | null {
  if (methods.some(method => strong.has(method))) {
    return true;
  }
  return methods.every(method => weak.has(method)) ? false : null;
}

/**
 * The methods of each person, one by one, where the tenant's plans show no Entra ID P1 and so no report: a row for each,
 * as far as methods say what the report does. Whether the policy allows them is not known.
 */
export const userMethods: Collector<Row> = {
  id: 'registrations',
  title: 'Methods of each person',
  source: 'graph',
  endpoint: '/users/{id}/authentication/methods',
  query: {},
  pace: 'reports',
  permission: 'UserAuthenticationMethod.Read.All',
  licence: null,
  why: 'To know who has registered for MFA in a small tenant without Microsoft Entra ID P1, where `perUserMethods` is set',
  documentation:
    'https://learn.microsoft.com/graph/api/authentication-list-methods',
  required: 'unless-refused',
  refuseEmpty: 'not-again',
  ofEverybody: true,
  outlivesPeople: true,
  forEach: 'enabled-accounts',
  againHours: 24,
  mostAccounts: 5_000,
  keeps: body => body.from === 'methods',
  decisive: ['isMfaRegistered', 'methodsRegistered'],
  row,
  toRecords(one) {
    const key = one.of.toLowerCase();
    if ('kept' in one) {
      return [{ key, body: one.kept }];
    }
    if ('none' in one) {
      return [];
    }
    const all = one.body.value.map(nameOf).filter(name => name !== null);
    const methods = [...new Set(all)].sort();
    const body: RegistrationBody = {
      userPrincipalName: '',
      userDisplayName: '',
      userType: null,
      isAdmin: null,
      isMfaRegistered: isRegistered(methods),
      isMfaCapable: null,
      isPasswordlessCapable: null,
      isSsprRegistered: null,
      isSsprEnabled: null,
      isSsprCapable: null,
      methodsRegistered: methods,
      isSystemPreferredAuthenticationMethodEnabled: null,
      systemPreferredAuthenticationMethods: [],
      userPreferredMethodForSecondaryAuthentication: null,
      from: 'methods',
    };
    return [{ key, body: { ...body } }];
  },
};
