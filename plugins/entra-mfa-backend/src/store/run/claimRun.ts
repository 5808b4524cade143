import { ConflictError } from '@backstage/errors';
import { randomBytes } from 'crypto';
import type { Knex } from 'knex';
import { databaseTime } from '../sql/databaseTime';
import { isPostgres } from '../sql/dialect';
import { endReads } from './endReads';
import type { Fence } from './fence';
import { toDate } from '../sql/instant';
import { age, isAlive } from './isAlive';
import { readDatabaseTime } from './readDatabaseTime';
import { removeAssessed, removeUnpublished } from './removeUnpublished';
import type { RunRow, StageRow, TenantRow } from '../sql/tables';

/**
 * A run that started longer ago is not gone on with, in milliseconds: its oldest pages would be as old
 * as that. Far above the time from a timeout to the next scheduled sync, or a large tenant's read
 * would never end. A page token that has aged meanwhile has its data set read again.
 */
const RESUME_WITHIN = 6 * 3_600_000;

/** A run that this caller may write, until another claim overtakes it. */
export interface Claim extends Fence {
  /** Whether the run was begun before, and left pages that it can go on from. */
  resumed: boolean;
  startedAt: Date;
  lastSnapshot: number;
}

/**
 * Claims the tenant's next run, or takes over the one that a dead replica left half-read. Throws
 * `ConflictError` while another replica is at work.
 *
 * @param options - `replica` tells this process from others, at most 31 characters; `queries` is a
 *   fingerprint of what is asked for: pages by another one are not gone on from
 */
export async function claimRun(
  knex: Knex,
  options: { tenantId: string; replica: string; now: Date; queries?: string },
): Promise<Claim> {
  const { tenantId, replica, now, queries = null } = options;
  const holder = `${replica}/${randomBytes(16).toString('hex')}`;
  await knex<TenantRow>('tenant')
    .insert({ tenant_id: tenantId })
    .onConflict('tenant_id')
    .ignore();

  return knex.transaction(async trx => {
    const tenant = (await lockTenant(trx, tenantId))!;
    const last = await trx<RunRow>('run')
      .where({ tenant_id: tenantId, run: tenant.last_run })
      .first();
    const isOwn = last?.holder.startsWith(`${replica}/`);
    if (last && !isOwn && (await isAlive(trx, last))) {
      throw new ConflictError(
        `Run ${last.run} of tenant ${tenantId} is under way on another replica; wait until it ends`,
      );
    }
    const lastSnapshot = tenant.last_snapshot;
    if (last && (await canResume(trx, last, queries))) {
      await trx<RunRow>('run')
        .where({ tenant_id: tenantId, run: last.run })
        .update({
          state: 'running',
          holder,
          claimed_at: now,
          heartbeat_at: databaseTime(trx),
          // Why it failed stays with it, and is told, until it has published.
          ended_at: null,
        });
      await removeAssessed(trx, tenantId);
      const startedAt = toDate(last.started_at);
      const { run } = last;
      return { tenantId, run, holder, resumed: true, startedAt, lastSnapshot };
    }
    if (last && last.state !== 'published') {
      await endOvertaken(trx, last, now);
      await removeUnpublished(trx, { tenantId, run: last.run });
    }
    const run = tenant.last_run + 1;
    await trx<RunRow>('run').insert({
      tenant_id: tenantId,
      run,
      state: 'running',
      holder,
      queries,
      started_at: now,
      claimed_at: now,
      heartbeat_at: databaseTime(trx),
      begun_at: databaseTime(trx),
    });
    await trx<TenantRow>('tenant')
      .where({ tenant_id: tenantId })
      .update({ last_run: run });
    const startedAt = now;
    return { tenantId, run, holder, resumed: false, startedAt, lastSnapshot };
  });
}

/** Holds the tenant for the rest of the transaction: nobody claims a run or publishes meanwhile. */
export async function lockTenant(
  trx: Knex.Transaction,
  tenantId: string,
): Promise<TenantRow | undefined> {
  const query = trx<TenantRow>('tenant').where({ tenant_id: tenantId });
  return (isPostgres(trx) ? query.forUpdate() : query).first();
}

/** A run that was killed, stopped or failed for a reason that passes has left its pages. */
async function canResume(
  trx: Knex.Transaction,
  last: RunRow,
  queries: string | null,
): Promise<boolean> {
  const open = last.state === 'running' || last.state === 'failed';
  const fits = last.queries === queries;
  if (!open || !fits || last.begun_at === null) {
    return false;
  }
  if (age(last.begun_at, await readDatabaseTime(trx)) > RESUME_WITHIN) {
    return false;
  }
  const page = await trx<StageRow>('stage')
    .where({ tenant_id: last.tenant_id, run: last.run })
    .first('page');
  return page !== undefined;
}

async function endOvertaken(trx: Knex.Transaction, last: RunRow, now: Date) {
  const key = { tenant_id: last.tenant_id, run: last.run };
  await trx<RunRow>('run')
    .where({ ...key, state: 'running' })
    .update({ state: 'overtaken', ended_at: now });
  await endReads(trx, { tenantId: last.tenant_id, run: last.run });
}
