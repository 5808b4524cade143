import type { Collector, DataSetId } from '../collectors/types';
import { EmptyAnswerError, ShrunkAnswerError } from '../graph/errors';
import { readOpenHold } from '../store/hold/readOpenHold';
import { readExpectedPeople } from '../store/run/readExpectedPeople';
import { readLastDoubt } from '../store/run/readLastDoubt';
import type { CollectorState } from '../store/run/saveCollector';
import { agrees, hasAtLeast, type Doubt } from '../assess/doubt/Doubt';
import type { RecordIndex } from './RecordIndex';
import type { RunContext } from './RunContext';
import { sampleOf } from '../assess/doubt/sampleOf';

/** Fewer rows than these may come and go as they like. */
const FEWEST_ROWS = 20;

/** From how many of so many rows on it is no accident that they are gone. */
const PART = 10;

/**
 * Refuses a complete reading that cannot be believed: a source that answers with nothing at all where
 * there was something, a directory without anybody, or a data set that has lost a tenth of its rows at once, against
 * the version before or against Graph's own count. It is believed when a second reading agrees, or
 * when somebody has released it. A wrong number is worse than an old one.
 *
 * @param state - keeps what is doubted, also where it is believed
 */
export async function refuseDoubtful(
  context: RunContext,
  collector: Collector,
  state: CollectorState,
  index: RecordIndex,
): Promise<void> {
  const { id, refuseEmpty, doubtLoss } = collector;
  const mustHaveRows =
    refuseEmpty === 'never' || (refuseEmpty === 'not-again' && !index.isFirst);
  if (state.rows === 0 && mustHaveRows) {
    throw new EmptyAnswerError();
  }
  // The report is not among them: what it loses is held by the figure.
  const doubt = doubtLoss ? await doubtOf(context, collector, index) : null;
  state.doubt = doubt;
  if (doubt && !(await isBelieved(context, id, doubt))) {
    throw new ShrunkAnswerError(doubt);
  }
}

async function doubtOf(
  { knex, claim }: RunContext,
  { doubtLoss, expected }: Collector,
  index: RecordIndex,
): Promise<Doubt | null> {
  const rows = index.size;
  const { added, removed } = index.counts;
  const before = rows - added + removed;
  const vanished = doubtLoss === 'or-vanish' && before > 0 && rows === 0;
  if (isFall(before, rows) || vanished) {
    const gone = sampleOf(index.missing());
    return { before, rows, counted: false, gone };
  }
  const counted = expected ? await readExpectedPeople(knex, claim) : null;
  return counted !== null && isFall(counted, rows)
    ? { before: counted, rows, counted: true, gone: [] }
    : null;
}

function isFall(before: number, rows: number): boolean {
  return before >= FEWEST_ROWS && (before - rows) * PART >= before;
}

async function isBelieved(
  { knex, claim }: RunContext,
  id: DataSetId,
  doubt: Doubt,
): Promise<boolean> {
  const last = await readLastDoubt(knex, claim, id);
  if (last && agrees(last, doubt)) {
    return true;
  }
  const hold = await readOpenHold(knex, claim.tenantId);
  const seen: (Pick<Doubt, 'rows'> & { dataSet: string })[] =
    hold?.released_at && hold.data_sets ? JSON.parse(hold.data_sets) : [];
  return seen.some(one => one.dataSet === id && hasAtLeast(doubt.rows, one));
}
