import type { Knex } from 'knex';
import { allowedPeople, type PersonCriteria } from '../read/personFilter';
import type { SnapshotView } from '../asOf/types';
import { versionAt } from '../asOf/versionAt';

const NAMES_AT_ONCE = 5_000;

/** The user principal names of everybody whom the caller may see, some at a time. */
export async function* readPrincipalNames(
  knex: Knex,
  view: SnapshotView,
  allowed: PersonCriteria | null,
): AsyncGenerator<string[]> {
  let last = '';
  for (;;) {
    const query = knex({ p: 'person' })
      .where(versionAt(view, 'p'))
      .andWhere('p.object_id', '>', last)
      .orderBy('p.object_id')
      .limit(NAMES_AT_ONCE)
      .select('p.object_id', 'p.user_principal_name');
    if (allowed) {
      query.andWhere(allowedPeople(knex, view, allowed));
    }
    const rows: { object_id: string; user_principal_name: string }[] =
      await query;
    yield rows.map(row => row.user_principal_name);
    if (rows.length < NAMES_AT_ONCE) {
      return;
    }
    last = rows[rows.length - 1].object_id;
  }
}
