import type { Knex } from 'knex';
import { STILL_TRUE, type PersonRoleRow } from '../sql/tables';

/** A role of a person, as it is stored. */
export type PersonRole = Pick<PersonRoleRow, 'role_id' | 'kind'>;

/** The roles of one person as one text, the same for the same roles. */
export type RolesText = string;

/** Puts the roles of a person into a text that can be compared. */
export function rolesText(roles: readonly PersonRole[]): RolesText {
  return roles
    .map(({ role_id, kind }) => `${kind} ${role_id}`)
    .sort()
    .join('\n');
}

/** Reads the roles of everybody from one object id to another, as they are true now. */
export async function readPersonRoles(
  knex: Knex,
  of: { tenantId: string; from: string; to: string; lastSnapshot: number },
): Promise<Map<string, RolesText>> {
  const rows = await knex<PersonRoleRow>('person_role')
    .where({ tenant_id: of.tenantId, to_snapshot: STILL_TRUE })
    .whereBetween('object_id', [of.from, of.to])
    .where('from_snapshot', '<=', of.lastSnapshot)
    .select('object_id', 'role_id', 'kind');
  const byPerson = new Map<string, PersonRole[]>();
  for (const { object_id, ...role } of rows) {
    byPerson.set(object_id, [...(byPerson.get(object_id) ?? []), role]);
  }
  return new Map(
    [...byPerson].map(([person, roles]) => [person, rolesText(roles)]),
  );
}
