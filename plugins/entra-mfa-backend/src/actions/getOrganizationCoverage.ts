import { coverageInWords, coverageSchema, tellCoverage } from './coverage';
import { freshnessOf, freshnessSchema } from './freshness';
import { inputs } from './inputs';
import type { Register } from './types';
import { untrusted, untrustedSchema } from './untrusted';

/** How many people of a tenant have registered. */
export const getOrganizationCoverage: Register = (registry, service) =>
  registry.register({
    name: 'get-organization-coverage',
    title: 'MFA coverage of the organization',
    description: `How many people of the organization (a Microsoft Entra tenant) have registered for MFA, against its target, now or on any past date. ${coverageInWords}`,
    attributes: { readOnly: true, idempotent: true, destructive: false },
    schema: {
      input: z => z.object({ at: inputs.at(z), tenant: inputs.tenant(z) }),
      output: z =>
        z.object({
          freshness: freshnessSchema(z),
          tenant: z
            .object({
              id: z.string(),
              name: untrustedSchema(z, 'The name of the tenant'),
            })
            .nullable(),
          coverage: coverageSchema(z),
        }),
    },
    async action({ input, credentials }) {
      const coverage = await service.getOrganizationCoverage({
        ...input,
        credentials,
      });
      const { tenant } = coverage;
      return {
        output: {
          freshness: freshnessOf(coverage, input.at),
          tenant: tenant && { id: tenant.id, name: untrusted(tenant.name) },
          coverage: tellCoverage(coverage),
        },
      };
    },
  });
