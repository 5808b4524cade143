import { isError, NotAllowedError } from '@backstage/errors';
import { createTemplateAction } from '@backstage/plugin-scaffolder-node';
import { entraMfaTargetOverridePermission } from '@entra-mfa/backstage-plugin-entra-mfa-common';
import type { EntraMfaService } from '@entra-mfa/backstage-plugin-entra-mfa-node';
import { judgeTeam } from '../judgeTeam';
import { readTeam } from '../readTeam';

/** `entra-mfa:require`: goes on only where a team meets its target, or somebody who may says why not. */
export function createRequireAction(entraMfa: EntraMfaService) {
  return createTemplateAction({
    id: 'entra-mfa:require',
    description: `Goes on only where a team is known to meet its target of MFA registration. Stale, held, hidden and unknown never count as met. Otherwise it stops, unless whoever runs the template has the permission ${entraMfaTargetOverridePermission.name} and says why: that is put on record under their name.`,
    supportsDryRun: true,
    schema: {
      input: {
        team: z =>
          z
            .string()
            .describe('The Group entity ref of the team that will own it'),
        overrideReason: z =>
          z
            .string()
            .max(1000)
            .optional()
            .describe(
              'Why it goes on though the target is not met. It stays on record: name nobody in it',
            ),
      },
      output: {
        met: z => z.boolean(),
        overriddenBy: z =>
          z
            .string()
            .nullable()
            .describe('The entity ref of who said why it goes on'),
      },
    },
    async handler(ctx) {
      const { team } = ctx.input;
      const reason = ctx.input.overrideReason?.trim() ?? '';
      const credentials = await ctx.getInitiatorCredentials();
      const verdict = judgeTeam(await readTeam(entraMfa, team, credentials));
      ctx.output('met', verdict.met);
      ctx.output('overriddenBy', null);
      if (verdict.met) {
        ctx.logger.info(`${team} meets its target of MFA registration`);
        return;
      }
      const gap = `${team} is not known to meet its target of MFA registration: ${verdict.why}`;
      if (reason === '') {
        throw new NotAllowedError(
          `${gap}. Look at the MFA page of the team for who is missing. Whoever has the permission ${entraMfaTargetOverridePermission.name} can run the template with a reason (overrideReason)`,
        );
      }
      if (ctx.isDryRun) {
        ctx.logger.warn(`${gap}. A dry run puts no reason on record`);
        return;
      }
      const template = ctx.templateInfo?.entityRef ?? 'a template';
      const { by, at } = await entraMfa
        .overrideTarget(
          team,
          { reason, purpose: `${template}, task ${ctx.task.id}`.slice(0, 200) },
          { credentials },
        )
        .catch(error => {
          throw isError(error) && error.name === 'NotAllowedError'
            ? new NotAllowedError(`${gap}. ${error.message}`)
            : error;
        });
      ctx.output('overriddenBy', by);
      ctx.logger.warn(
        `${gap}. It goes on all the same: ${by} said why at ${at}, on record: ${reason}`,
      );
    },
  });
}
