import type { Knex } from 'knex';
import { CONDITIONS } from '../../assess/condition';
import type { LossSteps, StepCodes } from '../../assess/assessments/lossSteps';
import type { PersonChangeRow } from '../sql/tables';

/** Snapshots between two numbers, both included. */
interface Range {
  tenantId: string;
  first: number;
  last: number;
}

/** The ways in which anybody changed between two snapshots, each once. */
export async function readStepCodes(
  knex: Knex,
  { tenantId, first, last }: Range,
): Promise<StepCodes[]> {
  return knex<PersonChangeRow>('person_change')
    .where({ tenant_id: tenantId })
    .whereBetween('snapshot', [first, last])
    .distinct({ before: 'condition_before', after: 'condition_after' });
}

/**
 * How many people lost a registration with which snapshot, and with which one they were looked after; null while they
 * were not, up to the last snapshot. Lost is also what was waited for with the step before.
 */
export async function readLostGroups(
  knex: Knex,
  { tenantId, first, last }: Range,
  steps: LossSteps,
): Promise<{ opened: number; closed: number | null; people: number }[]> {
  const isOneOf = (alias: string, codes: readonly StepCodes[]) =>
    `${alias}.condition_before * ${CONDITIONS} + ${alias}.condition_after in (${
      codes
        .map(({ before, after }) => before * CONDITIONS + after)
        .join(', ') || 'null'
    })`;
  const closed = knex({ d: 'person_change' })
    .where('d.tenant_id', knex.ref('c.tenant_id'))
    .andWhere('d.object_id', knex.ref('c.object_id'))
    .andWhere('d.snapshot', '>', knex.ref('c.snapshot'))
    .andWhere('d.snapshot', '<=', last)
    .whereIn('d.condition_after', [...steps.closing])
    .min('d.snapshot');
  const lost = knex({ c: 'person_change' })
    .leftJoin({ p: 'person_change' }, join =>
      join
        .on('p.tenant_id', 'c.tenant_id')
        .andOn('p.object_id', 'c.object_id')
        .andOn('p.snapshot', 'c.previous_snapshot'),
    )
    .where('c.tenant_id', tenantId)
    .whereBetween('c.snapshot', [first, last])
    .andWhere('c.by_rules', false)
    .andWhereRaw(
      `(${isOneOf('c', steps.lost)} or (${isOneOf(
        'c',
        steps.afterDoubt,
      )} and ${isOneOf('p', steps.doubted)}))`,
    )
    .select({ opened: 'c.snapshot', closed });
  const rows: {
    opened: number;
    closed: number | null;
    people: number | string;
  }[] = await knex
    .from(lost.as('lost'))
    .groupBy('opened', 'closed')
    .select('opened', 'closed', knex.raw('count(*) as people'));
  return rows.map(row => ({ ...row, people: Number(row.people) }));
}
