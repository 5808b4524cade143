import { changeKinds } from '@entra-mfa/backstage-plugin-entra-mfa-common';
import { freshnessOf, freshnessSchema } from './freshness';
import { inputs, LIMIT } from './inputs';
import type { Register } from './types';
import { untrusted, untrustedSchema } from './untrusted';

/** What changed between two dates. */
export const listChanges: Register = (registry, service) =>
  registry.register({
    name: 'list-changes',
    title: 'What changed in MFA registration',
    description:
      'What changed between two dates, of everybody or of a team: people counted by the kind of change, each once, and those whom the caller may see by name. Kinds: lost (a registration that is gone), downgraded and upgraded (weaker or stronger methods), left and joined (the directory), gained (registered), scope, exception, rule (another rule counts, nobody did anything), certainty (it became known or unknown), renamed. A person who lost and gained in between did not change. Counts are null where so few changed that they would tell of each.',
    attributes: { readOnly: true, idempotent: true, destructive: false },
    schema: {
      input: z =>
        z.object({
          from: inputs
            .at(z)
            .describe(
              'A past date or instant; seven days before to without it.',
            ),
          to: inputs.at(z),
          team: inputs.team(z).optional(),
          kind: z
            .enum(changeKinds)
            .optional()
            .describe('The kind that is listed. All kinds are counted.'),
          tenant: inputs.tenant(z),
          limit: inputs.limit(z),
          cursor: inputs.cursor(z),
        }),
      output: z =>
        z.object({
          freshness: freshnessSchema(z),
          from: z.string().nullable(),
          to: z.string().nullable(),
          sinceBeginning: z
            .boolean()
            .describe(
              'History begins after what was asked for, and is compared with its beginning.',
            ),
          people: z.number().nullable(),
          counts: z.record(z.number()).nullable(),
          visibility: z.enum(['all', 'some', 'none']),
          changes: z.array(
            z.object({
              kind: z.string(),
              at: z.string(),
              name: untrustedSchema(z, 'The display name of the person'),
              user: z.string().nullable(),
              tenant: z.string(),
              id: z.string(),
              stateBefore: z.string().nullable(),
              stateAfter: z.string().nullable(),
            }),
          ),
          nextCursor: z.string().nullable(),
        }),
    },
    async action({ input, credentials }) {
      const { limit = LIMIT, ...asked } = input;
      const { to, tenant } = asked;
      const [asOf, found] = await Promise.all([
        service.getAsOf({ credentials, at: to, tenant }),
        service.call('getChanges', {}, { ...asked, limit }, { credentials }),
      ]);
      return {
        output: {
          freshness: freshnessOf(asOf, to),
          from: found.from?.at ?? null,
          to: found.to?.at ?? null,
          sinceBeginning: found.sinceBeginning,
          people: found.people,
          counts: found.counts,
          visibility: found.visibility,
          changes: found.items.map(({ before, after, ...change }) => ({
            kind: change.kind,
            at: change.at,
            name: untrusted((after ?? before)?.displayName ?? ''),
            user: change.entityRef,
            tenant: change.tenant,
            id: change.id,
            stateBefore: before?.state ?? null,
            stateAfter: after?.state ?? null,
          })),
          nextCursor: found.pageInfo.nextCursor,
        },
      };
    },
  });
