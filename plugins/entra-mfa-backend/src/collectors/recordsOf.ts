import type { z } from 'zod';
import { InvalidRowError } from './InvalidRowError';
import { storable } from './storable';
import type { CollectedRecord, Collector } from './types';

/** What zod says it should have been, without what it was: that may be a person's. */
function expectedBy(issue: z.core.$ZodIssue): string {
  if (issue.code === 'invalid_type') {
    return `of type ${issue.expected}`;
  }
  return issue.code === 'too_small' ? 'not empty' : 'what is documented';
}

/**
 * Checks the rows of a page and turns them into records.
 *
 * @param firstRow - the number of the first row in its data set, counted from 1
 * @throws InvalidRowError at the first row that is not as documented: a guess would be a wrong number
 */
export function recordsOf<Row>(
  collector: Collector<Row>,
  rows: readonly unknown[],
  firstRow = 1,
): CollectedRecord[] {
  const records: CollectedRecord[] = [];
  rows.forEach((row, index) => {
    const checked = collector.row.safeParse(row);
    if (!checked.success) {
      const [issue] = checked.error.issues;
      throw new InvalidRowError(
        firstRow + index,
        issue.path.join('.') || 'the row',
        expectedBy(issue),
      );
    }
    const made = collector.toRecords(checked.data);
    for (const record of made) {
      records.push(storable(record));
    }
  });
  return records;
}
