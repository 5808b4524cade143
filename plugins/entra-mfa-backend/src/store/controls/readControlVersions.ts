import type { Knex } from 'knex';
import type { ControlStatusRow, ControlTestRow } from '../sql/tables';

interface Range {
  tenantId: string;
  /** The first and the last snapshot that they are asked for. */
  from: number;
  upTo: number;
}

/** Every status of controls between two snapshots. */
export async function readControlStatuses(
  knex: Knex,
  { tenantId, from, upTo }: Range,
): Promise<ControlStatusRow[]> {
  return knex<ControlStatusRow>('control_status')
    .where({ tenant_id: tenantId })
    .andWhere('from_snapshot', '<=', upTo)
    .andWhere('to_snapshot', '>', from)
    .orderBy('from_snapshot');
}

/** What tests came to at a snapshot. */
export async function readControlTests(
  knex: Knex,
  { tenantId, upTo }: Omit<Range, 'from'>,
): Promise<ControlTestRow[]> {
  return knex<ControlTestRow>('control_test')
    .where({ tenant_id: tenantId })
    .andWhere('from_snapshot', '<=', upTo)
    .andWhere('to_snapshot', '>', upTo);
}

/** Every version of some tests up to a snapshot, the newest first. */
export async function readTestHistory(
  knex: Knex,
  { tenantId, upTo }: Omit<Range, 'from'>,
  tests: readonly string[],
): Promise<ControlTestRow[]> {
  return knex<ControlTestRow>('control_test')
    .where({ tenant_id: tenantId })
    .whereIn('test', tests)
    .andWhere('from_snapshot', '<=', upTo)
    .orderBy('from_snapshot', 'desc');
}
