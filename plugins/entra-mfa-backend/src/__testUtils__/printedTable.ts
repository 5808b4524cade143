import { readFileSync, writeFileSync } from 'fs';
import { resolve } from 'path';

/**
 * A table that stands in a page of `docs/`, between `<!-- printed from … -->` and `<!-- end -->`, and the one
 * that the code prints. `yarn tables` writes it into the page.
 */
export function printedTable(page: string, from: string, table: string) {
  const path = resolve(__dirname, '../../../../docs', page);
  const text = readFileSync(path, 'utf8');
  const place = new RegExp(
    `(<!-- printed from ${from};[^>]*-->)([\\s\\S]*?)(<!-- end -->)`,
  );
  const [, , printed] = place.exec(text) ?? [];
  if (printed === undefined) {
    throw new Error(
      `docs/${page} has no place for what is printed from ${from}`,
    );
  }
  if (process.env.ENTRA_MFA_TABLES) {
    writeFileSync(
      path,
      text.replace(
        place,
        (_, head, __, end) => `${head}\n\n${table}\n\n${end}`,
      ),
    );
    return { inPage: cells(table), inCode: cells(table) };
  }
  return { inPage: cells(printed), inCode: cells(table) };
}

/** Prettier pads the cells and draws the line under the head. */
function cells(table: string): string[][] {
  return table
    .trim()
    .split('\n')
    .filter(line => !/^[|\s-]+$/.test(line))
    .map(line => line.split('|').map(cell => cell.trim()));
}
