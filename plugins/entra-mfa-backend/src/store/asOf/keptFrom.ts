import type { Knex } from 'knex';
import { readSnapshot } from './readSnapshot';
import type { Snapshot } from './types';
import type { RetentionRow } from '../sql/tables';

/** From which snapshot and which run on something is kept of a tenant: 0 while everything is. */
export type KeptFrom = Omit<RetentionRow, 'tenant_id'>;

/** From when on something of a tenant is kept. */
export async function readKeptFrom(
  knex: Knex,
  tenantId: string,
): Promise<KeptFrom> {
  const row = await knex<RetentionRow>('retention')
    .where({ tenant_id: tenantId })
    .first('people_from', 'runs_from');
  return row ?? { people_from: 0, runs_from: 0 };
}

/** The first snapshot of which people can be told; null before there is one. */
export async function readFirstWithPeople(
  knex: Knex,
  tenantId: string,
): Promise<Snapshot | null> {
  const { people_from } = await readKeptFrom(knex, tenantId);
  // Numbered without gaps from 1.
  return readSnapshot(knex, tenantId, Math.max(people_from, 1));
}

/** Moves one of them; never back. */
export async function moveKeptFrom(
  trx: Knex,
  tenantId: string,
  change: Partial<KeptFrom>,
): Promise<void> {
  const before = await readKeptFrom(trx, tenantId);
  const after = {
    people_from: Math.max(before.people_from, change.people_from ?? 0),
    runs_from: Math.max(before.runs_from, change.runs_from ?? 0),
  };
  await trx<RetentionRow>('retention')
    .insert({ tenant_id: tenantId, ...after })
    .onConflict('tenant_id')
    .merge();
}
