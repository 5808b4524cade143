import {
  bases,
  formatPermille,
  type CoverageFigure,
} from '@entra-mfa/backstage-plugin-entra-mfa-common';
import { coverageInWords } from './coverage';
import { freshnessOf, freshnessSchema } from './freshness';
import { inputs } from './inputs';
import type { Register, Z } from './types';
import { untrusted, untrustedSchema } from './untrusted';

/** What the figure would be under an assumption. */
export const estimateWhatIf: Register = (registry, service) =>
  registry.register({
    name: 'estimate-what-if',
    title: 'What MFA coverage would be',
    description: `What coverage would be under assumptions: everybody is assessed anew for the question, and nothing is stored or changed. assumed is never the figure: tell it as what would be, beside shown, which is the figure. ${coverageInWords}`,
    attributes: { readOnly: true, idempotent: true, destructive: false },
    schema: {
      input: z =>
        z.object({
          phoneOff: z
            .boolean()
            .optional()
            .describe('SMS and voice are switched off.'),
          countGuests: z
            .boolean()
            .optional()
            .describe('Guests count, or do not.'),
          basis: z
            .enum(bases)
            .optional()
            .describe('What covered means: registered, or capable as well.'),
          targetPermille: z
            .number()
            .int()
            .min(1)
            .max(1000)
            .optional()
            .describe('The target per thousand: 950 is 95 %.'),
          withoutExceptions: z
            .boolean()
            .optional()
            .describe('No exception is in force.'),
          team: inputs
            .team(z)
            .optional()
            .describe('A Group entity ref; without it, the organization.'),
          at: inputs.at(z),
          tenant: inputs.tenant(z),
        }),
      output: z =>
        z.object({
          freshness: freshnessSchema(z),
          note: z.string(),
          shown: figureSchema(z),
          assumed: figureSchema(z),
          coveredMore: z.number(),
          uncoveredMore: z.number(),
          teams: z.array(
            z.object({
              ref: z.string(),
              title: untrustedSchema(z, 'The title of the team'),
              shown: figureSchema(z),
              assumed: figureSchema(z),
            }),
          ),
          moreTeams: z.number(),
        }),
    },
    async action({ input, credentials }) {
      const { at, tenant } = input;
      const [asOf, found] = await Promise.all([
        service.getAsOf({ credentials, at, tenant }),
        service.call('getWhatIf', {}, input, { credentials }),
      ]);
      return {
        output: {
          freshness: freshnessOf(asOf, at),
          note: 'An estimate under the assumptions that were asked for: it is not the figure, and nothing was changed.',
          shown: tellFigure(found.shown.counts.coverage),
          assumed: tellFigure(found.assumed.counts.coverage),
          coveredMore: found.difference.covered,
          uncoveredMore: found.difference.uncovered,
          teams: found.teams.items.map(({ ref, title, shown, assumed }) => ({
            ref,
            title: untrusted(title),
            shown: tellFigure(shown),
            assumed: tellFigure(assumed),
          })),
          moreTeams: found.teams.more,
        },
      };
    },
  });

function figureSchema(z: Z) {
  return z.object({
    percent: z.string().nullable(),
    covered: z.number(),
    uncovered: z.number(),
    missingToTarget: z.number(),
  });
}

function tellFigure({ permille, covered, uncovered, short }: CoverageFigure) {
  return {
    percent: formatPermille(permille),
    covered,
    uncovered,
    missingToTarget: short,
  };
}
