import type { Knex } from 'knex';
import type { ScopeGroupMemberBody } from '../../collectors/types';
import { recordAt } from '../asOf/recordAt';
import type { RecordRow } from '../sql/tables';

/**
 * Says of which of some groups the members were read: there is one, or a record that says that there is nobody. Of one
 * that was not found there is a record that does not.
 */
export async function readKnownGroups(
  knex: Knex,
  of: { tenantId: string; version: number },
  groups: readonly string[],
): Promise<string[]> {
  const records = () =>
    knex<RecordRow>('record')
      .where({ tenant_id: of.tenantId, data_set: 'scope-group-members' })
      .where(recordAt(of.version));
  const known: string[] = [];
  for (const group of groups) {
    const own = await records()
      .andWhere('record_key', `|${group}`)
      .first('body');
    const body: ScopeGroupMemberBody | null = own && JSON.parse(own.body);
    const isRead = body
      ? 'nobody' in body
      : await records()
          // Ids have neither of the signs that mean something to `like`.
          .andWhere('record_key', 'like', `%|${group}`)
          .first('record_key');
    if (isRead) {
      known.push(group);
    }
  }
  return known;
}
