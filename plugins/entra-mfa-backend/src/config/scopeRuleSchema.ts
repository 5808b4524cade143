import { parseScopeFilter } from '@entra-mfa/backstage-plugin-entra-mfa-common';
import { z } from 'zod';
import { tellFilterProblem } from '../assess/scope/tellFilterProblem';
import { entityRef, guid, text } from './fields';

const LONGEST_NAME = 100;

const filter = text().superRefine((written, context) => {
  const parsed = parseScopeFilter(written);
  if ('problem' in parsed) {
    context.addIssue(
      `is no filter that can be used: ${tellFilterProblem(parsed.problem)}`,
    );
  }
});

/** A rule that leaves people out: see `ScopeRule`. */
export const scopeRuleSchema = z
  .object({
    name: text()
      .trim()
      .min(1, 'should say what the rule is called')
      .max(LONGEST_NAME, `should have at most ${LONGEST_NAME} characters`)
      // Lists of names in addresses are separated by commas.
      .regex(/^[^,]*$/, 'should have no comma'),
    leaveOut: z
      .strictObject(
        {
          filter: filter.optional(),
          group: guid('the object id of a group').optional(),
        },
        { error: 'should have filter, group or both, and nothing else' },
      )
      .refine(each => each.filter !== undefined || each.group !== undefined, {
        error: 'should have filter, group or both',
      }),
    owner: entityRef,
    reason: text().trim().min(1, 'should say why they are left out'),
    tenantId: guid('the id of a configured tenant').optional(),
  })
  .transform(({ leaveOut, tenantId, name, owner, reason }) => ({
    name,
    filter: leaveOut.filter ?? null,
    group: leaveOut.group ?? null,
    owner,
    reason,
    tenantId: tenantId ?? null,
  }));

/** Refuses rules of a tenant that there is not, and groups of which nobody can tell in which tenant they are. */
export function refuseLostRules(
  {
    tenants,
    connect,
    scope,
  }: {
    tenants: readonly { tenantId: string }[];
    connect: object | null;
    scope: { rules: readonly z.output<typeof scopeRuleSchema>[] };
  },
  context: z.core.$RefinementCtx,
): void {
  // Tenants that are connected in the portal come and go.
  const isOpen = connect !== null;
  for (const [index, { group, tenantId }] of scope.rules.entries()) {
    const isKnown = isOpen || tenants.some(one => one.tenantId === tenantId);
    // A group is in one tenant: in the others it would not be found, with each sync.
    const isLost = group !== null && (isOpen || tenants.length > 1);
    if (tenantId === null ? isLost : !isKnown) {
      context.addIssue({
        code: 'custom',
        path: ['scope', 'rules', index, 'tenantId'],
        message:
          tenantId === null
            ? 'should say in which tenant the group is: there are, or may be, several'
            : 'should be the id of a tenant in entraMfa.tenants',
      });
    }
  }
}
