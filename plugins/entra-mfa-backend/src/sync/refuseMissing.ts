import { decidesUserType } from '../assess/rules/missingProperty';
import type { RuleSettings } from '../assess/types';
import type { Collector } from '../collectors/types';
import { MissingValuesError, type MissingValues } from '../graph/errors';
import { countLostValues } from '../store/countLostValues';
import { readLastReading } from '../store/readLastReading';
import type { CollectorState } from '../store/saveCollector';
import type { ReadTally } from './ReadTally';
import type { RunContext } from './RunContext';

/** One row without a value may be an odd account; more of them than one row in so many are no accident. */
const ROWS_FOR_ONE = 50;

/**
 * Refuses a complete reading in which a property that decides has no value: null is not a value, and a
 * permission that was taken away looks like this. It is believed of single rows, because such accounts
 * exist; where a row had a value before, when two readings in a row say so.
 */
export async function refuseMissing(
  context: RunContext,
  collector: Collector,
  { rows }: Pick<CollectorState, 'rows'>,
  tally: ReadTally,
): Promise<void> {
  const missing = decisiveOf(collector, context.rules).flatMap(
    (property): MissingValues[] => {
      const count = tally.missing.get(property) ?? 0;
      return count > 0 ? [{ property, rows: count }] : [];
    },
  );
  const many = missing.filter(
    one => one.rows > 1 && one.rows * ROWS_FOR_ONE > rows,
  );
  if (many.length > 0) {
    throw new MissingValuesError(many, rows);
  }
  if (missing.length === 0 || (await wasSoBefore(context, collector))) {
    return;
  }
  const { knex, claim } = context;
  const of = { ...claim, dataSet: collector.id };
  const lost: MissingValues[] = [];
  for (const { property } of missing) {
    const count = await countLostValues(knex, of, property);
    if (count > 0) {
      lost.push({ property, rows: count });
    }
  }
  if (lost.length > 0) {
    throw new MissingValuesError(lost, rows);
  }
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

async function wasSoBefore(
  { knex, claim }: RunContext,
  { id }: Collector,
): Promise<boolean> {
  const last = await readLastReading(knex, claim, id);
  return (
    last?.problem !== null &&
    last?.problem !== undefined &&
    JSON.parse(last.problem).code === 'missing-values'
  );
}
