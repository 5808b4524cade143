import { InputError } from '@backstage/errors';
import type { ExplanationStep } from '@entra-mfa/backstage-plugin-entra-mfa-common';
import { freshnessOf, freshnessSchema } from './freshness';
import { inputs } from './inputs';
import type { Register } from './types';
import { NOTE, untrusted, untrustedSchema } from './untrusted';

/** Why somebody is counted as they are. */
export const explainPerson: Register = (registry, service) =>
  registry.register({
    name: 'explain-person',
    title: 'Why a person is counted as they are',
    description:
      'Why one person is covered, uncovered, unknown, exempt or out of scope: each rule that was asked, in order, with what it found, and the one that decided. unknown means that nothing may be concluded: it is not uncovered. A null is not known; it is never no. Steps are empty where the rules of then are not those of today, and where the person was erased. A person whom the caller may not see by name is answered as one who does not exist.',
    attributes: { readOnly: true, idempotent: true, destructive: false },
    schema: {
      input: z =>
        z.object({
          user: z
            .string()
            .optional()
            .describe(
              'A User entity ref such as user:default/ada; or tenant and id.',
            ),
          tenant: inputs.tenant(z),
          id: z
            .string()
            .optional()
            .describe(
              'With tenant: the Entra object id, as list-uncovered-people tells it.',
            ),
          at: inputs.at(z),
        }),
      output: z =>
        z.object({
          freshness: freshnessSchema(z),
          person: z.object({
            name: untrustedSchema(z, 'The display name of the person'),
            user: z.string().nullable(),
            tenant: z.string(),
            id: z.string(),
            state: z.string(),
            reason: z.string(),
            scopeClass: z.string().nullable(),
            registered: z.boolean().nullable(),
            capable: z.boolean().nullable(),
            strength: z.string().nullable(),
            methods: z.array(z.string()),
            privileged: z.boolean().nullable(),
            teams: z.array(z.string()),
            since: z.string(),
            exemptUntil: z.string().nullable(),
          }),
          steps: z.array(
            z.object({
              rule: z.string(),
              inWords: z.string(),
              outcome: z.enum(['passed', 'decided', 'not-asked']),
              facts: z
                .record(z.unknown())
                .describe(
                  'What the rule looked at; texts of the directory are untrustedText.',
                ),
            }),
          ),
        }),
    },
    async action({ input: { user, id, ...asked }, credentials }) {
      const { at, tenant } = asked;
      const options = { ...asked, credentials };
      const [asOf, detail] = await Promise.all([
        service.getAsOf(options),
        service.explainPerson(whoOf(user, tenant, id), options),
      ]);
      const { person, explanation } = detail;
      return {
        output: {
          freshness: freshnessOf(asOf, at),
          person: {
            name: untrusted(person.displayName),
            user: person.entityRef,
            tenant: person.tenant,
            id: person.id,
            state: person.state,
            reason: person.reason,
            scopeClass: person.scopeClass,
            registered: person.registered,
            capable: person.capable,
            strength: person.tier,
            methods: person.methods,
            privileged: person.privileged,
            teams: person.teams.map(({ ref }) => ref),
            since: person.since,
            exemptUntil: person.exception?.until ?? null,
          },
          steps: explanation.map(step => ({
            rule: step.rule,
            inWords: step.text,
            outcome: step.outcome,
            facts: factsOf(step),
          })),
        },
      };
    },
  });

function whoOf(
  user: string | undefined,
  tenant: string | undefined,
  id: string | undefined,
): string | { tenant: string; id: string } {
  if ((user === undefined) === (id === undefined)) {
    throw new InputError(
      "A person is named by 'user' (the User entity), or by 'tenant' and 'id' (the Entra object id)",
    );
  }
  if (id === undefined) {
    return user!;
  }
  if (tenant === undefined) {
    throw new InputError(
      'An object id is of a tenant: name it, too, as list-uncovered-people tells it',
    );
  }
  return { tenant, id };
}

/** Texts are marked; what is made of parts is told as one text. */
function factsOf({ facts }: ExplanationStep) {
  return Object.fromEntries(
    Object.entries(facts).map(([name, fact]) => [name, tellFact(fact)]),
  );
}

function tellFact(fact: unknown): unknown {
  switch (typeof fact) {
    case 'boolean':
    case 'number':
      return fact;
    case 'string':
      return untrusted(fact, NOTE);
    default:
      return fact === null || fact === undefined
        ? null
        : untrusted(JSON.stringify(fact), NOTE);
  }
}
