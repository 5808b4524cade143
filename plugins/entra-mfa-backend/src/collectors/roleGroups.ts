import { z } from 'zod';
import { orNone } from './orNone';
import type { Collector, RoleGroupBody } from './types';

const row = z.object({
  /** The principal that was asked for: see `forEach`. */
  of: z.string().min(1),
  row: z.object({ displayName: orNone(z.string()) }),
});

type Row = z.infer<typeof row>;

/** What the groups that hold roles are called. A principal that is no group (an app) is not found. */
export const roleGroups: Collector<Row> = {
  id: 'role-groups',
  title: 'Groups with roles',
  source: 'graph',
  endpoint: '/groups/{id}',
  query: { $select: 'id,displayName' },
  answer: 'one',
  pace: 'directory',
  permission: 'GroupMember.Read.All',
  licence: null,
  why: 'To call each group that holds a role by its name',
  documentation: 'https://learn.microsoft.com/graph/api/group-get',
  required: 'no',
  optional: 'always',
  forEach: 'role-principals',
  row,
  toRecords({ of, row: group }) {
    const body: RoleGroupBody = { displayName: group.displayName || null };
    return [{ key: of.toLowerCase(), body: { ...body } }];
  },
};
