import type { Knex } from 'knex';
import type { SnapshotView } from '../asOf/types';
import { versionAt } from '../asOf/versionAt';
import { inEntraGroup, type GroupsAt } from '../read/entraGroups';
import { allowedPeople, type PersonCriteria } from '../read/personFilter';

/** How many people of a snapshot are in an Entra group, or in one inside it, of those whom the caller may see. */
export async function countInEntraGroup(
  knex: Knex,
  view: SnapshotView,
  { at, id }: { at: GroupsAt; id: string },
  allowed: PersonCriteria | null,
): Promise<number> {
  const query = knex({ p: 'person' })
    .where(versionAt(view, 'p'))
    .andWhere(inEntraGroup(knex, at, id))
    .count<{ people: number | string }[]>({ people: '*' });
  if (allowed) {
    query.andWhere(allowedPeople(knex, view, allowed));
  }
  const [{ people }] = await query;
  return Number(people);
}
