import { pairKey } from './entityRow';
import { memberRow, type MemberRow } from './memberRow';
import type { Collector, PolicyGroupMemberBody } from './types';

const person = /^#microsoft\.graph\.(user|agentUser)$/;

/** Whether a member is a person; Graph need not say what it is. */
export function isPerson({ '@odata.type': type }: MemberRow['row']): boolean {
  return !type || person.test(type);
}

/**
 * The people of the groups that policies with MFA and the methods policy include or exclude. A group that is gone has nobody, as Microsoft
 * takes it.
 */
export const policyGroupMembers: Collector<MemberRow> = {
  id: 'policy-group-members',
  title: 'Members of groups in policies',
  source: 'graph',
  endpoint: '/groups/{id}/transitiveMembers',
  query: { $select: 'id', $top: '999' },
  pace: 'directory',
  permission: 'GroupMember.Read.All',
  licence: null,
  why: 'To know whom a policy asks for MFA, or allows a method, through a group',
  documentation:
    'https://learn.microsoft.com/graph/api/group-list-transitivemembers',
  required: 'no',
  optional: 'always',
  onlyWhileGiven: true,
  forEach: 'policy-groups',
  row: memberRow,
  toRecords({ of, row: member }) {
    if (!isPerson(member)) {
      return [];
    }
    const body: PolicyGroupMemberBody = {
      memberId: member.id.toLowerCase(),
      groupId: of.toLowerCase(),
    };
    return [{ key: pairKey(body.memberId, body.groupId), body: { ...body } }];
  },
};
