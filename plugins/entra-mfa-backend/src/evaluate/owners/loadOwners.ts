import { OwnersRollUp } from '../../assess/owners/OwnersRollUp';
import { insertAssessed } from '../../store/evaluate/insertAssessed';
import { readAssessed } from '../../store/evaluate/readAssessed';
import type { OwnerSetRow } from '../../store/sql/tables';
import type { AssessContext } from '../AssessContext';
import { diffRows } from '../diffRows';
import type { TeamHierarchy } from '../TeamHierarchy';
import { assessOwnedEntities } from './assessOwnedEntities';

type NewOwnerSetRow = Pick<OwnerSetRow, 'owner_set' | 'owner_ref'>;

/**
 * Starts adding up the people behind what is owned. Where the catalog's ownership is another one than
 * at the last snapshot, what is owned is written first.
 */
export async function loadOwners(
  context: AssessContext,
  forest: TeamHierarchy,
  ownershipChanged: boolean,
): Promise<OwnersRollUp> {
  const before = await readAssessed(context.knex, 'owner_set', context.claim);
  // A portal that has read ownership before it kept who is behind it has no sets yet.
  const sets =
    ownershipChanged || before.length === 0
      ? await writeSets(context, before)
      : setsOf(before);
  return new OwnersRollUp(sets, ref => forest.numberOf(ref));
}

async function writeSets(
  context: AssessContext,
  before: readonly OwnerSetRow[],
): Promise<Map<string, string[]>> {
  const { knex, claim, number, changes } = context;
  const ownership = await assessOwnedEntities(context);
  const sets = ownership.sets();
  const { written } = diffRows<NewOwnerSetRow>(
    [...sets].flatMap(([owner_set, refs]) =>
      refs.map(owner_ref => ({ owner_set, owner_ref })),
    ),
    before,
    row => `${row.owner_set}\n${row.owner_ref}`,
  );
  // A set is named by its owners: it comes and goes as a whole.
  changes.replaced.owner_set = [
    ...new Set(before.map(row => row.owner_set)),
  ].filter(key => !sets.has(key));
  await insertAssessed(knex, claim, number, { owner_set: written });
  return sets;
}

function setsOf(rows: readonly OwnerSetRow[]): Map<string, string[]> {
  const sets = new Map<string, string[]>();
  for (const { owner_set, owner_ref } of rows) {
    const owners = sets.get(owner_set) ?? [];
    owners.push(owner_ref);
    sets.set(owner_set, owners);
  }
  return sets;
}
