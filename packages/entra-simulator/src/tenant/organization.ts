import type { OrganizationNames } from './organizationNames';

/** Service plan ids of Microsoft Entra ID P1 and P2. */
const servicePlans = {
  p1: '41781fb2-bc02-4b7c-bd55-b576c07bb09d',
  p2: 'eec0eb4f-6444-4f95-aba0-50c24d67f998',
} as const;

export const licences = ['free', 'p1', 'p2'] as const;

/** The licences of Microsoft Entra ID that a tenant can have. @public */
export type Licence = (typeof licences)[number];

const plansOf: Readonly<Record<Licence, readonly string[]>> = {
  free: [],
  p1: [servicePlans.p1],
  p2: [servicePlans.p1, servicePlans.p2],
};

/** The states of a plan. Source: Microsoft Graph resource type `assignedPlan`. */
export const planStatuses = [
  'Enabled',
  'Warning',
  'Suspended',
  'Deleted',
  'LockedOut',
] as const;

/** One of {@link planStatuses}. @public */
export type PlanStatus = (typeof planStatuses)[number];

/** What a licence allows in that state: in `Warning`, a subscription has ended and still works. */
export function licenceInForce(
  licence: Licence,
  planStatus: PlanStatus,
): Licence {
  return ['Enabled', 'Warning'].includes(planStatus) ? licence : 'free';
}

/** The organisation as `/organization` tells it. */
export function organization(
  { name, domain, initialDomain }: OrganizationNames,
  {
    tenantId,
    licence,
    planStatus,
  }: { tenantId: string; licence: Licence; planStatus: PlanStatus },
): Record<string, unknown> {
  const plans = plansOf[licence];
  return {
    id: tenantId,
    deletedDateTime: null,
    businessPhones: ['+1 425 555 0100'],
    city: 'Redmond',
    country: null,
    countryLetterCode: 'US',
    createdDateTime: '2018-01-12T16:00:00Z',
    defaultUsageLocation: null,
    displayName: name,
    marketingNotificationEmails: [],
    onPremisesLastSyncDateTime: null,
    onPremisesSyncEnabled: true,
    partnerTenantType: null,
    postalCode: '98052',
    preferredLanguage: 'en',
    privacyProfile: null,
    securityComplianceNotificationMails: [],
    securityComplianceNotificationPhones: [],
    state: 'WA',
    street: `1 ${name} Way`,
    technicalNotificationMails: [`it@${domain}`],
    tenantType: 'AAD',
    mobileDeviceManagementAuthority: 'intune',
    assignedPlans: plans.map(servicePlanId => ({
      assignedDateTime: '2024-07-01T00:00:00Z',
      capabilityStatus: planStatus,
      service: 'AADPremiumService',
      servicePlanId,
    })),
    provisionedPlans: [
      {
        capabilityStatus: 'Enabled',
        provisioningStatus: 'Success',
        service: 'exchange',
      },
    ],
    verifiedDomains: [
      {
        capabilities: 'Email, OfficeCommunicationsOnline',
        isDefault: false,
        isInitial: true,
        name: initialDomain,
        type: 'Managed',
      },
      {
        capabilities: 'Email, OfficeCommunicationsOnline',
        isDefault: true,
        isInitial: false,
        name: domain,
        type: 'Managed',
      },
    ],
  };
}
