import type { Knex } from 'knex';
import type { GroupsOfPerson } from '../assess/scope/types';
import type { RuleSettings } from '../assess/types';
import { loadScopeGroups, scopeGroupsIn } from '../evaluate/loadScopeGroups';
import type { Found } from './Snapshots';

/** Which groups of scope rules a person was in, as far as the snapshot knew it. */
export async function scopeGroupsOf(
  knex: Knex,
  { snapshot, view }: Found,
  objectId: string,
): Promise<GroupsOfPerson> {
  const settings: RuleSettings = JSON.parse(snapshot.settings);
  const dataSets = JSON.parse(snapshot.dataSets);
  const groups = await loadScopeGroups(
    knex,
    view.tenantId,
    { dataSets },
    settings,
  );
  const range = { from: objectId, to: objectId };
  return (await scopeGroupsIn(knex, groups, range))(objectId);
}
