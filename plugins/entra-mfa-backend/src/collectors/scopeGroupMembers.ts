import { z } from 'zod';
import { pairKey } from './entityRow';
import { memberRow } from './memberRow';
import { isPerson } from './policyGroupMembers';
import type { Collector, ScopeGroupMemberBody } from './types';

const row = memberRow.extend({
  /** Null where Graph knows no such group, or it has no members. */
  row: memberRow.shape.row.nullable(),
  /** Only where it was asked for and has no members: see `keepsNobody`. */
  nobody: z.literal(true).optional(),
});

type Row = z.infer<typeof row>;

/**
 * The people of the groups that scope rules and exceptions name. That a group has nobody is told apart from a group that is not found:
 * of the second it is not known who is in it, and its rule leaves nobody out, and its
 * exception exempts nobody.
 */
export const scopeGroupMembers: Collector<Row> = {
  id: 'scope-group-members',
  title: 'Members of groups in scope rules and exceptions',
  source: 'graph',
  endpoint: '/groups/{id}/transitiveMembers',
  query: { $select: 'id', $top: '999' },
  pace: 'directory',
  permission: 'GroupMember.Read.All',
  licence: null,
  why: 'To know whom a scope rule leaves out by a group, or an exception exempts; read only where one names a group',
  documentation:
    'https://learn.microsoft.com/graph/api/group-list-transitivemembers',
  required: 'unless-refused',
  onlyWhileGiven: true,
  forEach: 'scope-groups',
  keepsNotFound: true,
  keepsNobody: true,
  row,
  toRecords({ of, row: member, nobody }) {
    const groupId = of.toLowerCase();
    const record = (memberId: string, body: ScopeGroupMemberBody) => ({
      key: pairKey(memberId, groupId),
      body: { ...body },
    });
    if (member === null) {
      return [record('', { groupId, ...(nobody && { nobody }) })];
    }
    if (!isPerson(member)) {
      // Where there are only devices, nobody is in the group.
      return [record('', { groupId, nobody: true })];
    }
    const memberId = member.id.toLowerCase();
    return [record(memberId, { memberId, groupId })];
  },
};
