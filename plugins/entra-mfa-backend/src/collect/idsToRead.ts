import type {
  Collector,
  DataSetId,
  MethodsPolicyBody,
  PolicyBody,
  RoleBody,
  RoleGroupEligibilityBody,
  RoleGroupMemberBody,
} from '../collectors/types';
import { groupsToKnow } from '../assess/scope/groupsToKnow';
import { modeOf } from '../assess/policies/modeOf';
import { readRecords } from '../store/run/readRecords';
import { peopleAmong } from './peopleAmong';
import type { RunContext } from './RunContext';

const holders: readonly DataSetId[] = ['role-assignments', 'role-eligibility'];

const principals: Record<
  'role-principals' | 'nested-role-principals' | 'role-principals-and-nested',
  readonly DataSetId[]
> = {
  'role-principals': holders,
  'nested-role-principals': [...holders, 'role-group-eligibility'],
  'role-principals-and-nested': [...holders, 'role-group-members'],
};

/**
 * The ids for which a collector's endpoint is read, sorted: see `forEach`; null where it is read once.
 * They are taken from what this run has read and what was published before, so that they stay the
 * same throughout the run. Accounts have a way of their own: see `accountsToRead`.
 */
export async function idsToRead(
  context: RunContext,
  { forEach }: Collector,
): Promise<string[] | null> {
  if (!forEach) {
    return null;
  }
  if (forEach === 'policy-groups') {
    return policyGroups(context);
  }
  if (forEach === 'scope-groups') {
    return groupsToKnow(context.rules, context.exceptionGroups);
  }
  if (forEach === 'accounts-without-mfa' || forEach === 'enabled-accounts') {
    return null;
  }
  const { knex, claim } = context;
  const ids = new Set<string>();
  for (const dataSet of principals[forEach]) {
    const of = { tenantId: claim.tenantId, dataSet };
    for await (const { body } of readRecords<
      Partial<RoleBody & RoleGroupEligibilityBody & RoleGroupMemberBody>
    >(knex, of)) {
      const id = body.isGroup ? body.memberId : body.principalId;
      if (id) {
        ids.add(id);
      }
    }
  }
  const people = await peopleAmong(context, [...ids]);
  return [...ids].filter(id => !people.has(id)).sort();
}

/**
 * The groups of policies with MFA, and of methods, that are not off: as read by this run, where they were, else as
 * published before.
 */
async function policyGroups({ knex, claim }: RunContext): Promise<string[]> {
  const { tenantId } = claim;
  const ids = new Set<string>();
  const add = (...people: { groups: string[] }[]) =>
    people.forEach(({ groups }) => groups.forEach(id => ids.add(id)));
  const policies = readRecords<PolicyBody>(knex, {
    tenantId,
    dataSet: 'conditional-access',
  });
  for await (const { body } of policies) {
    if (modeOf(body) !== null) {
      add(body.include, body.exclude);
    }
  }
  const methods = readRecords<MethodsPolicyBody>(knex, {
    tenantId,
    dataSet: 'authentication-methods',
  });
  for await (const { body } of methods) {
    for (const { enabled, include, exclude } of body.methods) {
      if (enabled) add(include, exclude);
    }
  }
  return [...ids].sort();
}
