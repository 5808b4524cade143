import type { Knex } from 'knex';
import type { ForgettingRow } from '../sql/tables';

/** The newest request that a tenant is forgotten; undefined where there was none. */
export async function readForgetting(
  knex: Knex,
  tenantId: string,
): Promise<ForgettingRow | undefined> {
  return knex<ForgettingRow>('forgetting')
    .where({ tenant_id: tenantId })
    .first();
}

/** Whether a request waits for its second person or for its day, or is carried out. */
export function isOpen(
  row: Pick<ForgettingRow, 'stopped_at' | 'done_at'> | undefined,
): boolean {
  return row !== undefined && row.stopped_at === null && row.done_at === null;
}

/** Those whose day has come, the oldest first. Over all tenants. */
export async function readDueForgettings(
  knex: Knex,
  now: Date,
): Promise<ForgettingRow[]> {
  return knex<ForgettingRow>('forgetting')
    .where('due_at', '<=', now)
    .whereNull('stopped_at')
    .whereNull('done_at')
    .orderBy(['due_at', 'tenant_id']);
}

/** Puts a request in the place of the one before. */
export async function insertForgetting(
  trx: Knex.Transaction,
  row: Pick<
    ForgettingRow,
    'tenant_id' | 'origin' | 'asked_by' | 'asked_at' | 'reason'
  >,
): Promise<void> {
  await trx<ForgettingRow>('forgetting')
    .where({ tenant_id: row.tenant_id })
    .delete();
  await trx<ForgettingRow>('forgetting').insert(row);
}

/** Takes a step. */
export async function updateForgetting(
  knex: Knex,
  tenantId: string,
  step: Partial<Omit<ForgettingRow, 'tenant_id'>>,
): Promise<void> {
  await knex<ForgettingRow>('forgetting')
    .where({ tenant_id: tenantId })
    .update(step);
}

/** Counts rows that have gone. */
export async function addForgotten(
  knex: Knex,
  tenantId: string,
  rows: number,
): Promise<void> {
  await knex<ForgettingRow>('forgetting')
    .where({ tenant_id: tenantId })
    .increment('rows', rows);
}
