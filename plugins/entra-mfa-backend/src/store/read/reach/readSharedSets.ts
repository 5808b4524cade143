import type { Knex } from 'knex';
import type { SharedSet } from '../../../assess/owners/inferableOwnerSets';
import type { SnapshotView } from '../../asOf/types';
import { versionAt } from '../../asOf/versionAt';

/** The sets of several owners, with how many people in scope they are together. */
export async function readSharedSets(
  knex: Knex,
  view: SnapshotView,
): Promise<SharedSet[]> {
  const rows: { key: string; ref: string; inScope: number }[] = await knex({
    s: 'owner_set',
  })
    .join({ c: 'owner_coverage' }, 'c.owner_set', 's.owner_set')
    .where(versionAt(view, 's'))
    .andWhere(versionAt(view, 'c'))
    .andWhere('s.owner_set', '<>', knex.ref('s.owner_ref'))
    .orderBy(['s.owner_set', 's.owner_ref'])
    .select({
      key: 's.owner_set',
      ref: 's.owner_ref',
      inScope: knex.raw('c.covered + c.uncovered + c.unknown + c.exempt'),
    });
  const sets = new Map<string, { owners: string[]; inScope: number }>();
  for (const { key, ref, inScope } of rows) {
    const set = sets.get(key) ?? { owners: [], inScope: Number(inScope) };
    set.owners.push(ref);
    sets.set(key, set);
  }
  return [...sets].map(([key, set]) => ({ key, ...set }));
}
