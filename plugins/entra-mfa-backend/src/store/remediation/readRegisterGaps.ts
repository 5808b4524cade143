import type { Knex } from 'knex';
import { gapsOfSteps, type GapStep } from '../../assess/remediation/gapsOf';
import type { GapGroup } from '../../assess/remediation/tallyGaps';
import { toDate } from '../sql/instant';
import type { ControlTestRow } from '../sql/tables';

/** The gaps of the register of break-glass accounts up to a snapshot: it has one at a time. */
export async function readRegisterGaps(
  knex: Knex,
  of: { tenantId: string; upTo: number },
): Promise<GapGroup[]> {
  const steps = await readRegisterSteps(knex, of);
  return gapsOfSteps(steps).map(({ opened, closed }) => ({
    ...{ openedAt: opened, closed, gaps: 1 },
  }));
}

/**
 * When the test of the register of break-glass accounts was missed, and when it was met, the oldest first. A test that
 * could not run says nothing.
 */
async function readRegisterSteps(
  knex: Knex,
  { tenantId, upTo }: { tenantId: string; upTo: number },
): Promise<GapStep<Date>[]> {
  const rows: (Pick<ControlTestRow, 'outcome'> & {
    at: Date | string | number;
  })[] = await knex({ c: 'control_test' })
    .join({ s: 'snapshot' }, join =>
      join
        .on('s.tenant_id', 'c.tenant_id')
        .andOn('s.snapshot', 'c.from_snapshot'),
    )
    .where({ 'c.tenant_id': tenantId, 'c.test': 'break-glass' })
    .andWhere('c.from_snapshot', '<=', upTo)
    .whereIn('c.outcome', ['met', 'not-met'])
    .orderBy('c.from_snapshot')
    .select('c.outcome', 's.at');
  return rows.map(({ outcome, at }) => ({
    at: toDate(at),
    standing: outcome === 'met' ? 'fixed' : 'open',
  }));
}
