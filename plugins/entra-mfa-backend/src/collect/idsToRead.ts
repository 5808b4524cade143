import type {
  Collector,
  DataSetId,
  RoleBody,
  RoleGroupEligibilityBody,
  RoleGroupMemberBody,
} from '../collectors/types';
import { readRecords } from '../store/run/readRecords';
import { peopleAmong } from './peopleAmong';
import type { RunContext } from './RunContext';

const holders: readonly DataSetId[] = ['role-assignments', 'role-eligibility'];

const principals: Record<
  NonNullable<Collector['forEach']>,
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
