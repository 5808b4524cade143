import type { DataSetId } from '../collectors/types';

/** A record of somebody in a group, or who can become a member of one. */
interface MembershipRecord {
  body: { groupId?: unknown };
}

/** Reads the records of a data set whose keys start with one of the ids. */
export type ReadOfPrincipals<R> = (
  dataSet: DataSetId,
  ids: readonly string[],
) => Promise<R[]>;

/**
 * The records by which some principals are in groups with roles, or can become a member of one, also by
 * way of another group; and all whose roles are theirs then, they themselves first.
 */
export async function groupsBehind<R extends MembershipRecord>(
  ids: readonly string[],
  read: ReadOfPrincipals<R>,
): Promise<{ members: R[]; eligible: R[]; principals: string[] }> {
  const members = await read('role-group-members', ids);
  const principals = new Set([...ids, ...members.map(groupOf)]);
  const eligible: R[] = [];
  let asked = [...principals];
  while (asked.length > 0) {
    const found = await read('role-group-eligibility', asked);
    const nested = await read(
      'role-group-members',
      asked.filter(id => !ids.includes(id)),
    );
    eligible.push(...found);
    members.push(...nested);
    asked = [...new Set([...found, ...nested].map(groupOf))].filter(
      id => !principals.has(id),
    );
    asked.forEach(id => principals.add(id));
  }
  return { members, eligible, principals: [...principals] };
}

function groupOf({ body }: MembershipRecord): string {
  return String(body.groupId);
}
