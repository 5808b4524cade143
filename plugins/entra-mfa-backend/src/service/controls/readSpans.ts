import type { Knex } from 'knex';
import {
  spansOf,
  type Moment,
  type Span,
} from '../../assess/controls/standing';
import { readMoments } from '../../store/controls/freshness';
import { readControlStatuses } from '../../store/controls/readControlVersions';
import type { ControlStatusRow } from '../../store/sql/tables';

/** The statuses of every control over some time, by `framework/id`. */
export interface Spans {
  /** The snapshots of that time, from the one that was the newest when it began. */
  moments: Moment[];
  versions: Map<string, ControlStatusRow[]>;
  spans: Map<string, Span[]>;
}

/**
 * Reads the statuses of every control from a time up to a snapshot.
 *
 * @param seen - up to when the last one is looked at
 */
export async function readSpans(
  knex: Knex,
  tenantId: string,
  { from, upTo, seen }: { from: Date; upTo: number; seen: Date },
): Promise<Spans> {
  const moments = await readMoments(knex, tenantId, { from, upTo });
  const rows = await readControlStatuses(knex, {
    tenantId,
    from: moments[0].number,
    upTo,
  });
  const versions = new Map<string, ControlStatusRow[]>();
  for (const row of rows) {
    versions.set(row.control, [...(versions.get(row.control) ?? []), row]);
  }
  const spans = new Map(
    [...versions].map(([control, list]) => [
      control,
      spansOf(
        list.map(row => ({
          status: row.status,
          fromSnapshot: row.from_snapshot,
          toSnapshot: row.to_snapshot,
        })),
        moments,
        seen,
      ),
    ]),
  );
  return { moments, versions, spans };
}
