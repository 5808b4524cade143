import type { Knex } from 'knex';
import { countTransitions, type ChangeCount } from './countTransitions';
import {
  againIn,
  changedOften,
  changedOnce,
  singleChanges,
  type ChangeRange,
  type PeopleCondition,
} from './netChanges';
import { readChangeTotals } from './readChangeTotals';
import { codeOfTransition, transitionOfCode } from './transitions';

/** Counts people by how they changed: as many rows as there are transitions. */
export async function countChanges(
  knex: Knex,
  range: ChangeRange,
  people: PeopleCondition | null,
): Promise<ChangeCount[]> {
  if (people === null) {
    return countEverybody(knex, range);
  }
  const parts = await Promise.all(
    [changedOnce, changedOften].map(part =>
      countTransitions(knex, part(knex, range, people)),
    ),
  );
  return parts.flat();
}

/**
 * The totals at both ends tell all changes in between without reading one. Of people who changed more
 * than once, their net change takes the place of their single ones.
 */
async function countEverybody(
  knex: Knex,
  range: ChangeRange,
): Promise<ChangeCount[]> {
  const { tenantId, after, upTo } = range;
  const [counts, before, single, net] = await Promise.all([
    readChangeTotals(knex, tenantId, upTo),
    readChangeTotals(knex, tenantId, after),
    countTransitions(knex, singleChanges(knex, range, againIn(range))),
    countTransitions(knex, changedOften(knex, range, null)),
  ]);
  const add = (code: number, people: number) =>
    counts.set(code, (counts.get(code) ?? 0) + people);
  before.forEach((people, code) => add(code, -people));
  single.forEach(({ people, ...transition }) =>
    add(codeOfTransition(transition), -people),
  );
  net.forEach(({ people, ...transition }) =>
    add(codeOfTransition(transition), people),
  );
  return [...counts].flatMap(([code, people]) =>
    people === 0 ? [] : [{ ...transitionOfCode(code), people }],
  );
}
