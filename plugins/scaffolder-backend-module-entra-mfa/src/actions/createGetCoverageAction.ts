import { InputError } from '@backstage/errors';
import { createTemplateAction } from '@backstage/plugin-scaffolder-node';
import { formatPermille } from '@entra-mfa/backstage-plugin-entra-mfa-common';
import type {
  EntraMfaCoverage,
  EntraMfaService,
  EntraMfaServiceOptions,
} from '@entra-mfa/backstage-plugin-entra-mfa-node';

/** `entra-mfa:coverage:get`: how a team, the owners of something or the organization stand. */
export function createGetCoverageAction(entraMfa: EntraMfaService) {
  return createTemplateAction({
    id: 'entra-mfa:coverage:get',
    description:
      'Tells how many people of a team, of the owners of an entity, or of the organization have registered for MFA, as whoever runs the template may see it. It stops nothing.',
    supportsDryRun: true,
    schema: {
      input: {
        team: z =>
          z.string().optional().describe('A Group entity ref, or its name'),
        entity: z =>
          z
            .string()
            .optional()
            .describe('An entity ref, for the people who own it'),
        at: z =>
          z.string().optional().describe('A past date, such as 2026-11-21'),
        tenant: z =>
          z.string().optional().describe('The id of a tenant; else the first'),
      },
      output: {
        trust: z => z.enum(['fresh', 'stale', 'held', 'no-data']),
        target: z =>
          z
            .enum(['met', 'not-met', 'not-known'])
            .describe('What is stale or held is not known, and never met'),
        percent: z => z.string().nullable(),
        targetPercent: z => z.string(),
        covered: z => z.number().nullable(),
        uncovered: z => z.number().nullable(),
        unknown: z => z.number().nullable(),
        missing: z =>
          z.number().nullable().describe('How many people short of the target'),
        readAt: z => z.string().nullable(),
      },
    },
    async handler(ctx) {
      const coverage = await ask(entraMfa, {
        ...ctx.input,
        credentials: await ctx.getInitiatorCredentials(),
      });
      const percent = formatPermille(coverage.permille);
      ctx.output('trust', coverage.trust);
      ctx.output('target', coverage.target);
      ctx.output('percent', percent);
      ctx.output('targetPercent', formatPermille(coverage.targetPermille)!);
      ctx.output('covered', coverage.covered);
      ctx.output('uncovered', coverage.uncovered);
      ctx.output('unknown', coverage.unknown);
      ctx.output('missing', coverage.short);
      ctx.output('readAt', coverage.readAt);
      ctx.logger.info(
        `MFA coverage: ${percent ?? 'not known'} (${coverage.trust}), target ${
          coverage.target
        }`,
      );
    },
  });
}

type Asked = EntraMfaServiceOptions & { team?: string; entity?: string };

async function ask(
  entraMfa: EntraMfaService,
  { team, entity, ...options }: Asked,
): Promise<EntraMfaCoverage> {
  if (team !== undefined && entity !== undefined) {
    throw new InputError("Name a 'team' or an 'entity', not both");
  }
  if (team !== undefined) {
    return entraMfa.getTeamCoverage(team, options);
  }
  return entity === undefined
    ? entraMfa.getOrganizationCoverage(options)
    : entraMfa.getOwnersCoverage(entity, options);
}
