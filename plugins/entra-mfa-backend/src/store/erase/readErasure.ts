import type { Knex } from 'knex';
import type { ErasureRow, PersonRow } from '../sql/tables';
import { ERASED_NAME } from './types';

/** The erasure that took the name out of a version of a person; null where it has it. */
export async function readErasure(
  knex: Knex,
  row: PersonRow,
  at: Date,
): Promise<ErasureRow | null> {
  if (row.display_name !== ERASED_NAME || row.user_principal_name !== '') {
    return null;
  }
  const erasure = await knex<ErasureRow>('erasure')
    .where({ tenant_id: row.tenant_id, object_id: row.object_id })
    .where('erased_at', '>', at)
    .orderBy('erased_at')
    .first();
  return erasure ?? null;
}
