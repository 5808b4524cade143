import type { Knex } from 'knex';
import type { SnapshotView } from '../../asOf/types';
import { versionAt } from '../../asOf/versionAt';

/** The object ids of some people, page by page, in their order. */
export type IdPages = AsyncGenerator<string[]>;

/**
 * Everybody of a snapshot of whom something is another than at an earlier one; without it, everybody.
 *
 * @param after - leaves out everybody up to this object id
 */
export function idsChanged(
  knex: Knex,
  view: SnapshotView,
  since: number | null,
  atOnce: number,
  after: string | null = null,
): IdPages {
  return pagesOf(atOnce, after, () => {
    const people = knex({ p: 'person' }).where(versionAt(view, 'p'));
    return since === null
      ? people
      : people.andWhere('p.from_snapshot', '>', since);
  });
}

/** Everybody of an earlier snapshot who is not in a later one. */
export function idsGone(
  knex: Knex,
  view: SnapshotView,
  since: number,
  atOnce: number,
): IdPages {
  const { tenantId, snapshot } = view;
  const then: SnapshotView = { tenantId, snapshot: since, newest: false };
  return pagesOf(atOnce, null, () =>
    knex({ p: 'person' })
      .where(versionAt(then, 'p'))
      .andWhere('p.to_snapshot', '<=', snapshot)
      .whereNotExists(
        knex({ n: 'person' })
          .where(versionAt(view, 'n'))
          .andWhere('n.object_id', knex.ref('p.object_id'))
          .select(knex.raw('1')),
      ),
  );
}

async function* pagesOf(
  atOnce: number,
  first: string | null,
  people: () => Knex.QueryBuilder,
): IdPages {
  let after = first;
  do {
    const query = people().orderBy('p.object_id').limit(atOnce);
    if (after !== null) {
      query.andWhere('p.object_id', '>', after);
    }
    const ids: string[] = await query.pluck('p.object_id');
    if (ids.length > 0) {
      yield ids;
    }
    after = ids.length === atOnce ? ids[atOnce - 1] : null;
  } while (after !== null);
}
