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

/** Since which snapshot tests have come to what they come to at one: their figures may have been others. */
export async function readTestsBegan(
  knex: Knex,
  { tenantId, upTo }: Omit<Range, 'from'>,
  tests: readonly string[],
): Promise<Map<string, number>> {
  const others = knex({ other: 'control_test' })
    .join({ now: 'control_test' }, join =>
      join
        .on('now.tenant_id', 'other.tenant_id')
        .andOn('now.test', 'other.test')
        .andOnVal('now.from_snapshot', '<=', upTo)
        .andOnVal('now.to_snapshot', '>', upTo),
    )
    .where('other.tenant_id', tenantId)
    .whereIn('other.test', tests)
    .andWhere('other.from_snapshot', '<=', upTo)
    .andWhere('other.outcome', '<>', knex.ref('now.outcome'))
    .groupBy('other.test')
    .select({ test: 'other.test' })
    .max({ last: 'other.from_snapshot' });
  const rows: { test: string; began: number }[] = await knex({
    same: 'control_test',
  })
    .leftJoin(others.as('others'), 'others.test', 'same.test')
    .where('same.tenant_id', tenantId)
    .whereIn('same.test', tests)
    .andWhere('same.from_snapshot', '<=', upTo)
    .andWhere(query =>
      query
        .whereNull('others.last')
        .orWhere('same.from_snapshot', '>', knex.ref('others.last')),
    )
    .groupBy('same.test')
    .select({ test: 'same.test' })
    .min({ began: 'same.from_snapshot' });
  return new Map(rows.map(({ test, began }) => [test, began]));
}
