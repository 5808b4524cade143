import type { Knex } from 'knex';
import { bulkInsert } from '../sql/bulkInsert';
import type { Fence } from '../run/fence';
import { keyIn } from '../sql/keyIn';
import { STILL_TRUE, type PersonChangeRow } from '../sql/tables';

/** What the snapshot that is being written changes of one person. */
export type NewPersonChange = Pick<
  PersonChangeRow,
  'object_id' | 'condition_before' | 'condition_after'
> & { renamed: boolean; by_rules: boolean };

/** Writes changes under a snapshot that is not published yet, in a transaction that holds the run. */
export async function insertPersonChanges(
  trx: Knex.Transaction,
  { tenantId }: Fence,
  snapshot: number,
  changes: readonly NewPersonChange[],
): Promise<void> {
  if (changes.length === 0) {
    return;
  }
  const previous: { object_id: string; snapshot: number }[] =
    await trx<PersonChangeRow>('person_change')
      .where({ tenant_id: tenantId, next_snapshot: STILL_TRUE })
      .where('snapshot', '<', snapshot)
      .where(
        keyIn(
          trx,
          'object_id',
          changes.map(change => change.object_id),
        ),
      )
      .select('object_id', 'snapshot');
  const previousOf = new Map(
    previous.map(row => [row.object_id, row.snapshot]),
  );
  await bulkInsert(
    trx,
    'person_change',
    [
      'tenant_id',
      'snapshot',
      'object_id',
      'condition_before',
      'condition_after',
      'renamed',
      'by_rules',
      'previous_snapshot',
      'next_snapshot',
    ],
    changes.map(change => [
      tenantId,
      snapshot,
      change.object_id,
      change.condition_before,
      change.condition_after,
      change.renamed,
      change.by_rules,
      previousOf.get(change.object_id) ?? 0,
      STILL_TRUE,
    ]),
  );
}
