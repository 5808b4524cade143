import { decidesUserType } from '../assess/rules/missingProperty';
import type { RuleSettings } from '../assess/types';
import type { Collector } from '../collectors/types';
import { MissingValuesError, type MissingValues } from '../graph/errors';
import { countMissing } from '../store/run/countMissing';
import { readLastLost } from '../store/run/readLastLost';
import { readLostKeys } from '../store/run/readLostKeys';
import type { CollectorState } from '../store/run/saveCollector';
import { isAmong, type LostValues } from '../assess/doubt/LostValues';
import type { ReadTally } from './ReadTally';
import type { RunContext } from './RunContext';
import { sampleOf } from '../assess/doubt/sampleOf';

/** One row without a value may be an odd account; more of them than one row in so many are no accident. */
const ROWS_FOR_ONE = 50;

/**
 * Refuses a complete reading in which a property that decides has no value: null is not a value, and a
 * permission that was taken away looks like this. It is believed of single rows, because such accounts
 * exist; where a row had a value before, when the reading before said the same of the same rows.
 *
 * @param state - keeps which values were lost, also where it is believed
 */
export async function refuseMissing(
  context: RunContext,
  collector: Collector,
  state: CollectorState,
  tally: ReadTally,
): Promise<void> {
  const { knex, claim, rules } = context;
  const missing: MissingValues[] = [];
  for (const property of decisiveOf(collector, rules)) {
    const count = tally.missing.get(property) ?? 0;
    if (count > 0) {
      missing.push({ property, rows: count });
    }
  }
  const { rows } = state;
  const many: MissingValues[] = [];
  for (const one of missing.filter(({ rows: count }) => isMany(count, rows))) {
    const count = await countDeciding(context, collector, one);
    if (isMany(count, rows)) {
      many.push({ ...one, rows: count });
    }
  }
  if (many.length > 0) {
    throw new MissingValuesError(many, rows);
  }
  if (missing.length === 0) {
    return;
  }
  const lost: LostValues[] = [];
  for (const { property } of missing) {
    const keys = await readLostKeys(knex, claim, collector, property, rules);
    if (keys.length > 0) {
      lost.push({ property, rows: keys.length, sample: sampleOf(keys) });
    }
  }
  state.lost = lost;
  const before = await readLastLost(knex, claim, collector.id);
  if (!lost.every(one => before.some(first => isAmong(first, one)))) {
    throw new MissingValuesError(lost, rows);
  }
}

function isMany(without: number, rows: number): boolean {
  return without > 1 && without * ROWS_FOR_ONE > rows;
}

/** The report has rows of disabled accounts, of guests and of nobody: what they lack decides nothing. */
async function countDeciding(
  { knex, claim, rules }: RunContext,
  { id }: Collector,
  { property, rows }: MissingValues,
): Promise<number> {
  return id === 'registrations'
    ? Math.min(rows, await countMissing(knex, claim.tenantId, property, rules))
    : rows;
}

/** What decides nothing by these rules is not required. */
function decisiveOf(
  { id, decisive = [] }: Collector,
  rules: RuleSettings,
): readonly string[] {
  return id === 'users' && !decidesUserType(rules)
    ? decisive.filter(property => property !== 'userType')
    : decisive;
}
