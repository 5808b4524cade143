import type {
  Problem,
  Run,
  Runs,
} from '@entra-mfa/backstage-plugin-entra-mfa-common';
import { toDate, toDateOrNull } from '../store/sql/instant';
import { readRuns, type RunWithCollectors } from '../store/read/readRuns';
import { isKnown } from '../store/connections/readConnections';
import { nextCursor, placeOfCursor } from './cursor';
import { timeOf } from './timeOf';
import type { QueryOf, ReadContext } from './types';

/** A page of a tenant's syncs, the newest first; with `at`, those that had started by then. */
export async function getRuns(
  { clock, knex, snapshots }: ReadContext,
  query: QueryOf<'getRuns'>,
): Promise<Runs> {
  const place = placeOfCursor(query, ['integer']);
  const asked = query.tenant?.toLowerCase();
  // Also of a connection that is not configured any more.
  const tenantId =
    asked !== undefined && (await isKnown(knex, asked))
      ? asked
      : await snapshots.tenantOf(asked);
  if (tenantId === null) {
    return { items: [], pageInfo: { nextCursor: null } };
  }
  const { runs, next } = await readRuns(knex, tenantId, {
    before: place && Number(place.after[0]),
    limit: query.limit,
    until: query.at === undefined ? null : timeOf(query.at, clock.now()),
  });
  return {
    items: runs.map(toRun),
    pageInfo: {
      nextCursor: nextCursor(query, 0, next === null ? null : [next]),
    },
  };
}

function toRun({ run, collectors }: RunWithCollectors): Run {
  return {
    tenant: run.tenant_id,
    number: run.run,
    state: run.state,
    startedAt: toDate(run.started_at).toISOString(),
    endedAt: toDateOrNull(run.ended_at)?.toISOString() ?? null,
    snapshot: run.snapshot,
    problem: problemOf(run),
    collectors: collectors.map(row => ({
      dataSet: row.data_set,
      outcome: row.outcome,
      problem: problemOf(row),
      pages: row.pages,
      rows: row.rows,
      added: row.added,
      changed: row.changed,
      removed: row.removed,
      calls: row.calls,
      waitedMs: row.waited_ms,
      requestIds: JSON.parse(row.request_ids),
    })),
  };
}

function problemOf({ problem }: { problem: string | null }): Problem | null {
  return problem === null ? null : JSON.parse(problem);
}
