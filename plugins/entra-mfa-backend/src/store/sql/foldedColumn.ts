import { foldText } from './foldText';

/** Diacritics on their own, and the letters of Europe. */
const ranges: readonly [first: number, last: number][] = [
  [0xc0, 0x17f],
  [0x300, 0x345],
  [0x370, 0x45f],
];

const folded = ranges
  .flatMap(([first, last]) =>
    Array.from({ length: last - first + 1 }, (_, index) =>
      String.fromCharCode(first + index),
    ),
  )
  .map(letter => [letter, foldText(letter)])
  .filter(([letter, plain]) => letter !== plain);

/**
 * A column of few rows as `foldText` tells it, in SQL: no second copy of what people wrote has to be kept, and
 * found when it is erased. `lower` alone knows ASCII on SQLite, and what its locale says on PostgreSQL.
 */
export function foldedColumn(column: string): string {
  return folded.reduce(
    (sql, [letter, plain]) => `replace(${sql}, '${letter}', '${plain}')`,
    `lower(${column})`,
  );
}
