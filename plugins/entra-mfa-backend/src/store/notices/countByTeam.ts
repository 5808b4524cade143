import type { Knex } from 'knex';
import {
  changedOften,
  changedOnce,
  type ChangeRange,
  type PeopleCondition,
} from '../read/changes/netChanges';
import {
  isOneOfTransitions,
  type ListedTransitions,
} from '../read/changes/transitions';
import type { SnapshotView } from '../asOf/types';
import { versionAt } from '../asOf/versionAt';

/** A team with how many of its own people changed in one of the transitions. */
export interface TeamOfChanged {
  ref: string;
  title: string;
  people: number;
}

/** Counts people who changed in one of the transitions by the teams whose members they are. */
export async function countByTeam(
  knex: Knex,
  view: SnapshotView,
  range: ChangeRange,
  people: PeopleCondition,
  { transitions }: Pick<ListedTransitions, 'transitions'>,
): Promise<TeamOfChanged[]> {
  const [once, often] = [changedOnce, changedOften].map(part =>
    knex
      .from(part(knex, range, people).as('net'))
      .whereRaw(isOneOfTransitions(transitions))
      .select('object_id'),
  );
  const rows = await knex
    .from(once.unionAll(often).as('n'))
    .join({ m: 'person_team' }, 'm.object_id', 'n.object_id')
    .join({ t: 'team' }, 't.team_ref', 'm.team_ref')
    .where(versionAt(view, 'm'))
    .andWhere(versionAt(view, 't'))
    .andWhere('m.direct', true)
    .groupBy('t.team_ref', 't.title')
    .orderBy('t.team_ref')
    .select({ ref: 't.team_ref', title: 't.title' })
    .count({ people: '*' });
  return rows.map(({ ref, title, people: count }) => ({
    ref: String(ref),
    title: String(title),
    people: Number(count),
  }));
}
