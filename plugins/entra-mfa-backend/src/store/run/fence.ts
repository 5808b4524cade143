import type { Knex } from 'knex';
import { databaseTime } from '../sql/databaseTime';
import { isPostgres } from '../sql/dialect';
import type { RunRow } from '../sql/tables';

/** Who may write: one claim of one run. */
export interface Fence {
  tenantId: string;
  run: number;
  /** The replica and a token that no other claim has, so that an overtaken one is told apart. */
  holder: string;
}

/** Another claim took the run's place. It may write nothing any more. */
export class RunOvertakenError extends Error {
  constructor(fence: Fence) {
    super(
      `Run ${fence.run} of tenant ${fence.tenantId} was overtaken by another one; it writes nothing any more`,
    );
    this.name = 'RunOvertakenError';
  }
}

/**
 * Holds the run for the rest of the transaction, and marks it as alive, by the clock
 * of the database. Every write of a run starts
 * with it: who overtakes the run waits for the transaction's end, and none begins after that.
 */
export async function holdRun(knex: Knex, fence: Fence): Promise<void> {
  const held = await knex<RunRow>('run')
    .where(isHeldBy(fence))
    .update({ heartbeat_at: databaseTime(knex) });
  if (held === 0) {
    throw new RunOvertakenError(fence);
  }
}

/**
 * Holds the run as {@link holdRun} does, and writes nothing: a full disk takes no heartbeat. SQLite
 * refuses what follows where somebody else has written since.
 */
export async function lockRun(
  trx: Knex.Transaction,
  fence: Fence,
): Promise<void> {
  const query = trx<RunRow>('run').where(isHeldBy(fence));
  const held = await (isPostgres(trx) ? query.forUpdate() : query).first('run');
  if (!held) {
    throw new RunOvertakenError(fence);
  }
}

function isHeldBy({ tenantId, run, holder }: Fence) {
  return { tenant_id: tenantId, run, holder, state: 'running' } as const;
}
