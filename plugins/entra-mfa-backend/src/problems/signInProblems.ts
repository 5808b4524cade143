import type { ProblemKind } from './types';

const newSecret =
  'In the Azure portal, make a new client secret under "Certificates & secrets", put its value into `clientSecret` and restart.';

/**
 * What can go wrong while the app signs in.
 *
 * Source: Microsoft Entra authentication and authorization error codes; where these are silent, public
 * reports.
 */
export const signInProblems = {
  secretWrong: {
    code: 'secret-wrong',
    message: 'The client secret is wrong for app {clientId}.',
    action:
      'Often the id of the secret was pasted: put its value into `clientSecret` and restart. A value that was lost cannot be shown again: make a new secret.',
    signIn: [7000215, 70002],
  },
  keptSecretWrong: {
    code: 'secret-wrong',
    message: 'The client secret is wrong for app {clientId}.',
    action:
      'It was entered on the page: enter its value anew; where the tenant is connected, in the settings of its connection. A value that was lost cannot be shown again: make a new secret in the app registration.',
  },
  keptSecretExpired: {
    code: 'secret-expired',
    message: 'The client secret has expired for app {clientId}.',
    action:
      'Make a new client secret in the app registration, under "Certificates & secrets", and enter its value in the settings of the connection.',
  },
  secretExpired: {
    code: 'secret-expired',
    message: 'The client secret has expired for app {clientId}.',
    action: newSecret,
    signIn: [7000222],
  },
  credentialMissing: {
    code: 'credential-refused',
    message: 'No credential was sent for app {clientId}.',
    action:
      'Check that the credential has a value where the portal runs, and that no proxy changes the request; then restart.',
    signIn: [7000218, 7000216],
  },
  credentialRefused: {
    code: 'credential-refused',
    message: 'Microsoft Entra refused the credential of app {clientId}.',
    action:
      'In the app registration, look under "Certificates & secrets" at what the app may sign in with, and configure that; or make a new one there.',
    signIn: [50012, 50048],
  },
  certificateRefused: {
    code: 'credential-refused',
    message: 'Microsoft Entra does not take the certificate of app {clientId}.',
    action:
      'In the app registration, under "Certificates & secrets", upload the very certificate of `certificate.certificateFile` (without its key) and compare its thumbprint; one that has ended or was revoked there must be replaced. Then sync again: no restart is needed.',
    signIn: [700027, 700026, 700030, 7000214, 1000502],
    more: '[How to make and to rotate one](operations.md#a-certificate).',
  },
  assertionInvalid: {
    code: 'credential-refused',
    message:
      'What app {clientId} presented is no assertion for it, or not for this tenant.',
    action:
      'Compare `clientId` with the app registration. With `federated`, check that its file holds a token of the workload and nothing else. Check that no proxy changes the request.',
    signIn: [700021, 700023, 50027],
  },
  federatedCredentialRefused: {
    code: 'credential-refused',
    message:
      'No federated credential of app {clientId} fits what was presented.',
    action:
      'Compare its issuer, subject and audience with those of the workload, capitals too, or use a client secret.',
    signIn: [70021, 700211, 700212, 700213, 7002131, 7002138],
  },
  federatedKeyUnknown: {
    code: 'credential-refused',
    message:
      'Microsoft Entra does not find the key with which the assertion of app {clientId} was signed.',
    action:
      'Check that the issuer publishes it: its `/.well-known/openid-configuration` and the keys that this names must be reachable from the internet, and a new key must be there before it signs.',
    signIn: [7000272],
  },
  managedIdentityRefused: {
    code: 'credential-refused',
    message:
      'There was no token of the managed identity of app {clientId}{number?}.',
    action:
      'In the Azure portal, check that what runs this portal has that identity: with `systemAssigned`, that the identity is switched on; with `userAssigned`, that it is assigned and `clientId` is its client id.',
  },
  managedIdentityUnreachable: {
    code: 'sign-in-unavailable',
    message:
      'Nothing gave out tokens of the managed identity of app {clientId}{detail?}.',
    action:
      'The next sync goes on from what was read. If it stays so, check that this portal runs in Azure with that identity, and that nothing keeps it from the endpoint that gives out tokens there (169.254.169.254, or IDENTITY_ENDPOINT).',
    passes: true,
  },
  publicClient: {
    code: 'credential-refused',
    message:
      'App {clientId} is registered as a public client, which may not present a secret.',
    action:
      'Register a confidential client: in the app registration, under "Authentication", do not allow public client flows, and make a client secret.',
    signIn: [700025],
  },
  clockSkew: {
    code: 'clock-skew',
    message:
      'The credential of app {clientId} is not valid at the time at which it was presented.',
    action:
      'Most often the clock of the machine is wrong: have it set by a time service. If it is right, the credential is too old: make a new one, or, with `federated`, see that whoever renews its file does.',
    signIn: [700024, 500133],
  },
  appNotFound: {
    code: 'app-not-found',
    message: 'App {clientId} is not known in tenant {tenantId}.',
    action:
      'Compare `clientId` with the application (client) id and `tenantId` with the directory (tenant) id of the app registration, and grant admin consent in this tenant.',
    signIn: [700016, 700011, 70001],
  },
  noServicePrincipal: {
    code: 'app-not-found',
    message: 'App {clientId} has no service principal in tenant {tenantId}.',
    action:
      'Ask a Global Administrator to grant admin consent in this tenant: that adds the app to "Enterprise applications" there. It may take some minutes; then sync again.',
    signIn: [7000229],
    graph: [
      '401 Authorization_IdentityNotFound',
      '403 Authorization_IdentityNotFound',
    ],
  },
  appDisabled: {
    code: 'app-disabled',
    message: 'App {clientId} is disabled.',
    action:
      'Ask an administrator to enable sign-in for the app under "Enterprise applications", then sync again.',
    signIn: [7000112, 1000031],
    graph: [
      '401 Authorization_IdentityDisabled',
      '403 Authorization_IdentityDisabled',
    ],
  },
  wrongAccountType: {
    code: 'wrong-account-type',
    message:
      'App {clientId} is registered for accounts of another kind than those of tenant {tenantId}.',
    action:
      'In the app registration, under "Authentication", set the supported account types to this organizational directory, or to any where the app belongs to another tenant; or register an app in this tenant.',
    signIn: [9002331, 9002346, 500207, 500208, 50194, 650059],
  },
  noConsent: {
    code: 'no-consent',
    message: 'Nobody has consented to app {clientId} in this tenant.',
    action:
      'Add the application permissions to the app registration, ask a Global Administrator to grant admin consent to the app, then sync again.',
    signIn: [65001, 650052, 650056, 650057, 90008],
  },
  notAdministrator: {
    code: 'no-consent',
    message:
      'Who signed in on Microsoft’s page may not consent for the whole of tenant {tenantId}.',
    action:
      'That takes a Privileged Role Administrator or Global Administrator. Hand the link on to one; or, where your organization has Microsoft’s admin consent workflow, request approval on that page, and connect again once it is given.',
    signIn: [90094, 90095],
  },
  consentDeclined: {
    code: 'consent-declined',
    message:
      'Whoever was asked on Microsoft’s page to consent for tenant {tenantId} declined.',
    action:
      'Ask them why. The permissions that the page asks for are those of the app registration: take away what no data set needs (docs/permissions.md), and ask again.',
    signIn: [65004],
  },
  redirectRefused: {
    code: 'redirect-refused',
    message:
      'App {clientId} does not name the address of this portal to which Microsoft’s page answers.',
    action:
      'In the app registration, under "Authentication", add the redirect URI that the page to connect a tenant shows, of the platform Web, letter by letter.',
    signIn: [50011, 500113],
  },
  signInAgain: {
    code: 'sign-in-again',
    message:
      'Whoever signed in to have tenant {tenantId} read has to sign in again.',
    action:
      'On the Connections tab, choose "Sign in again" for this tenant. Microsoft Entra asks for it after a changed password, when sessions were revoked, by a policy for sign-in frequency, or after ninety days without a read.',
    signIn: [
      700082, 700084, 50173, 70008, 70043, 50055, 50074, 50076, 50078, 50079,
      50132, 50133,
    ],
    more: '[A signed-in reader](operations.md#a-signed-in-reader).',
  },
  readerNotConsented: {
    code: 'no-consent',
    message:
      'What app {clientId} asks for in the name of who signed in has no consent in tenant {tenantId}.',
    action:
      'Ask a Privileged Role Administrator or Global Administrator to sign in once where a tenant is connected, and to consent for the organization; then sign in again.',
  },
  tenantNotFound: {
    code: 'tenant-not-found',
    message: 'Tenant {tenantId} was not found.',
    action:
      'Compare `tenantId` with the directory (tenant) id in the Azure portal, and `cloud`, or `authority` where it is set, with the cloud that the tenant lives in.',
    signIn: [90002, 900021, 900023, 90019, 50059, 50128, 50049],
  },
  tenantInactive: {
    code: 'tenant-blocked',
    message: 'Microsoft has blocked tenant {tenantId} for inactivity.',
    action:
      'Ask an administrator of the tenant to have it reactivated by Microsoft support. That is possible for 20 days; then the tenant is deleted.',
    signIn: [5000225],
  },
  tenantBlocked: {
    code: 'tenant-blocked',
    message: 'Microsoft has blocked tenant {tenantId}.',
    action: 'Ask an administrator of the tenant to contact Microsoft support.',
    signIn: [5000224],
  },
  tenantRestricted: {
    code: 'tenant-restricted',
    message:
      'A proxy on the way to Microsoft Entra does not let this portal into tenant {tenantId}.',
    action:
      'Its tenant restrictions name the tenants that may be reached: ask whoever runs the proxy to add this one.',
    signIn: [500021, 500022, 50002],
  },
  wrongCloud: {
    code: 'wrong-cloud',
    message: 'Tenant {tenantId} does not live in the configured cloud.',
    action:
      'Set `cloud` to the one that the tenant lives in: global, usGovernment, usGovernmentDoD or china. Where `authority` and `graphRoot` are set, they must be of one cloud.',
    signIn: [
      90038, 90043, 90051, 900382, 900432, 900439, 500011, 50001, 70011,
      1002012, 28002,
    ],
  },
  graphDisabled: {
    code: 'graph-disabled',
    message: 'Microsoft Graph is disabled in tenant {tenantId}.',
    action:
      'A subscription has lapsed, or somebody has disabled it: ask an administrator to check the subscriptions, and that Microsoft Graph is enabled under "Enterprise applications", among the Microsoft applications.',
    signIn: [500014, 650054],
  },
  blockedByPolicy: {
    code: 'blocked-by-policy',
    message:
      'A Conditional Access policy keeps app {clientId} from signing in.',
    action:
      'Ask an administrator to allow this portal in the Conditional Access policy for workload identities, then sync again.',
    signIn: [53003, 530032, 530035, 50131],
  },
  signInThrottled: {
    code: 'sign-in-throttled',
    message: 'Microsoft Entra was asked too often to sign in.',
    action:
      'The next sync goes on from what was read. If it stays so, another program signs in with app {clientId} again and again: give this portal an app registration of its own.',
    signIn: [50196, 90055],
    passes: true,
  },
  signInBusy: {
    code: 'sign-in-unavailable',
    message: 'Microsoft Entra could not sign anybody in for a while.',
    action:
      'The next sync goes on from what was read. If it stays so, see Microsoft’s service health.',
    signIn: [50000, 50033, 90006, 90012, 90024, 90033, 90090, 90091],
    passes: true,
  },
  signInUnreachable: {
    code: 'sign-in-unavailable',
    message: 'Microsoft Entra could not be reached to sign in{detail?}.',
    action:
      'The next sync goes on from what was read. If it stays so, check that this portal can reach the sign-in address of the cloud, or `authority` where it is set, through its proxy and firewall.',
    passes: true,
  },
  signInAnsweredByOther: {
    code: 'sign-in-unavailable',
    message: 'What answered at the sign-in address was not Microsoft Entra.',
    action:
      'The next sync goes on from what was read. If it stays so, check for a proxy that answers in its place, and that `authority` is right where it is set.',
    passes: true,
  },
  signInForeignAddress: {
    code: 'foreign-address',
    message:
      'The sign-in address of tenant {tenantId} led away, to {host}. The credential was not sent there.',
    action:
      'Check for a proxy or gateway that redirects or rewrites answers, and that `authority`, where it is set, is the origin that signs in.',
  },
  signInCertificate: {
    code: 'certificate',
    message:
      'The certificate that answered at the sign-in address is not trusted{detail?}.',
    action:
      'If a proxy inspects TLS, give its certificate to the portal with NODE_EXTRA_CA_CERTS; else check `authority` where it is set.',
  },
  signInRefused: {
    code: 'sign-in-refused',
    message: 'Microsoft Entra refused to sign in app {clientId}{number?}.',
    action:
      'Look the number up at https://login.microsoftonline.com/error, and compare `tenantId`, `clientId` and the credential with the app registration.',
  },
} as const satisfies Record<string, ProblemKind>;
