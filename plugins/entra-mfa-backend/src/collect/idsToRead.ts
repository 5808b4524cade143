import type {
  Collector,
  DataSetId,
  PolicyBody,
  RoleBody,
  RoleGroupEligibilityBody,
  RoleGroupMemberBody,
} from '../collectors/types';
import { modeOf } from '../assess/policies/modeOf';
import { readRecords } from '../store/run/readRecords';
import { peopleAmong } from './peopleAmong';
import type { RunContext } from './RunContext';

const holders: readonly DataSetId[] = ['role-assignments', 'role-eligibility'];

const principals: Record<
  Exclude<NonNullable<Collector['forEach']>, 'policy-groups'>,
  readonly DataSetId[]
> = {
  'role-principals': holders,
  'nested-role-principals': [...holders, 'role-group-eligibility'],
  'role-principals-and-nested': [...holders, 'role-group-members'],
};

/**
 * The ids for which a collector's endpoint is read, sorted: see `forEach`; null where it is read once.
 * They are taken from what this run has read and what was published before, so that they stay the
 * same throughout the run.
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

/** The groups of policies with MFA that are not off: as read by this run, where they were, else as published before. */
async function policyGroups({ knex, claim }: RunContext): Promise<string[]> {
  const ids = new Set<string>();
  const of = { tenantId: claim.tenantId, dataSet: 'conditional-access' };
  for await (const { body } of readRecords<PolicyBody>(knex, of)) {
    if (modeOf(body) !== null) {
      for (const id of [...body.include.groups, ...body.exclude.groups]) {
        ids.add(id);
      }
    }
  }
  return [...ids].sort();
}
