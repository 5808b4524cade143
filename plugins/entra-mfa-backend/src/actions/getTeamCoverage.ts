import { coverageInWords, coverageSchema, tellCoverage } from './coverage';
import { freshnessOf, freshnessSchema } from './freshness';
import { inputs } from './inputs';
import type { Register } from './types';
import { untrusted, untrustedSchema } from './untrusted';

/** How many people of a team have registered. */
export const getTeamCoverage: Register = (registry, service) =>
  registry.register({
    name: 'get-team-coverage',
    title: 'MFA coverage of a team',
    description: `How many people of a team (a Group of the catalog, with its sub-teams, each person once) have registered for MFA, against the team's target, now or on any past date. ${coverageInWords} Where otherTenants is above 0, the team may have further people in other tenants: ask for each with tenant.`,
    attributes: { readOnly: true, idempotent: true, destructive: false },
    schema: {
      input: z =>
        z.object({
          team: inputs.team(z),
          at: inputs.at(z),
          tenant: inputs.tenant(z),
        }),
      output: z =>
        z.object({
          freshness: freshnessSchema(z),
          team: z.object({
            ref: z.string(),
            title: untrustedSchema(z, 'The title of the team'),
          }),
          coverage: coverageSchema(z),
          otherTenants: z.number(),
        }),
    },
    async action({ input: { team, ...asked }, credentials }) {
      const coverage = await service.getTeamCoverage(team, {
        ...asked,
        credentials,
      });
      const { ref, title } = coverage.team;
      return {
        output: {
          freshness: freshnessOf(coverage, asked.at),
          team: { ref, title: untrusted(title) },
          coverage: tellCoverage(coverage),
          otherTenants: coverage.otherTenants,
        },
      };
    },
  });
