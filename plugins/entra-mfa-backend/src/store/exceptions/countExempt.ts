import type { Knex } from 'knex';
import { keyIn } from '../sql/keyIn';
import { allowedPeople, type PersonCriteria } from '../read/personFilter';
import type { SnapshotView } from '../asOf/types';
import { versionAt } from '../asOf/versionAt';

/** How many people are exempt by each exception, of those whom the caller may see. */
export async function countExempt(
  knex: Knex,
  view: SnapshotView,
  ids: readonly string[],
  allowed: PersonCriteria | null,
): Promise<Map<string, number>> {
  const query = knex({ p: 'person' })
    .where(versionAt(view, 'p'))
    .andWhere(keyIn(knex, 'p.exception_id', ids))
    .groupBy('p.exception_id')
    .select<{ id: string }[]>({ id: 'p.exception_id' })
    .count({ people: '*' });
  if (allowed) {
    query.andWhere(allowedPeople(knex, view, allowed));
  }
  const rows: { id?: string; people?: number | string }[] = await query;
  return new Map(rows.map(({ id, people }) => [String(id), Number(people)]));
}
