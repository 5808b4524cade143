import type { Collector, RoleBody } from '../collectors/types';
import { readKnownKeys } from '../store/readKnownKeys';
import { readRecords } from '../store/readRecords';
import type { RunContext } from './RunContext';

/**
 * The ids for which a collector's endpoint is read, sorted: see `forEach`; null where it is read once.
 * They are taken from what this run has read and what was published before, so that they stay the
 * same throughout the run.
 */
export async function idsToRead(
  { knex, claim }: RunContext,
  { forEach }: Collector,
): Promise<string[] | null> {
  if (!forEach) {
    return null;
  }
  const { tenantId } = claim;
  const principals = new Set<string>();
  for (const dataSet of ['role-assignments', 'role-eligibility']) {
    const of = { tenantId, dataSet };
    for await (const { body } of readRecords<RoleBody>(knex, of)) {
      principals.add(body.principalId);
    }
  }
  const people = await readKnownKeys(knex, { tenantId, dataSet: 'users' }, [
    ...principals,
  ]);
  return [...principals].filter(id => !people.has(id)).sort();
}
