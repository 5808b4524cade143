import { freshnessOf, freshnessSchema } from './freshness';
import { inputs, LIMIT } from './inputs';
import type { Register } from './types';
import { untrusted, untrustedSchema } from './untrusted';

const notes = {
  all: 'The caller may see everybody by name.',
  some: 'The caller may see only some people by name, so the list has fewer than are counted.',
  none: 'The caller may see nobody by name, so that only the count is told. It needs the permission entra-mfa.people.read.',
};

/** Who has not registered. */
export const listUncoveredPeople: Register = (registry, service) =>
  registry.register({
    name: 'list-uncovered-people',
    title: 'Who has not registered for MFA',
    description:
      'People who count and are uncovered: who has not registered for MFA (or, where the organization asks for it, is not capable of it), privileged people first, of everybody or of a team, now or on any past date. Only those whom the caller may see by name are listed: read visibilityNote and tell it. uncovered is how many there are, whoever may be seen; null where it is kept back. People who are unknown, exempt or out of scope are not among them. The list is an attack list: hand it on to nobody.',
    attributes: { readOnly: true, idempotent: true, destructive: false },
    schema: {
      input: z =>
        z.object({
          team: inputs.team(z).optional(),
          subTeams: z
            .boolean()
            .optional()
            .describe(
              'Whether people of its sub-teams are listed; true without it.',
            ),
          at: inputs.at(z),
          tenant: inputs.tenant(z),
          limit: inputs.limit(z),
          cursor: inputs.cursor(z),
        }),
      output: z =>
        z.object({
          freshness: freshnessSchema(z),
          visibility: z.enum(['all', 'some', 'none']),
          visibilityNote: z.string(),
          uncovered: z.number().nullable(),
          people: z.array(
            z.object({
              name: untrustedSchema(z, 'The display name of the person'),
              user: z.string().nullable(),
              tenant: z.string(),
              id: z.string(),
              reason: z.string(),
              privileged: z.boolean().nullable(),
              since: z.string(),
              teams: z.array(z.string()),
            }),
          ),
          nextCursor: z.string().nullable(),
        }),
    },
    async action({ input, credentials }) {
      const { at, tenant, limit = LIMIT, ...rest } = input;
      const options = { credentials, at, tenant };
      const [asOf, found] = await Promise.all([
        service.getAsOf(options),
        service.call(
          'getPeople',
          {},
          { ...rest, at, tenant, limit, state: 'uncovered', count: true },
          options,
        ),
      ]);
      return {
        output: {
          freshness: freshnessOf(asOf, at),
          visibility: found.visibility,
          visibilityNote: notes[found.visibility],
          uncovered: found.counted ?? null,
          people: found.items.map(person => ({
            name: untrusted(person.displayName),
            user: person.entityRef,
            tenant: person.tenant,
            id: person.id,
            reason: person.reason,
            privileged: person.privileged,
            since: person.since,
            teams: person.teams.map(({ ref }) => ref),
          })),
          nextCursor: found.pageInfo.nextCursor,
        },
      };
    },
  });
