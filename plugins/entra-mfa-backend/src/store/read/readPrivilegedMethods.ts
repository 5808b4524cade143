import type { Knex } from 'knex';
import type { SnapshotView } from '../asOf/types';
import { versionAt } from '../asOf/versionAt';

/** The methods of privileged people in scope: each set of them, and how many have it. */
export async function readPrivilegedMethods(
  knex: Knex,
  view: SnapshotView,
): Promise<{ methods: string[]; count: number }[]> {
  const rows: { methods: string; people: number | string }[] = await knex({
    p: 'person',
  })
    .where(versionAt(view, 'p'))
    .andWhere('p.privileged_rank', '<=', 0)
    .andWhere('p.privileged', true)
    .whereNot('p.state', 'out-of-scope')
    .groupBy('p.methods')
    .select('p.methods', knex.raw('count(*) as people'));
  return rows.map(({ methods, people }) => ({
    methods: JSON.parse(methods),
    count: Number(people),
  }));
}
