import type {
  Freshness,
  Problem,
  StaleCause,
} from '@entra-mfa/backstage-plugin-entra-mfa-common';
import { problemsOf } from '../connections/problemsOf';
import { staleCauses } from '../connections/staleCauses';
import { syncProblems } from '../problems/syncProblems';
import { tell } from '../problems/tell';
import {
  readLastOutcome,
  type LastOutcome,
} from '../store/read/readLastOutcome';
import type { Snapshot } from '../store/asOf/types';
import type { UnstoredEnd } from '../sync/UnstoredEnds';
import { credentialProblems } from './credentialProblems';
import { isFromMethods } from './isFromMethods';
import { timeOf } from './timeOf';
import type { ReadContext } from './types';

const notConfigured: Problem = {
  ...tell(syncProblems.notConfigured, {}),
  dataSet: null,
  since: null,
};

/**
 * How fresh a snapshot is. Stale is assessed at the time that is looked at: a past figure is as fresh
 * as it was then.
 */
export async function readFreshness(
  context: ReadContext,
  tenantId: string | null,
  snapshot: Snapshot | null,
  at: string | undefined,
): Promise<Freshness> {
  const { collectors, knex, config, clock, snapshots, sync } = context;
  const base = {
    readAt: snapshot?.readAt?.toISOString() ?? null,
    reportRefreshedAt: snapshot?.reportRefreshedAt?.toISOString() ?? null,
    staleAfterSeconds: config.staleAfterSeconds,
    reportStaleAfterSeconds: config.reportStaleAfterSeconds,
    ...(snapshot && isFromMethods(snapshot) && { fromMethods: true as const }),
  };
  if (tenantId === null) {
    return {
      ...base,
      stale: false,
      staleCauses: [],
      nextReadAt: null,
      health: 'not-configured',
      problems: [notConfigured],
      progress: null,
    };
  }

  const disconnectedAt = await snapshots.disconnectedAt(tenantId);
  if (disconnectedAt) {
    // Whatever day is looked at: there is no figure of today beside it.
    return {
      ...base,
      stale: true,
      staleCauses: ['disconnected'],
      nextReadAt: null,
      health: 'disconnected',
      problems: [],
      progress: null,
    };
  }

  const now = clock.now();
  const seen = at === undefined ? now : timeOf(at, now);
  const [last, progress, nextReadAt, ended] = await Promise.all([
    readLastOutcome(knex, tenantId),
    sync.progress(tenantId),
    sync.nextReadAt(tenantId),
    credentialProblems(config, tenantId, now),
  ]);
  const causes = staleCauses(config, snapshot, seen);
  const problems = withStale(
    [
      ...notStored(sync.unstoredEnd(tenantId), last),
      ...withEnded(last ? problemsOf(last, collectors) : [], ended),
    ],
    causes,
    base,
  );
  return {
    ...base,
    stale: causes.length > 0,
    staleCauses: causes,
    nextReadAt: nextReadAt?.toISOString() ?? null,
    health: healthOf(problems, snapshot),
    problems,
    progress,
  };
}

function healthOf(
  problems: Problem[],
  snapshot: Snapshot | null,
): Freshness['health'] {
  if (problems.length > 0) {
    return 'needs-attention';
  }
  return snapshot ? 'healthy' : 'first-run';
}

/** That a run's end could not be stored, unless the end of it or of a later one was since. */
function notStored(
  unstored: UnstoredEnd | null,
  last: LastOutcome | null,
): Problem[] {
  const isStored =
    last !== null &&
    unstored !== null &&
    last.run.state !== 'running' &&
    last.run.run >= unstored.run;
  if (!unstored || isStored) {
    return [];
  }
  const { failure, since } = unstored;
  const told = tell(syncProblems.notStored, { failure });
  return [{ ...told, dataSet: null, since: since.toISOString() }];
}

/** That a credential has ended needs no second word where the last run was told the same. */
function withEnded(problems: Problem[], ended: readonly Problem[]): Problem[] {
  const isTold = problems.some(({ code }) =>
    ['secret-expired', 'credential-ended'].includes(code),
  );
  return isTold ? problems : [...ended, ...problems];
}

/** That no sync has completed needs no words of its own where another problem says why. */
function withStale(
  problems: readonly Problem[],
  causes: readonly StaleCause[],
  of: Pick<Freshness, 'readAt' | 'reportRefreshedAt'>,
): Problem[] {
  const all = [...problems];
  if (causes.includes('not-read') && problems.length === 0) {
    const since = of.readAt;
    all.push({ ...tell(syncProblems.stale, {}), dataSet: null, since });
  }
  if (causes.includes('report-old')) {
    const since = of.reportRefreshedAt;
    const dataSet = 'registrations';
    all.push({ ...tell(syncProblems.reportOld, {}), dataSet, since });
  }
  return all;
}
