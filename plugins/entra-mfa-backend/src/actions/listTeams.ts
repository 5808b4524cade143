import { formatPermille } from '@entra-mfa/backstage-plugin-entra-mfa-common';
import { coverageInWords } from './coverage';
import { freshnessOf, freshnessSchema } from './freshness';
import { inputs, LIMIT } from './inputs';
import type { Register } from './types';
import { untrusted, untrustedSchema } from './untrusted';

/** Teams with their gaps. */
export const listTeams: Register = (registry, service) =>
  registry.register({
    name: 'list-teams',
    title: 'Teams and their MFA gaps',
    description: `Teams (Groups of the catalog, each with its sub-teams), those with most people missing to their target first; or the teams of a name. Sub-teams are listed beside the teams above them, and count the same people: never add teams up. Where hidden is true, figures are kept back from the caller because the team is small. ${coverageInWords}`,
    attributes: { readOnly: true, idempotent: true, destructive: false },
    schema: {
      input: z =>
        z.object({
          name: z
            .string()
            .max(200)
            .optional()
            .describe('Part of the name or title.'),
          at: inputs.at(z),
          tenant: inputs.tenant(z),
          limit: inputs.limit(z),
          cursor: inputs.cursor(z),
        }),
      output: z =>
        z.object({
          freshness: freshnessSchema(z),
          teams: z.array(
            z.object({
              ref: z.string(),
              title: untrustedSchema(z, 'The title of the team'),
              parent: z.string().nullable(),
              hidden: z.boolean(),
              people: z.number().nullable(),
              percent: z.string().nullable(),
              covered: z.number().nullable(),
              uncovered: z.number().nullable(),
              unknown: z.number().nullable(),
              targetPercent: z.string(),
              missingToTarget: z.number().nullable(),
            }),
          ),
          nextCursor: z.string().nullable(),
        }),
    },
    async action({ input, credentials }) {
      const { name: q, at, tenant, limit = LIMIT, cursor } = input;
      const options = { credentials, at, tenant };
      const [asOf, { items, pageInfo }] = await Promise.all([
        service.getAsOf(options),
        service.call('getTeams', {}, { q, at, tenant, limit, cursor }, options),
      ]);
      return {
        output: {
          freshness: freshnessOf(asOf, at),
          teams: items.map(({ coverage, ...team }) => ({
            ref: team.ref,
            title: untrusted(team.title),
            parent: team.parentRef,
            hidden: team.hidden,
            people: team.people,
            percent: formatPermille(coverage?.permille ?? null),
            covered: coverage?.covered ?? null,
            uncovered: coverage?.uncovered ?? null,
            unknown: team.unknown,
            targetPercent: formatPermille(team.targetPermille)!,
            missingToTarget: coverage?.short ?? null,
          })),
          nextCursor: pageInfo.nextCursor,
        },
      };
    },
  });
