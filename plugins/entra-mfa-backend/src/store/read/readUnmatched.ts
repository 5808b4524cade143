import type { Knex } from 'knex';
import type { UnmatchedRow } from '../sql/tables';
import type { SnapshotView } from '../asOf/types';
import { versionAt } from '../asOf/versionAt';

/** A page of what one side knows and the other does not, and where it ends when there is more. */
export async function readUnmatched(
  knex: Knex,
  view: SnapshotView,
  kind: UnmatchedRow['kind'],
  page: { after: string | null; limit: number },
): Promise<{ rows: UnmatchedRow[]; next: string | null }> {
  const query = knex<UnmatchedRow>({ u: 'unmatched' })
    .where('u.kind', kind)
    .andWhere(versionAt(view, 'u'))
    .orderBy('u.unmatched_key')
    .limit(page.limit + 1)
    .select('u.*');
  if (page.after !== null) {
    query.andWhere('u.unmatched_key', '>', page.after);
  }
  const rows: UnmatchedRow[] = await query;
  const shown = rows.slice(0, page.limit);
  return {
    rows: shown,
    next:
      rows.length > page.limit ? shown[shown.length - 1].unmatched_key : null,
  };
}
