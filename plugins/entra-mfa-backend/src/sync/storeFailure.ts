import type { Problem } from '@entra-mfa/backstage-plugin-entra-mfa-common';
import { passesByItself } from '../problems/passesByItself';
import { discardRun } from '../store/run/discardRun';
import { failRun } from '../store/run/failRun';
import { RunOvertakenError } from '../store/run/fence';
import type { RunContext } from '../collect/RunContext';
import { kindOf } from '../problems/SyncFailedError';
import type { UnstoredEnds } from './UnstoredEnds';

/**
 * Stores that a run failed, and why. Where the database does not take it, it is asked again without
 * what the run wrote; that it took nothing is remembered and told as a problem of the tenant's health.
 */
export async function storeFailure(
  context: RunContext,
  problem: Problem,
  ends: UnstoredEnds,
): Promise<void> {
  const { claim, clock, logger } = context;
  const { tenantId, run } = claim;
  try {
    await store(context, problem);
    ends.stored(tenantId);
  } catch (error) {
    if (error instanceof RunOvertakenError) {
      logger.warn(error.message);
      return;
    }
    // The run stays open then, and the next claim finds it dead and cleans up.
    const failure = kindOf(error);
    ends.add(tenantId, { run, since: clock.now(), failure });
    logger.warn(
      `The end of run ${run} of tenant ${tenantId} could not be stored (${failure})`,
    );
  }
}

async function store(
  { knex, claim, clock }: RunContext,
  problem: Problem,
): Promise<void> {
  const fail = (keepPages: boolean) =>
    failRun(knex, claim, problem, { now: clock.now(), keepPages });
  try {
    await fail(passesByItself(problem.code));
  } catch (error) {
    if (error instanceof RunOvertakenError) {
      throw error;
    }
    await discardRun(knex, claim);
    await fail(false);
  }
}
