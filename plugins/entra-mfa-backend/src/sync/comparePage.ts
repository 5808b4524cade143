import { hash } from 'crypto';
import { recordsOf } from '../collectors/recordsOf';
import type { Collector } from '../collectors/types';
import type { Page } from '../graph/types';
import type { NewRecord } from '../store/writePages';
import type { RecordIndex } from './RecordIndex';

/** What a page holds, against what is known. */
export interface PageFindings {
  /** New and changed records by key. */
  records: Map<string, NewRecord>;
  /** Keys whose record, written by this run earlier, is void. */
  rewritten: string[];
  /** Places of records found unchanged. */
  unchanged: Buffer | null;
  /** The newest refresh that a row tells. */
  reportRefreshedAt: Date | null;
}

/**
 * Checks each row of a page and compares what it becomes with the index. Throws `InvalidRowError` at
 * the first row that is not as documented.
 *
 * @param firstRow - the number of the page's first row, counted from 1
 */
export function comparePage(
  page: Page,
  collector: Collector,
  index: RecordIndex,
  firstRow: number,
): PageFindings {
  const records = new Map<string, NewRecord>();
  const rewritten: string[] = [];
  const unchanged: number[] = [];
  let refreshedAt = '';
  for (const record of recordsOf(collector, page.rows, firstRow)) {
    const { key } = record;
    const body = JSON.stringify(record.body);
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
    if (record.refreshedAt && record.refreshedAt > refreshedAt) {
      refreshedAt = record.refreshedAt;
    }
  }
  return {
    records,
    rewritten,
    unchanged: unchanged.length > 0 ? packPlaces(unchanged) : null,
    reportRefreshedAt: refreshedAt ? new Date(refreshedAt) : null,
  };
}

/** Places as little-endian 32-bit numbers. */
export function packPlaces(places: readonly number[]): Buffer {
  const packed = Buffer.allocUnsafe(places.length * 4);
  places.forEach((place, i) => packed.writeUInt32LE(place, i * 4));
  return packed;
}

/** See {@link packPlaces}. */
export function* unpackPlaces(packed: Buffer): Generator<number> {
  for (let offset = 0; offset < packed.length; offset += 4) {
    yield packed.readUInt32LE(offset);
  }
}
