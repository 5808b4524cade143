import { z } from 'zod';
import { orNone } from './orNone';
import { roleRecord } from './roleRecord';
import type { Collector } from './types';

const row = z.object({
  id: z.string().min(1),
  principalId: z.string().min(1),
  roleDefinitionId: z.string().min(1),
  directoryScopeId: orNone(z.string()),
});

type Row = z.infer<typeof row>;

/**
 * Who holds which directory role now: people, role-assignable groups and service principals. A role
 * that was activated for a while is among them until it ends.
 */
export const roleAssignments: Collector<Row> = {
  id: 'role-assignments',
  title: 'Active role assignments',
  source: 'graph',
  endpoint: '/roleManagement/directory/roleAssignments',
  query: {},
  pace: 'directory',
  permission: 'RoleManagement.Read.Directory',
  licence: null,
  why: 'To know who holds a directory role, and so who is privileged',
  documentation:
    'https://learn.microsoft.com/graph/api/rbacapplication-list-roleassignments',
  required: 'no',
  refuseEmpty: 'not-again',
  doubtLoss: 'tenth',
  onlyWhileGiven: true,
  row,
  toRecords: assignment => [roleRecord(assignment)],
};
