import type { SignInError } from './errors';
import type { ProblemContext } from './types';

/** What is wrong and what to do about it, before it is put into a problem. */
export interface Advice {
  code: string;
  message: string;
  action: string;
}

type Advise = (context: ProblemContext) => Advice;

const newSecret =
  'In the Azure portal, make a new client secret under "Certificates & secrets", put its value into `clientSecret` and restart.';

const wrongApp: Advise = ({ clientId, tenantId }) => ({
  code: 'app-not-found',
  message: `App ${clientId} is not known in tenant ${tenantId}.`,
  action:
    'Compare `clientId` with the application (client) id and `tenantId` with the directory (tenant) id of the app registration, and grant admin consent in this tenant.',
});

const wrongTenant: Advise = ({ tenantId }) => ({
  code: 'tenant-not-found',
  message: `Tenant ${tenantId} was not found.`,
  action:
    'Compare `tenantId` with the directory (tenant) id in the Azure portal, and `cloud` with the cloud that the tenant lives in.',
});

const wrongCloud: Advise = ({ tenantId }) => ({
  code: 'wrong-cloud',
  message: `Tenant ${tenantId} does not live in the configured cloud.`,
  action:
    'Set `cloud` to the one that the tenant lives in: global, usGovernment, usGovernmentDoD or china.',
});

const wrongCertificate: Advise = ({ clientId }) => ({
  code: 'credential-refused',
  message: `Microsoft Entra refused the credential of app ${clientId}.`,
  action: newSecret,
});

/** Source: Microsoft Entra authentication and authorization error codes. */
const byNumber = new Map<number, Advise>([
  [
    7000215,
    ({ clientId }) => ({
      code: 'secret-wrong',
      message: `The client secret is wrong for app ${clientId}.`,
      action:
        'Often the id of the secret was pasted: put its value into `clientSecret` and restart. A value that was lost cannot be shown again: make a new secret.',
    }),
  ],
  [
    7000222,
    ({ clientId }) => ({
      code: 'secret-expired',
      message: `The client secret has expired for app ${clientId}.`,
      action: newSecret,
    }),
  ],
  [7000218, wrongCertificate],
  [700027, wrongCertificate],
  [700024, wrongCertificate],
  [70021, wrongCertificate],
  [700211, wrongCertificate],
  [700212, wrongCertificate],
  [700213, wrongCertificate],
  [700016, wrongApp],
  [90002, wrongTenant],
  [900023, wrongTenant],
  [90038, wrongCloud],
  [900432, wrongCloud],
  [500011, wrongCloud],
  [70011, wrongCloud],
  [
    65001,
    ({ clientId }) => ({
      code: 'no-consent',
      message: `Nobody has consented to app ${clientId} in this tenant.`,
      action:
        'Ask a Global Administrator to grant admin consent to the app, then sync again.',
    }),
  ],
  [
    7000112,
    ({ clientId }) => ({
      code: 'app-disabled',
      message: `App ${clientId} is disabled.`,
      action:
        'Ask an administrator to enable sign-in for the app under "Enterprise applications", then sync again.',
    }),
  ],
  [
    53003,
    ({ clientId }) => ({
      code: 'blocked-by-policy',
      message: `A Conditional Access policy keeps app ${clientId} from signing in.`,
      action:
        'Ask an administrator to allow this portal in the Conditional Access policy for workload identities, then sync again.',
    }),
  ],
]);

/** MSAL's own words for an authority that does not describe itself. */
const noAuthority = new Set([
  'endpoints_resolution_error',
  'openid_config_error',
  'untrusted_authority',
]);

/** Says what to do about a failed sign-in. */
export function explainSignIn(
  error: SignInError,
  context: ProblemContext,
): Advice {
  const advise = error.number === null ? null : byNumber.get(error.number);
  if (advise) {
    return advise(context);
  }
  if (noAuthority.has(error.oauthError)) {
    return wrongTenant(context);
  }
  if (error.transient) {
    return {
      code: 'sign-in-unavailable',
      message: 'Microsoft Entra could not be reached to sign in.',
      action:
        'The next sync tries again. If it stays so, check that this portal can reach the sign-in address of the cloud, through its proxy and with its certificates.',
    };
  }
  const number = error.number ? ` (AADSTS${error.number})` : '';
  return {
    code: 'sign-in-refused',
    message: `Microsoft Entra refused to sign in app ${context.clientId}${number}.`,
    action:
      'Look the number up at https://login.microsoftonline.com/error, and compare `tenantId`, `clientId` and `clientSecret` with the app registration.',
  };
}
