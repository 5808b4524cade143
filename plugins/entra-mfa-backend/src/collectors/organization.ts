import { z } from 'zod';
import { orNone } from './orNone';
import type { Collector, OrganizationBody } from './types';

/** Source: product names and service plan identifiers for licensing. */
const P1 = '41781fb2-bc02-4b7c-bd55-b576c07bb09d';
const P2 = 'eec0eb4f-6444-4f95-aba0-50c24d67f998';
/** Microsoft Entra ID Governance, which has all of P2 that is needed here. */
const GOVERNANCE = 'e866a266-3cff-43a3-acca-0c90a7e00c8b';

const row = z.object({
  id: z.string().min(1),
  displayName: orNone(z.string()),
  assignedPlans: z
    .array(
      z.object({
        capabilityStatus: orNone(z.string()),
        servicePlanId: orNone(z.string()),
      }),
    )
    .nullish(),
});

type Row = z.infer<typeof row>;

/**
 * In `Warning`, a subscription has ended and everything still works.
 *
 * Source: resource type `assignedPlan`.
 */
const working = ['Enabled', 'Warning'];

function premiumOf(plans: Row['assignedPlans']): OrganizationBody['premium'] {
  if (!plans) {
    return undefined;
  }
  const enabled = new Set(
    plans
      .filter(plan => working.includes(plan.capabilityStatus ?? ''))
      .map(plan => plan.servicePlanId?.toLowerCase()),
  );
  if (enabled.has(P2) || enabled.has(GOVERNANCE)) {
    return 'P2';
  }
  return enabled.has(P1) ? 'P1' : null;
}

/** The tenant: its name, and whether its licence includes the report. */
export const organization: Collector<Row> = {
  id: 'organization',
  title: 'Organization',
  source: 'graph',
  endpoint: '/organization',
  query: { $select: 'id,displayName,assignedPlans' },
  pace: 'directory',
  permission: 'User.Read.All',
  licence: null,
  why: 'To name the tenant, and to tell a missing licence from a fault',
  documentation: 'https://learn.microsoft.com/graph/api/organization-list',
  required: 'no',
  identifiesTenant: true,
  row,
  toRecords(organizationRow) {
    const key = organizationRow.id.toLowerCase();
    const body: OrganizationBody = {
      displayName: organizationRow.displayName || key,
      premium: premiumOf(organizationRow.assignedPlans),
    };
    return [{ key, body: { ...body } }];
  },
};
