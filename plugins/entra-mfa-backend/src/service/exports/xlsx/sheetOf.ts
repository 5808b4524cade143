import { textOf, type Cell } from '../Cell';
import { styles } from './styles';
import { xmlText } from './xmlText';

/** By so many rows it is seen how wide a column should be. */
const SAMPLE = 100;
const NARROWEST = 8;
const WIDEST = 60;
/** How many characters are compressed at once. */
const CHUNK = 65_536;

const DAY_MS = 86_400_000;
/** The number of 1970-01-01 as Excel counts days. */
const EPOCH_DAY = 25_569;
/** Excel takes 1900 for a leap year, so that days before its March are others. */
const FIRST_SURE_DAY = 61;

/**
 * A sheet as XML, in pieces as its rows come. A list has its header frozen, with a filter. Every text is a typed
 * cell of text, which nothing takes for a formula.
 */
export async function* sheetOf(
  headers: readonly string[],
  rows: AsyncIterable<readonly Cell[]>,
  { isList }: { isList: boolean },
): AsyncGenerator<string> {
  const source = rows[Symbol.asyncIterator]();
  try {
    const sample: (readonly Cell[])[] = [];
    let next = await source.next();
    for (; !next.done && sample.length < SAMPLE; next = await source.next()) {
      sample.push(next.value);
    }
    let number = 1;
    let chunk = [
      '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">',
      isList
        ? '<sheetViews><sheetView tabSelected="1" workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/><selection pane="bottomLeft" activeCell="A2" sqref="A2"/></sheetView></sheetViews>'
        : '<sheetViews><sheetView workbookViewId="0"/></sheetViews>',
      colsOf(headers, sample, isList),
      '<sheetData>',
      rowOf(headers, number, styles.header),
    ].join('');
    for (const row of sample) {
      number += 1;
      chunk += rowOf(row, number);
    }
    for (; !next.done; next = await source.next()) {
      number += 1;
      chunk += rowOf(next.value, number);
      if (chunk.length >= CHUNK) {
        yield chunk;
        chunk = '';
      }
    }
    const filter = isList
      ? `<autoFilter ref="A1:${columnName(headers.length - 1)}${number}"/>`
      : '';
    yield `${chunk}</sheetData>${filter}</worksheet>`;
  } finally {
    await source.return?.();
  }
}

/** `A`, `Z`, `AA`. */
export function columnName(index: number): string {
  const rest = Math.floor(index / 26) - 1;
  const last = String.fromCharCode(65 + (index % 26));
  return rest < 0 ? last : columnName(rest) + last;
}

function colsOf(
  headers: readonly string[],
  sample: readonly (readonly Cell[])[],
  isList: boolean,
): string {
  const cols = headers.map((header, i) => {
    // The button of the filter needs room beside the header.
    const least = Math.max(NARROWEST, header.length + (isList ? 4 : 2));
    const widest = sample.reduce(
      (width, row) => Math.max(width, shownLength(row[i]) + 2),
      least,
    );
    const width = Math.min(widest, WIDEST);
    return `<col min="${i + 1}" max="${
      i + 1
    }" width="${width}" customWidth="1"/>`;
  });
  return `<cols>${cols.join('')}</cols>`;
}

function shownLength(cell: Cell = null): number {
  if (cell !== null && typeof cell === 'object') {
    return 'at' in cell ? 19 : 10;
  }
  return textOf(cell).length;
}

function rowOf(
  cells: readonly Cell[],
  number: number,
  style: number = styles.text,
): string {
  const written = cells.map((cell, i) =>
    cellOf(cell, columnName(i) + number, style),
  );
  return `<row r="${number}">${written.join('')}</row>`;
}

function cellOf(cell: Cell, place: string, style: number): string {
  if (cell === null || cell === '') {
    return '';
  }
  if (typeof cell === 'number') {
    return `<c r="${place}"><v>${cell}</v></c>`;
  }
  if (typeof cell === 'object') {
    const day = dayNumber(textOf(cell));
    if (day !== null) {
      const shown = 'at' in cell ? styles.instant : styles.day;
      return `<c r="${place}" s="${shown}"><v>${day}</v></c>`;
    }
  }
  return `<c r="${place}" s="${style}" t="inlineStr"><is><t xml:space="preserve">${xmlText(
    textOf(cell),
  )}</t></is></c>`;
}

/** A time as Excel counts it, in UTC; null of one that it cannot tell. */
function dayNumber(iso: string): number | null {
  const day = Date.parse(iso) / DAY_MS + EPOCH_DAY;
  return day >= FIRST_SURE_DAY ? day : null;
}
