import type { Knex } from 'knex';
import type { PersonRow } from '../../sql/tables';
import { allowedPeople, type PersonCriteria } from '../personFilter';
import type { SnapshotView } from '../../asOf/types';
import { versionAt } from '../../asOf/versionAt';
import { ownsThrough } from './ownsThrough';

/**
 * The people of a set of owners who are uncovered or have only a phone, each once: the uncovered
 * first, and privileged people before others.
 *
 * @param allowed - null where the caller may see everybody
 */
export async function readOwnersAtRisk(
  knex: Knex,
  view: SnapshotView,
  ownerSet: string,
  allowed: PersonCriteria | null,
  limit: number,
): Promise<PersonRow[]> {
  const query = knex<PersonRow>({ p: 'person' })
    .where(versionAt(view, 'p'))
    .andWhere(ownsThrough(knex, view, ownerSet))
    .andWhere(atRisk =>
      atRisk
        .where('p.state', 'uncovered')
        .orWhere(phone =>
          phone
            .whereNot('p.state', 'out-of-scope')
            .andWhere('p.marks', 'like', '%"phone-only"%'),
        ),
    )
    .orderByRaw(
      `case when p.state = 'uncovered' then 0 else 1 end, p.privileged_rank, p.sort_name, p.object_id`,
    )
    .limit(limit)
    .select('p.*');
  if (allowed) {
    query.andWhere(allowedPeople(knex, view, allowed));
  }
  return query;
}
