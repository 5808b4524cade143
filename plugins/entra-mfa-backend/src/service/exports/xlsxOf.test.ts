import { buffer } from 'node:stream/consumers';
import { readWorkbook } from '../../__testUtils__/readWorkbook';
import type { Cell } from './Cell';
import { columnName } from './xlsx/sheetOf';
import { xlsxOf } from './xlsxOf';

async function* each(rows: Cell[][]) {
  yield* rows;
}

const written = (
  headers: string[],
  rows: Cell[][],
  options: { about?: Record<string, Cell>; mostRows?: number } = {},
) =>
  buffer(
    xlsxOf(
      {
        title: 'People',
        headers,
        rows: each(rows),
        isEmpty: rows.length === 0,
        about: options.about ?? {},
      },
      options.mostRows,
    ),
  );

it('has typed cells, so that a reader can sort and count', async () => {
  const [list] = await readWorkbook(
    await written(
      ['Name', 'Count', 'Change', 'Since', 'Ends', 'Not known'],
      [
        [
          'Zoë & "Ada" <x>',
          12,
          -0.5,
          { at: '2026-11-21T09:30:15.250Z' },
          { on: '2027-02-28' },
          null,
        ],
      ],
    ),
  );
  expect(list.name).toBe('People');
  expect(list.rows).toEqual([
    ['Name', 'Count', 'Change', 'Since', 'Ends', 'Not known'],
    [
      'Zoë & "Ada" <x>',
      12,
      -0.5,
      new Date('2026-11-21T09:30:15.250Z'),
      new Date('2027-02-28T00:00:00Z'),
      null,
    ],
  ]);
});

it.each([
  '=HYPERLINK("http://evil.example")',
  '+1',
  '-1+cmd|calc',
  '@SUM(A1)',
  '\t=1',
  '\r=1',
  '007',
  '2026-11-21',
  '_x003D_1',
  ' space ',
  'line\nline',
  '\u{1f600}',
])('keeps %j a text, word for word', async text => {
  const file = await written(['Name'], [[text]]);
  const [{ rows, cells }] = await readWorkbook(file);
  expect(rows[1]).toEqual([text]);
  expect([...(cells?.values() ?? [])].map(({ formula }) => formula)).toEqual(
    [...(cells?.values() ?? [])].map(() => undefined),
  );
});

it('can be opened whatever is in it', async () => {
  const file = await written(
    ['Name'],
    [['a\u0000b\u0008c\uffff'], ['\ud800x'], ['x'.repeat(40_000)]],
  );
  const [{ rows }] = await readWorkbook(file);
  expect(rows[1]).toEqual(['a\ufffdb\ufffdc\ufffd']);
  expect(rows[2]).toEqual(['\ufffdx']);
  expect(rows[3]).toEqual(['x'.repeat(32_767)]);
});

it('is read with its header in sight, filtered, in columns of the width of what is in them', async () => {
  const long = 'a long name of somebody';
  const [list, about] = await readWorkbook(
    await written(
      ['Name', 'A header of its own'],
      [
        [long, 1],
        ['x'.repeat(900), 2],
      ],
    ),
  );
  expect(list.freezePane).toMatchObject({ rows: 1 });
  expect(list.autoFilter?.range).toBe('A1:B3');
  expect(list.columns?.map(({ width }) => width)).toEqual([60, 23]);
  expect(about.freezePane).toBeUndefined();
});

it('says in a sheet of its own what it is of', async () => {
  const [, about] = await readWorkbook(
    await written(['Name'], [['Ada'], ['Zoë']], {
      about: {
        Tenant: '=Contoso',
        'As of': { on: '2026-11-21' },
        Snapshot: 12,
        Filter: 'none',
      },
    }),
  );
  expect(about.name).toBe('About');
  expect(about.rows.map(row => row.slice(0, 2))).toEqual([
    ['About this file', null],
    ['List', 'People'],
    ['Tenant', '=Contoso'],
    ['As of', new Date('2026-11-21T00:00:00Z')],
    ['Snapshot', 12],
    ['Filter', 'none'],
    ['Times', 'UTC'],
    ['Rows', 2],
  ]);
});

it('without rows is a header alone, and says so', async () => {
  const [list, about] = await readWorkbook(await written(['Name'], []));
  expect(list.rows).toEqual([['Name']]);
  expect(about.rows.at(-1)).toEqual(['Rows', 0]);
});

it('ends where a sheet of Excel does, and says that there is more', async () => {
  const rows = Array.from({ length: 250 }, (_, i): Cell[] => [i]);
  const [list, about] = await readWorkbook(
    await written(['Number'], rows, { mostRows: 200 }),
  );
  expect(list.rows).toHaveLength(201);
  expect(list.rows.at(-1)).toEqual([199]);
  expect(about.rows.at(-1)).toEqual([
    'Not complete',
    expect.stringMatching(/200 rows and there are more: save the list as CSV/),
  ]);
  const [whole, complete] = await readWorkbook(
    await written(['Number'], rows, { mostRows: 250 }),
  );
  expect(whole.rows).toHaveLength(251);
  expect(complete.rows.at(-1)).toEqual(['Rows', 250]);
});

it.each([
  [0, 'A'],
  [25, 'Z'],
  [26, 'AA'],
  [701, 'ZZ'],
  [702, 'AAA'],
])('calls column %d %s', (index, name) => {
  expect(columnName(index)).toBe(name);
});
