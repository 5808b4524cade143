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

/** Data sets that do not become empty by themselves. */
const neverEmpty: readonly DataSetId[] = [
  'users',
  'registrations',
  'role-assignments',
  'catalog-users',
  'catalog-groups',
  'catalog-memberships',
];

/**
 * Data sets that decide who counts, and where. The report is not among them: what it loses is held by
 * the figure.
 */
const slowToShrink: readonly DataSetId[] = [
  'users',
  'role-assignments',
  'role-eligibility',
  'role-group-eligibility',
  'role-group-members',
  'catalog-users',
  'catalog-groups',
  'catalog-memberships',
];

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
  const { id } = collector;
  const mustHaveRows = id === 'users' || !index.isFirst;
  if (state.rows === 0 && mustHaveRows && neverEmpty.includes(id)) {
    throw new EmptyAnswerError();
  }
  const doubt = slowToShrink.includes(id)
    ? await doubtOf(context, id, index)
    : null;
  state.doubt = doubt;
  if (doubt && !(await isBelieved(context, id, doubt))) {
    throw new ShrunkAnswerError(doubt);
  }
}

async function doubtOf(
  { knex, claim }: RunContext,
  id: DataSetId,
  index: RecordIndex,
): Promise<Doubt | null> {
  const rows = index.size;
  const { added, removed } = index.counts;
  const before = rows - added + removed;
  if (isFall(before, rows) || (before > 0 && rows === 0 && cannotVanish(id))) {
    const gone = sampleOf(index.missing());
    return { before, rows, counted: false, gone };
  }
  const counted = id === 'users' ? await readExpectedPeople(knex, claim) : null;
  return counted !== null && isFall(counted, rows)
    ? { before: counted, rows, counted: true, gone: [] }
    : null;
}

function isFall(before: number, rows: number): boolean {
  return before >= FEWEST_ROWS && (before - rows) * PART >= before;
}

/** Of all the others, nothing at all may be what is left of a few. */
function cannotVanish(id: DataSetId): boolean {
  return id === 'catalog-memberships';
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
