import type { Knex } from 'knex';
import { readSnapshotAt } from '../asOf/readSnapshot';
import { toDate } from '../sql/instant';
import type {
  ConnectionRow,
  ExceptionRow,
  ReviewRow,
  RunRow,
  TenantRow,
} from '../sql/tables';

/**
 * The snapshot that was shown at the beginning of a window: all from it on keep their people. Null before there is
 * one.
 *
 * What waits for a second person keeps the people of when it was asked for, since it decides who that may be.
 */
export async function findFirstSnapshot(
  knex: Knex,
  tenantId: string,
  { before, today }: { before: Date; today: string },
): Promise<number | null> {
  const [asked] = await knex<ExceptionRow>('exception')
    .where({ tenant_id: tenantId })
    .whereNull('decision')
    .whereNull('withdrawn_at')
    .andWhere('until', '>=', today)
    .min({ at: 'requested_at' });
  const since = asked?.at ? toDate(asked.at) : before;
  const first = await readSnapshotAt(
    knex,
    tenantId,
    since < before ? since : before,
  );
  const [open] = await knex<ReviewRow>('review')
    .where({ tenant_id: tenantId, closed_at: null })
    .min({ snapshot: 'snapshot' });
  return first && Math.min(first.number, open?.snapshot ?? first.number);
}

/** The first run that began within a window, and none after the last that published or that the trail has heard of. */
export async function findFirstRun(
  knex: Knex,
  tenantId: string,
  before: Date,
): Promise<number> {
  const [within] = await knex<RunRow>('run')
    .where({ tenant_id: tenantId })
    .andWhere('started_at', '>=', before)
    .min({ run: 'run' });
  const tenant = await knex<TenantRow>('tenant')
    .where({ tenant_id: tenantId })
    .first('last_run_published');
  const connection = await knex<ConnectionRow>('connection')
    .where({ tenant_id: tenantId })
    .first('last_run');
  return Math.min(
    within?.run ?? Infinity,
    tenant?.last_run_published ?? 0,
    connection?.last_run ?? 0,
  );
}
