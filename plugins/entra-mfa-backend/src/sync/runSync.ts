import type { LoggerService } from '@backstage/backend-plugin-api';
import { ConflictError } from '@backstage/errors';
import type { Problem } from '@entra-mfa/backstage-plugin-entra-mfa-common';
import type { EntraMfaClock } from '@entra-mfa/backstage-plugin-entra-mfa-node';
import type { Knex } from 'knex';
import type { FallLimits } from '../assess/suddenFall';
import type { RuleSettings } from '../assess/types';
import type { Collector } from '../collectors/types';
import { withScopeGroups } from '../collectors/withScopeGroups';
import type { PageSource } from '../graph/types';
import { syncProblems } from '../problems/syncProblems';
import { tell } from '../problems/tell';
import { readExceptionGroups } from '../store/exceptions/readExceptionGroups';
import { claimRun, type Claim } from '../store/run/claimRun';
import { holdRun, RunOvertakenError } from '../store/run/fence';
import { publishDataSets } from '../store/run/publishDataSets';
import { readLastRunNumber } from '../store/run/readLastRunNumber';
import {
  assessTenant,
  type AssessedSnapshot,
  type PublishAlso,
} from '../evaluate/assessTenant';
import { FigureHeldError } from '../evaluate/FigureHeldError';
import { keepAlive } from './keepAlive';
import type { Explain } from '../collect/Explain';
import { readAll } from '../collect/readAll';
import { RequiredDataSetError } from '../collect/RequiredDataSetError';
import type { RunContext } from '../collect/RunContext';
import { queriesOf } from '../collect/queriesOf';
import { storeFailure } from './storeFailure';
import { kindOf, SyncFailedError } from '../problems/SyncFailedError';
import type { UnstoredEnds } from './UnstoredEnds';

const stoppedProblem: Problem = {
  ...tell(syncProblems.stopped, {}),
  dataSet: null,
  since: null,
};

/** What one sync of one tenant needs. It takes nothing from elsewhere. */
export interface RunSyncOptions {
  tenantId: string;
  rules: RuleSettings;
  /** From where on a sudden fall of the figure is held; without it none is. */
  hold?: FallLimits;
  collectors: readonly Collector[];
  /** What else is published with a snapshot. */
  publishAlso?: PublishAlso;
  /** Ids of those that are not read of this tenant. */
  switchedOff?: readonly string[];
  sources: Readonly<Record<Collector['source'], PageSource>>;
  explain: Explain;
  knex: Knex;
  clock: EntraMfaClock;
  /** Stops the run; it can be gone on with later. */
  signal: AbortSignal;
  logger: LoggerService;
  /** Tells this process from other replicas, at most 31 characters. */
  replica: string;
  /** Where it is remembered that the database did not take how a run ended. */
  ends: UnstoredEnds;
}

/**
 * One run: claim, read, publish, assess. It resolves with the snapshot that it published. It throws
 * when it published nothing: `ConflictError` while another replica is at work, otherwise what went
 * wrong, which is kept with the run as well.
 */
export async function runSync(
  options: RunSyncOptions,
): Promise<AssessedSnapshot> {
  const { tenantId, knex, logger, ends } = options;
  const exceptionGroups = await readExceptionGroups(
    knex,
    tenantId,
    options.clock.now(),
  );
  const claim = await begin(options);
  const alive = keepAlive(() => holdRun(knex, claim), options.signal);
  const context: RunContext = {
    ...options,
    exceptionGroups,
    claim,
    signal: alive.signal,
  };
  logger.info(
    claim.resumed
      ? `Run ${claim.run} of tenant ${tenantId} goes on where it stopped`
      : `Run ${claim.run} of tenant ${tenantId} starts`,
  );
  try {
    const read = await readAll(
      context,
      withScopeGroups(options.collectors, exceptionGroups),
      options.explain,
    );
    context.signal.throwIfAborted();
    await publishDataSets(knex, claim, read.complete);
    const snapshot = await assessTenant(
      context,
      read,
      options.hold,
      options.publishAlso,
    );
    ends.stored(tenantId);
    logger.info(
      `Run ${claim.run} of tenant ${tenantId} published snapshot ${snapshot.number}: ${snapshot.summary}`,
    );
    return snapshot;
  } catch (error) {
    await fail(context, ends, error);
    throw toSafeError(error, context.signal);
  } finally {
    alive.stop();
  }
}

/** A run that the database does not let begin has no end that could be stored, either. */
async function begin(options: RunSyncOptions): Promise<Claim> {
  const { tenantId, knex, clock, replica, ends } = options;
  const queries = queriesOf(options.collectors);
  const now = clock.now();
  const run = (await readLastRunNumber(knex, tenantId)) + 1;
  try {
    return await claimRun(knex, { tenantId, replica, now, queries });
  } catch (error) {
    if (error instanceof ConflictError) {
      throw error;
    }
    ends.add(tenantId, { run, since: now, failure: kindOf(error) });
    throw new SyncFailedError(error);
  }
}

async function fail(context: RunContext, ends: UnstoredEnds, error: unknown) {
  const { claim, logger, signal } = context;
  if (error instanceof RunOvertakenError) {
    logger.warn(error.message);
    return;
  }
  const stopped = signal.aborted;
  const problem = stopped ? stoppedProblem : problemOf(error);
  logger.warn(
    `Run ${claim.run} of tenant ${claim.tenantId} published nothing: ${problem.message} ${problem.action}`,
  );
  await storeFailure(context, problem, ends);
}

/** The scheduler keeps, logs and shows what is thrown here. */
function toSafeError(error: unknown, signal: AbortSignal): unknown {
  const safe =
    error instanceof RequiredDataSetError ||
    error instanceof FigureHeldError ||
    error instanceof RunOvertakenError ||
    (signal.aborted && error === signal.reason);
  return safe ? error : new SyncFailedError(error);
}

function problemOf(error: unknown): Problem {
  if (
    error instanceof RequiredDataSetError ||
    error instanceof FigureHeldError
  ) {
    return error.problem;
  }
  return {
    ...tell(syncProblems.internal, { failure: kindOf(error) }),
    dataSet: null,
    since: null,
  };
}
