import type { Knex } from 'knex';
import { countTransitions } from '../read/changes/countTransitions';
import { singleChanges } from '../read/changes/netChanges';
import { readChangeTotals } from '../read/changes/readChangeTotals';
import { codeOfTransition } from '../read/changes/transitions';
import type { PersonChangeTotalRow } from '../sql/tables';

/** Adds what a snapshot changed to the totals of those before it. */
export async function addChangeTotals(
  trx: Knex.Transaction,
  { tenantId, snapshot }: { tenantId: string; snapshot: number },
): Promise<void> {
  const range = { tenantId, after: snapshot - 1, upTo: snapshot };
  const changed = await countTransitions(trx, singleChanges(trx, range, null));
  if (changed.length === 0) {
    return;
  }
  const totals = await readChangeTotals(trx, tenantId, range.after);
  for (const { people, ...transition } of changed) {
    const code = codeOfTransition(transition);
    totals.set(code, (totals.get(code) ?? 0) + people);
  }
  await trx<PersonChangeTotalRow>('person_change_total').insert({
    tenant_id: tenantId,
    snapshot,
    // In one order, whichever the database counted them in.
    totals: JSON.stringify([...totals].sort(([one], [other]) => one - other)),
  });
}
