import { registrations } from '../collectors/registrations';
import { users } from '../collectors/users';

/** What is known of a run that reads. */
export interface ReadSoFar {
  /** Of the data set that is being read; null between two. */
  dataSet: string | null;
  pages: number;
  rows: number;
  /** How many rows it will have; null where nothing tells. */
  expectedRows: number | null;
  /** Since when it is read, in milliseconds; null where the read was gone on with. */
  elapsedMs: number | null;
  /** How many people there are; null where nothing tells. */
  people: number | null;
  /** Whether the report is read, or is not to be. */
  reportRead: boolean;
}

const PAGE_SIZE = Number(registrations.query.$top);

/**
 * How long the reads will still take, in seconds, from what was measured of the data set that is being
 * read and from the pace at which the report is asked; null where neither says anything. Before the
 * report has begun it is the least: what lies between has not been measured.
 */
export function timeLeft(
  read: ReadSoFar,
  reportRequestsPer10Seconds: number,
): number | null {
  const { dataSet, pages, rows, expectedRows, elapsedMs, people, reportRead } =
    read;
  const pageMs = 10_000 / reportRequestsPer10Seconds;
  const rowsLeft =
    expectedRows === null ? null : Math.max(0, expectedRows - rows);
  const measured =
    rowsLeft === null || rows === 0 || elapsedMs === null
      ? null
      : (elapsedMs * rowsLeft) / rows;
  if (dataSet === registrations.id) {
    if (rowsLeft === null) {
      return null;
    }
    const pageSize = rows > 0 ? rows / pages : PAGE_SIZE;
    const paced = Math.ceil(rowsLeft / pageSize) * pageMs;
    return seconds(Math.max(paced, measured ?? 0));
  }
  if (reportRead) {
    return measured === null ? null : seconds(measured);
  }
  if (people === null) {
    return null;
  }
  const report = Math.ceil(people / PAGE_SIZE) * pageMs;
  // The report is begun when the people are read; the others are read beside it.
  return seconds(
    dataSet === users.id
      ? report + (measured ?? 0)
      : Math.max(report, measured ?? 0),
  );
}

function seconds(milliseconds: number): number {
  return Math.ceil(milliseconds / 1000);
}
