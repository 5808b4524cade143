import { InputError } from '@backstage/errors';
import type {
  ReviewScopeChoice,
  ReviewScopeKind,
} from '@entra-mfa/backstage-plugin-entra-mfa-common';
import { readGroupNames } from '../../store/read/entraGroups';
import { readTeamTitle } from '../../store/read/readTeamTitle';
import { readTenantCounts } from '../../store/read/readCounts';
import type { Membership } from '../../store/reviews/membersOf';
import type { ReviewRow } from '../../store/sql/tables';
import { entraGroupsAt } from '../entraGroupsAt';
import { readRoleNames } from '../readRoleNames';
import type { Found } from '../Snapshots';
import type { ReadContext } from '../types';

type Context = Pick<ReadContext, 'knex' | 'config'>;

/** What a review is of, as it is stored. */
export type StoredScope = Pick<
  ReviewRow,
  'scope_kind' | 'scope_id' | 'scope_name'
>;

/** Who is a member at a snapshot of what a review is of; null where that is not known, and of risks. */
export async function membershipIn(
  { knex, config }: Context,
  found: Found,
  { scope_kind: kind, scope_id: id }: Omit<StoredScope, 'scope_name'>,
): Promise<Membership | null> {
  const { view } = found;
  if (kind === 'team') {
    return { kind, id, view };
  }
  if (kind === 'role') {
    const counts = await readTenantCounts(knex, view);
    return counts?.privilegedRoles ? { kind, id, view } : null;
  }
  const at = kind === 'group' ? entraGroupsAt({ config }, found) : null;
  return at && { kind: 'group', id, at };
}

const notKnown: Record<Exclude<ReviewScopeKind, 'risks'>, string> = {
  role: 'who holds which role was not read. Grant the permissions for roles, and sync',
  group:
    'groups of the tenant are known only where the configuration sets entraMfa.entraGroups.read and Microsoft gives them, and after a sync',
  team: 'teams were not read',
};
const notFound: Record<Exclude<ReviewScopeKind, 'risks'>, string> = {
  role: 'there is no role of this id: GET /v1/roles lists those that somebody holds',
  group: 'there is no group of this id: GET /v1/entra-groups lists them',
  team: 'there is no team of this ref: GET /v1/teams lists them',
};

/**
 * What a review is to be of, with what that is called now.
 *
 * @throws InputError where it is not there, or nobody knows who its members are
 */
export async function scopeIn(
  context: Context,
  found: Found,
  { kind, id }: ReviewScopeChoice,
): Promise<{ scope: StoredScope; members: Membership | null }> {
  if (kind === 'risks') {
    if (id !== undefined) {
      throw wrong('a review of risks is of the whole tenant: leave out its id');
    }
    return {
      scope: { scope_kind: kind, scope_id: '', scope_name: null },
      members: null,
    };
  }
  if (!id) {
    throw wrong(`a review of a ${kind} needs its id`);
  }
  const scope = { scope_kind: kind, scope_id: id.toLowerCase() };
  const members = await membershipIn(context, found, scope);
  if (!members) {
    throw wrong(notKnown[kind]);
  }
  const name = await nameOf(context, found, members);
  if (name === null) {
    throw wrong(notFound[kind]);
  }
  return { scope: { ...scope, scope_name: name }, members };
}

async function nameOf(
  { knex }: Context,
  { snapshot, view }: Found,
  members: Membership,
): Promise<string | null> {
  const { id } = members;
  if (members.kind === 'team') {
    return readTeamTitle(knex, view, id);
  }
  if (members.kind === 'group') {
    const groups = await readGroupNames(knex, members.at, [id]);
    return groups.get(id)?.name ?? null;
  }
  const { roles } = await readRoleNames(knex, view.tenantId, snapshot, {
    roles: [id],
    groups: [],
  });
  return roles.get(id) ?? null;
}

function wrong(why: string): InputError {
  return new InputError(`Parameter 'scope' is wrong: ${why}`);
}
