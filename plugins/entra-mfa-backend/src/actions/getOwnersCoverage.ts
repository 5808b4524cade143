import { coverageInWords, coverageSchema, tellCoverage } from './coverage';
import { freshnessOf, freshnessSchema } from './freshness';
import { inputs } from './inputs';
import type { Register } from './types';
import { untrusted, untrustedSchema } from './untrusted';

/** How many of those who own something have registered. */
export const getOwnersCoverage: Register = (registry, service) =>
  registry.register({
    name: 'get-owners-coverage',
    title: 'MFA coverage of the owners of a service',
    description: `How many of the people who own something of the catalog (a component, API, resource, system or domain), through a team or themselves, have registered for MFA, against the target of the organization, now or on any past date. ${coverageInWords} An owner with found false leads to nobody: the people behind it are not counted, so the figure is not of everybody.`,
    attributes: { readOnly: true, idempotent: true, destructive: false },
    schema: {
      input: z =>
        z.object({
          entity: z
            .string()
            .describe('An entity ref such as component:default/checkout-web.'),
          at: inputs.at(z),
          tenant: inputs.tenant(z),
        }),
      output: z =>
        z.object({
          freshness: freshnessSchema(z),
          entity: z.object({
            ref: z.string(),
            title: untrustedSchema(z, 'The title of the entity'),
          }),
          owners: z.array(z.object({ ref: z.string(), found: z.boolean() })),
          coverage: coverageSchema(z),
        }),
    },
    async action({ input: { entity, ...asked }, credentials }) {
      const coverage = await service.getOwnersCoverage(entity, {
        ...asked,
        credentials,
      });
      const { ref, title } = coverage.entity;
      return {
        output: {
          freshness: freshnessOf(coverage, asked.at),
          entity: { ref, title: untrusted(title) },
          owners: coverage.owners,
          coverage: tellCoverage(coverage),
        },
      };
    },
  });
