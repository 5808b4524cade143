import type { Knex } from 'knex';
import type { PublicationHoldRow } from '../sql/tables';

/** A tenant's holds, the newest first, and where the page ends when there are more. */
export async function readHolds(
  knex: Knex,
  tenantId: string,
  page: { before: number | null; limit: number },
): Promise<{ rows: PublicationHoldRow[]; next: number | null }> {
  const query = knex<PublicationHoldRow>('hold')
    .where({ tenant_id: tenantId })
    .orderBy('run', 'desc')
    .limit(page.limit + 1);
  if (page.before !== null) {
    query.andWhere('run', '<', page.before);
  }
  const rows = await query.select('*');
  const more = rows.length > page.limit;
  const shown = rows.slice(0, page.limit);
  return { rows: shown, next: more ? shown[shown.length - 1].run : null };
}

/** The hold that was open at a time; null where none was. */
export async function readHoldAt(
  knex: Knex,
  tenantId: string,
  at: Date,
): Promise<PublicationHoldRow | null> {
  const row = await knex<PublicationHoldRow>('hold')
    .where({ tenant_id: tenantId })
    .andWhere('found_at', '<=', at)
    .andWhere(open => open.whereNull('closed_at').orWhere('closed_at', '>', at))
    .orderBy('run', 'desc')
    .first();
  return row ?? null;
}
