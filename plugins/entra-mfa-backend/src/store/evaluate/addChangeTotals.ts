import type { Knex } from 'knex';
import { countWays } from '../read/changes/countWays';
import { singleChanges } from '../read/changes/netChanges';
import { readChangeTotals } from '../read/changes/readChangeTotals';
import { codeOfWay } from '../read/changes/ways';
import type { PersonChangeTotalRow } from '../sql/tables';

/** Adds what a snapshot changed to the totals of those before it. */
export async function addChangeTotals(
  trx: Knex.Transaction,
  { tenantId, snapshot }: { tenantId: string; snapshot: number },
): Promise<void> {
  const range = { tenantId, after: snapshot - 1, upTo: snapshot };
  const changed = await countWays(trx, singleChanges(trx, range, null));
  if (changed.length === 0) {
    return;
  }
  const totals = await readChangeTotals(trx, tenantId, range.after);
  for (const { people, ...way } of changed) {
    const code = codeOfWay(way);
    totals.set(code, (totals.get(code) ?? 0) + people);
  }
  await trx<PersonChangeTotalRow>('person_change_total').insert({
    tenant_id: tenantId,
    snapshot,
    totals: JSON.stringify([...totals]),
  });
}
