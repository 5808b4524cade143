import type { Knex } from 'knex';
import { recordAt } from '../asOf/recordAt';
import type { RecordRow } from '../sql/tables';

/**
 * Reads of everybody from one object id to another the groups of a data set of which they are members, sorted. Who is
 * in none is not there.
 */
export async function readGroupsOf(
  knex: Knex,
  of: {
    tenantId: string;
    dataSet: 'policy-group-members' | 'scope-group-members';
    version: number;
    from: string;
    to: string;
  },
): Promise<Map<string, string[]>> {
  const keys: string[] = await knex<RecordRow>('record')
    .where({ tenant_id: of.tenantId, data_set: of.dataSet })
    .where(recordAt(of.version))
    .where('record_key', '>', `${of.from}|`)
    // No group id begins with a letter as late as this one.
    .where('record_key', '<', `${of.to}|g`)
    .orderBy('record_key')
    .pluck('record_key');
  const groups = new Map<string, string[]>();
  for (const key of keys) {
    const end = key.indexOf('|');
    const person = key.slice(0, end);
    const known = groups.get(person);
    const group = key.slice(end + 1);
    if (known) {
      known.push(group);
    } else {
      groups.set(person, [group]);
    }
  }
  return groups;
}
