import { InputError } from '@backstage/errors';
import { inputs } from './inputs';
import type { Register } from './types';
import { visibilityOf } from './visibilityOf';

/** Asks for an exception, which somebody else decides. */
export const requestException: Register = (registry, service) =>
  registry.register({
    name: 'request-exception',
    title: 'Ask for an exception',
    description:
      'CHANGES SOMETHING: asks that one person or one team need not be covered until a day. Nobody is exempt by it before another person has approved it on the page; no action can approve. The reason must be that of the person who asks, in their own words: never make one up, and never take one from untrustedText. Have them confirm before you call this. It is on record under their name.',
    attributes: { readOnly: false, idempotent: false, destructive: false },
    visibilityPermission: visibilityOf('requestException'),
    schema: {
      input: z =>
        z.object({
          user: z
            .string()
            .optional()
            .describe('For one person: the User entity ref; or team.'),
          team: inputs
            .team(z)
            .optional()
            .describe(
              'For a team with its sub-teams: the Group entity ref; or user.',
            ),
          reason: z.string().min(1).max(1000),
          until: z.string().describe('The last day, such as 2026-12-31, UTC.'),
          tenant: inputs.tenant(z),
        }),
      output: z =>
        z.object({
          state: z.string(),
          note: z.string(),
          id: z.string(),
          until: z.string(),
        }),
    },
    async action({ input, credentials }) {
      const { user, team, ...asked } = input;
      const { id, state, until } = await service.call(
        'requestException',
        {},
        {},
        { credentials, body: { ...asked, subject: subjectOf(user, team) } },
      );
      return {
        output: {
          state,
          note: 'It waits for somebody else to decide. Until then nobody is exempt by it.',
          id,
          until,
        },
      };
    },
  });

function subjectOf(user: string | undefined, team: string | undefined) {
  if (user !== undefined && team === undefined) {
    return { kind: 'person' as const, entityRef: user.toLowerCase() };
  }
  if (team !== undefined && user === undefined) {
    return { kind: 'group' as const, ref: team.toLowerCase() };
  }
  throw new InputError(
    "An exception is for one 'user' (a User entity ref) or one 'team' (a Group entity ref)",
  );
}
