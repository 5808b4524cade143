import type { Knex } from 'knex';
import { toDateOrNull } from '../sql/instant';
import { keyIn } from '../sql/keyIn';
import { STILL_TRUE, type PersonRow } from '../sql/tables';

/** Somebody whom a user principal name names now. */
export interface NamedPerson {
  objectId: string;
  /** When the account was made, in milliseconds; null where the directory does not say. */
  createdAt: number | null;
}

/** Whom the newest figures have under some user principal names, in lower case, by the name. */
export async function readPeopleNamed(
  knex: Knex,
  tenantId: string,
  names: readonly string[],
): Promise<Map<string, NamedPerson>> {
  const name = knex.raw('lower(user_principal_name)');
  const rows = await knex<PersonRow>('person')
    .where({ tenant_id: tenantId, to_snapshot: STILL_TRUE })
    .where(keyIn(knex, name, names))
    .select('object_id', 'user_principal_name', 'created_at');
  return new Map(
    rows.map(row => [
      row.user_principal_name.toLowerCase(),
      {
        objectId: row.object_id,
        createdAt: toDateOrNull(row.created_at)?.getTime() ?? null,
      },
    ]),
  );
}
