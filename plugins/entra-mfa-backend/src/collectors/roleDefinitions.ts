import { z } from 'zod';
import { orNone } from './orNone';
import type { Collector, RoleDefinitionBody } from './types';

const row = z.object({
  id: z.string().min(1),
  displayName: orNone(z.string()),
  isBuiltIn: orNone(z.boolean()),
});

type Row = z.infer<typeof row>;

/** What the roles are called, custom ones too. Nothing but names rests on it. */
export const roleDefinitions: Collector<Row> = {
  id: 'role-definitions',
  title: 'Role definitions',
  source: 'graph',
  endpoint: '/roleManagement/directory/roleDefinitions',
  query: { $select: 'id,displayName,isBuiltIn' },
  pace: 'directory',
  permission: 'RoleManagement.Read.Directory',
  licence: null,
  why: 'To call each role by its name',
  documentation:
    'https://learn.microsoft.com/graph/api/rbacapplication-list-roledefinitions',
  required: 'no',
  optional: 'always',
  row,
  toRecords({ id, displayName, isBuiltIn }) {
    if (!displayName) {
      return [];
    }
    const body: RoleDefinitionBody = {
      displayName,
      isBuiltIn: isBuiltIn ?? null,
    };
    return [{ key: id.toLowerCase(), body: { ...body } }];
  },
};
