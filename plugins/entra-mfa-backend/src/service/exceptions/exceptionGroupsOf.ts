import type { Knex } from 'knex';
import { readGroupsOfPerson } from '../../store/read/entraGroups';
import { readRecordsOf } from '../../store/read/readRecordsOf';
import { entraGroupsAt } from '../entraGroupsAt';
import type { Found } from '../Snapshots';
import type { ReadContext } from '../types';
import { versionOf } from './versionOf';

/**
 * In which of some Entra groups one of some accounts is, as far as the snapshot knows it: by the groups of the tenant, where
 * these are kept, and by the members that were read for exceptions and scope rules.
 */
export async function exceptionGroupsOf(
  { knex, config }: Pick<ReadContext, 'config'> & { knex: Knex },
  found: Found,
  objectIds: readonly string[],
  groups: readonly string[],
): Promise<string[]> {
  if (groups.length === 0 || objectIds.length === 0) {
    return [];
  }
  const at = entraGroupsAt({ config }, found);
  const read = await readRecordsOf(
    knex,
    {
      tenantId: found.view.tenantId,
      dataSet: 'scope-group-members',
      version: versionOf(found, 'scope-group-members'),
    },
    {
      keys: objectIds.flatMap(id => groups.map(group => `${id}|${group}`)),
    },
  );
  const own = new Set(read.map(({ key }) => key.slice(key.indexOf('|') + 1)));
  for (const id of at ? objectIds : []) {
    const { all } = await readGroupsOfPerson(knex, at!, id);
    all.forEach(group => own.add(group));
  }
  return groups.filter(group => own.has(group));
}
