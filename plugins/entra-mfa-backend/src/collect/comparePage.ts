import { hash } from 'crypto';
import { recordsOf } from '../collectors/recordsOf';
import type { Collector } from '../collectors/types';
import type { Page } from '../graph/types';
import { eraseBody } from '../store/erase/eraseBody';
import { GONE } from '../store/run/deltaRecords';
import type { NewRecord } from '../store/run/writePages';
import { packNumbers } from '../packed/packNumbers';
import type { PageTally } from './ReadTally';
import type { RecordIndex } from './RecordIndex';

/** Seconds are kept in 32 bits. */
const LATEST_SECONDS = 2 ** 32 - 1;

/** What a page holds, against what is known. */
export interface PageFindings {
  /** New and changed records by key. */
  records: Map<string, NewRecord>;
  /** Keys whose record, written by this run earlier, is void. */
  rewritten: string[];
  /** Places of records found unchanged. */
  unchanged: Buffer | null;
  tally: PageTally;
}

/**
 * Checks each row of a page and compares what it becomes with the index. Throws `InvalidRowError` at
 * the first row that is not as documented.
 *
 * @param firstRow - the number of the page's first row, counted from 1
 * @param erased - what keys of people who were forgotten, or of what was theirs, end with after the last `|`: of these
 *   rows only what is left of one is taken
 * @param collected - the records of the rows, where the caller has them
 */
export function comparePage(
  page: Page,
  collector: Collector,
  index: RecordIndex,
  firstRow: number,
  erased: ReadonlySet<string> = new Set(),
  collected = recordsOf(collector, page.rows, firstRow),
): PageFindings {
  const records = new Map<string, NewRecord>();
  const rewritten: string[] = [];
  const unchanged: number[] = [];
  const refreshedSeconds: number[] = [];
  const missing: Record<string, number> = {};
  for (const record of collected) {
    const { key } = record;
    const read = record.gone ? GONE.body : JSON.stringify(record.body);
    const body = erased.has(key.slice(key.lastIndexOf('|') + 1))
      ? eraseBody(collector.id, read)
      : read;
    const digest = hash('sha256', body, 'base64url');
    const { place, differs, wasWritten } = index.compare(key, digest);
    if (wasWritten) {
      records.delete(key);
      rewritten.push(key);
    }
    if (differs) {
      records.set(key, { hash: digest, body });
    } else {
      unchanged.push(place);
    }
    if (record.refreshedAt) {
      const seconds = Math.floor(Date.parse(record.refreshedAt) / 1000);
      refreshedSeconds.push(Math.min(seconds, LATEST_SECONDS));
    }
    for (const property of collector.decisive ?? []) {
      if (
        record.body[property] === null &&
        (collector.decides?.(property, record.body) ?? true)
      ) {
        missing[property] = (missing[property] ?? 0) + 1;
      }
    }
  }
  return {
    records,
    rewritten,
    unchanged: packNumbers(unchanged),
    tally: { refreshedSeconds, missing },
  };
}
