import type { Row } from './collection';
import type { GeneratedTenant } from './generatedTenant';
import { idsOfGroup } from './policies';

const everybody = ['all_users'];
const toTarget = (id: string) => ({ id, targetType: 'group' });

/**
 * The authentication methods policy: most methods for everybody, a temporary access pass for one group alone, no SMS,
 * no calls to an office and no codes of Microsoft Authenticator; the move from the older settings is under way.
 */
export function authenticationMethodsPolicy({
  groups,
}: Pick<GeneratedTenant, 'groups'>): Row {
  return {
    id: 'authenticationMethodsPolicy',
    displayName: 'Authentication Methods Policy',
    description:
      'The tenant-wide policy that controls which authentication methods are allowed in the tenant',
    lastModifiedDateTime: '2025-06-02T10:47:26.6044384Z',
    policyVersion: '1.5',
    policyMigrationState: 'migrationInProgress',
    reconfirmationInDays: null,
    registrationEnforcement: {
      authenticationMethodsRegistrationCampaign: {
        snoozeDurationInDays: 3,
        state: 'enabled',
        excludeTargets: idsOfGroup(groups, 'Field Sales').map(toTarget),
        includeTargets: everybody.map(id => ({
          ...toTarget(id),
          targetedAuthenticationMethod: 'microsoftAuthenticator',
        })),
      },
    },
    authenticationMethodConfigurations: [
      method('fido2', 'Fido2', everybody, {
        isSelfServiceRegistrationAllowed: true,
        isAttestationEnforced: false,
      }),
      method(
        'microsoftAuthenticator',
        'MicrosoftAuthenticator',
        everybody,
        { isSoftwareOathEnabled: false },
        { authenticationMode: 'any' },
      ),
      method('sms', 'Sms', [], {}),
      method(
        'temporaryAccessPass',
        'TemporaryAccessPass',
        idsOfGroup(groups, 'Helpdesk Operators'),
        { isUsableOnce: true },
      ),
      method('softwareOath', 'SoftwareOath', everybody),
      method('voice', 'Voice', everybody, { isOfficePhoneAllowed: false }),
      method('email', 'Email', everybody, {
        allowExternalIdToUseEmailOtp: 'default',
      }),
      method('x509Certificate', 'X509Certificate', []),
      method('qrCodePin', 'QRCodePin', []),
    ],
  };
}

/** A method for nobody is disabled. */
function method(
  type: string,
  id: string,
  include: readonly string[],
  settings: object = {},
  ofTarget: object = {},
) {
  return {
    '@odata.type': `#microsoft.graph.${type}AuthenticationMethodConfiguration`,
    id,
    state: include.length > 0 ? 'enabled' : 'disabled',
    excludeTargets: [],
    ...settings,
    includeTargets: include.map(one => ({
      ...toTarget(one),
      isRegistrationRequired: false,
      ...ofTarget,
    })),
  };
}
