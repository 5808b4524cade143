import type { Collector, DataSetId } from '../collectors/types';
import { EmptyAnswerError, ShrunkAnswerError } from '../graph/errors';
import { readLastReading } from '../store/readLastReading';
import type { CollectorState } from '../store/saveCollector';
import type { RecordIndex } from './RecordIndex';
import type { RunContext } from './RunContext';

/** Data sets that do not become empty by themselves. */
const neverEmpty: readonly DataSetId[] = [
  'users',
  'registrations',
  'role-assignments',
  'catalog-users',
  'catalog-groups',
  'catalog-memberships',
];

/** Data sets that lose half of their rows when a provider of the catalog fails. */
const slowToShrink: readonly DataSetId[] = ['catalog-users', 'catalog-groups'];

/** Fewer rows than these may come and go as they like. */
const FEWEST_ROWS = 20;

/** How far two readings of the same may differ, as a part of the first. */
const TOLERANCE = 0.1;

/**
 * Refuses a complete reading that cannot be believed: a source that answers with nothing at all where
 * there was something, or a catalog that has lost more than half of its rows and was not found so twice. A wrong number is
 * worse than an old one.
 */
export async function refuseDoubtful(
  context: RunContext,
  collector: Collector,
  state: CollectorState,
  index: RecordIndex,
): Promise<void> {
  if (state.rows === 0 && !index.isFirst && neverEmpty.includes(collector.id)) {
    throw new EmptyAnswerError();
  }
  const { added, removed } = index.counts;
  const before = index.size - added + removed;
  if (
    slowToShrink.includes(collector.id) &&
    before >= FEWEST_ROWS &&
    index.size * 2 < before &&
    !(await wasSoBefore(context, collector, state))
  ) {
    throw new ShrunkAnswerError(before, index.size);
  }
}

/** Whether the run before came to about as many rows. Had it published them, this were no fall. */
async function wasSoBefore(
  { knex, claim }: RunContext,
  { id }: Collector,
  { rows }: CollectorState,
): Promise<boolean> {
  const last = await readLastReading(knex, claim, id);
  const isWhole =
    last?.outcome === 'complete' ||
    (last?.problem && JSON.parse(last.problem).code === 'shrunk-answer');
  return isWhole ? Math.abs(last.rows - rows) <= last.rows * TOLERANCE : false;
}
