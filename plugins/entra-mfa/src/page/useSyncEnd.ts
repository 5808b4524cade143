import { useEffect, useRef, useState } from 'react';
import type {
  Overview,
  Problem,
} from '@entra-mfa/backstage-plugin-entra-mfa-common';

type SnapshotRef = NonNullable<Overview['snapshot']>;

/** How a sync ended while the page was open. */
export type SyncEnd =
  | { kind: 'published'; snapshot: SnapshotRef; before: SnapshotRef | null }
  | { kind: 'failed'; problem: Problem | null };

/** How long a sync that was asked for may take to begin, and to fail before anybody sees it run. */
const BEGINS_WITHIN_MS = 30_000;

/**
 * How the last sync ended that ran while the page was open, whoever started it: what is published is another
 * snapshot, or what ran runs no more. Null before, and from when another one begins.
 *
 * @param askedAt - when the reader asked for one; 0 for not at all
 */
export function useSyncEnd(
  overview: Overview,
  askedAt: number,
): [SyncEnd | null, () => void] {
  const [end, setEnd] = useState<SyncEnd | null>(null);
  const id = overview.tenant?.id;
  const number = overview.snapshot?.number;
  const isRunning = overview.freshness.progress !== null;
  const latest = useRef(overview);
  latest.current = overview;
  const seen = useRef({
    id,
    number,
    isRunning,
    askedAt,
    snapshot: overview.snapshot,
  });

  useEffect(() => {
    const before = seen.current;
    const { snapshot, freshness } = latest.current;
    seen.current = { id, number, isRunning, askedAt, snapshot };
    if (before.id !== id) {
      setEnd(null);
    } else if (snapshot && before.number !== number) {
      setEnd({ kind: 'published', snapshot, before: before.snapshot });
    } else if (before.isRunning && !isRunning) {
      setEnd({ kind: 'failed', problem: freshness.problems[0] ?? null });
    } else if (before.isRunning !== isRunning || before.askedAt !== askedAt) {
      setEnd(null);
    }
  }, [id, number, isRunning, askedAt]);

  // One that fails at once is never seen to run.
  const isWaiting = askedAt > 0 && !isRunning && end === null;
  useEffect(() => {
    if (!isWaiting) return undefined;
    const timer = setTimeout(() => {
      const [problem] = latest.current.freshness.problems;
      if (problem) setEnd({ kind: 'failed', problem });
    }, BEGINS_WITHIN_MS);
    return () => clearTimeout(timer);
  }, [isWaiting]);

  return [end, () => setEnd(null)];
}
