import type { Knex } from 'knex';
import { keyIn } from '../sql/keyIn';
import type { NoticeRow } from '../sql/tables';

/** Which of the keys were told already. */
export async function readNotices(
  knex: Knex,
  tenantId: string,
  keys: readonly string[],
): Promise<Set<string>> {
  const told: string[] = await knex<NoticeRow>('notice')
    .where({ tenant_id: tenantId })
    .andWhere(keyIn(knex, 'notice_key', keys))
    .pluck('notice_key');
  return new Set(told);
}
