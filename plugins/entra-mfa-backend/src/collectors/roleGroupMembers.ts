import { pairKey } from './entityRow';
import { memberRow, type MemberRow } from './memberRow';
import type { Collector, RoleGroupMemberBody } from './types';

/** Members that are neither people nor groups: devices, apps and contacts hold no role by a group here. */
const others = /^#microsoft\.graph\.(?!user$|agentUser$|group$)/;

/**
 * The people of the groups that hold roles, or can become a member of one that does, and the groups among
 * their members. Graph has no list of them all, so each principal that is not a person is asked for its
 * members; one that is no group (an app) is not found.
 */
export const roleGroupMembers: Collector<MemberRow> = {
  id: 'role-group-members',
  title: 'Members of groups with roles',
  source: 'graph',
  endpoint: '/groups/{id}/transitiveMembers',
  query: { $select: 'id', $top: '999' },
  pace: 'directory',
  permission: 'GroupMember.Read.All',
  licence: null,
  why: 'To know who holds a directory role through a group',
  documentation:
    'https://learn.microsoft.com/graph/api/group-list-transitivemembers',
  required: 'no',
  doubtLoss: 'tenth',
  onlyWhileGiven: true,
  forEach: 'nested-role-principals',
  row: memberRow,
  toRecords({ of, row: member }) {
    const type = member['@odata.type'] ?? '';
    if (others.test(type)) {
      return [];
    }
    const body: RoleGroupMemberBody = {
      memberId: member.id.toLowerCase(),
      groupId: of.toLowerCase(),
      ...(type === '#microsoft.graph.group' && { isGroup: true }),
    };
    return [{ key: pairKey(body.memberId, body.groupId), body: { ...body } }];
  },
};
