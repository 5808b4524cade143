/** Words of a connection: with what it signs in, and whether everything can be read. */
export const check = {
  title: 'The connection',
  signsIn: {
    secret: {
      noEnd:
        'Signs in with a client secret. When it ends is not configured: set expiresAt beside it, and this portal warns before.',
      ends: 'Signs in with a client secret that ends on {{date}}.',
      ended: 'Signs in with a client secret that ended on {{date}}.',
    },
    sealedSecret: {
      noEnd:
        'Signs in with a client secret that was entered here. When it ends, nobody has said: enter it with the next one, and this portal warns before.',
      ends: 'Signs in with a client secret that was entered here and ends on {{date}}.',
      ended:
        'Signs in with a client secret that was entered here and ended on {{date}}.',
    },
    certificate: {
      noEnd: 'Signs in with a certificate whose files cannot be used now.',
      ends: 'Signs in with a certificate that ends on {{date}}.',
      ended: 'Signs in with a certificate that ended on {{date}}.',
    },
    federated:
      'Signs in with the assertion of a workload: there is no secret that ends.',
    reader:
      'Reads in the name of somebody who signed in. When Microsoft asks for them again, the connection says so.',
    managedIdentity:
      'Signs in with a managed identity: there is no secret that ends.',
  },
  replace: 'Replace it before.',
  replaceNow: 'Replace it now: nothing new can be read.',
  check: 'Check',
  about:
    'A check asks Microsoft Graph once for each data set, and says what works and what to do about the rest. It stores nothing.',
  failed: 'The connection could not be checked: {{message}}',
  found: '{{works, number}} of {{all, number}} data sets can be read.',
  checkedAt: 'Checked at {{time}}.',
  noSignIn: 'Nobody could sign in, so nothing was asked for.',
  column: {
    dataSet: 'Data set',
    verdict: 'Works',
    why: 'Why',
    action: 'What to do',
    owner: 'Who can',
  },
  verdict: {
    works: 'works',
    permissionMissing: 'permission missing',
    licenceMissing: 'licence missing',
    notInThisCloud: 'not in this cloud',
    throttled: 'throttled',
    unreachable: 'unreachable',
    refused: 'refused',
  },
  until: 'until {{time}}',
  optional: 'figures do without it',
  granted: 'the token has the permission',
  notGranted: 'the token does not have the permission',
  otherPermission: 'by another permission',
  owner: {
    tenantAdministrator:
      'Global Administrator or Privileged Role Administrator of the tenant',
    applicationOwner: 'owner of the app registration',
    licenceAdministrator: 'who buys licences for the tenant',
    portalOperator: 'who runs this portal',
    reader: 'who signed in, or somebody in their place',
    microsoft: 'Microsoft support, if it stays so',
    nobody: 'nobody needs to',
  },
  token: 'Permissions in the token',
  tokenHint:
    'A hint alone: what works is what Graph answered. A permission that was just granted or taken away shows in a new token, as this one was.',
  noRoles: 'none',
  more: {
    title: 'More than needed',
    text: 'The application holds permissions that nothing here needs. Whoever gets hold of its credential has them too: take them away in the app registration.',
    writes: 'can change things',
    reads: 'reads',
  },
} as const;
