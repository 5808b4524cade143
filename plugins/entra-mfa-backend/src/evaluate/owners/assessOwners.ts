import type { OwnersRollUp } from '../../assess/owners/OwnersRollUp';
import { insertAssessed } from '../../store/evaluate/insertAssessed';
import { readAssessed } from '../../store/evaluate/readAssessed';
import type { AssessContext } from '../AssessContext';
import { diffRows } from '../diffRows';

type NewRow = ReturnType<OwnersRollUp['counts']>[number];

/** Writes the counts of the sets of owners that are not as they were. */
export async function assessOwners(
  { knex, claim, number, changes }: AssessContext,
  owners: OwnersRollUp,
): Promise<void> {
  const { written, replaced } = diffRows<NewRow>(
    owners.counts(),
    await readAssessed(knex, 'owner_coverage', claim),
    row => row.owner_set,
  );
  changes.replaced.owner_coverage = replaced;
  await insertAssessed(knex, claim, number, { owner_coverage: written });
}
