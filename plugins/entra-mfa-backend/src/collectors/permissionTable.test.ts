import { readFileSync } from 'fs';
import { resolve } from 'path';
import { collectors, permissionTable } from '.';

/** Prettier pads the cells and draws the line under the head. */
function cells(table: string): string[][] {
  return table
    .trim()
    .split('\n')
    .filter(line => !/^[|\s-]+$/.test(line))
    .map(line => line.split('|').map(cell => cell.trim()));
}

describe('docs/permissions.md', () => {
  it('says of each permission what the collectors say', () => {
    const page = readFileSync(
      resolve(__dirname, '../../../../docs/permissions.md'),
      'utf8',
    );
    const [, printed] =
      page.match(/<!-- printed from[^>]*-->([\s\S]*?)<!-- end -->/) ?? [];

    expect(cells(printed)).toEqual(cells(permissionTable(collectors)));
  });
});
