import { parse } from 'csv-parse/sync';
import express from 'express';
import request from 'supertest';
import type { Cell } from './Cell';
import { sendFile } from './sendFile';

async function send(names: string[], about: Record<string, Cell> = {}) {
  const app = express();
  let sent: number | undefined;
  app.get('/', async (_, response) => {
    async function* rows() {
      yield* names.map(name => ({ name }));
    }
    sent = await sendFile<{ name: string }>(
      response,
      {
        name: 'mfa-people_contoso',
        title: 'People',
        columns: { Name: row => row.name, Length: row => row.name.length },
        about,
        rows: rows(),
      },
      'csv',
    );
  });
  return { ...(await request(app).get('/')), sent };
}

const csvOf = async (name: string) => (await send([name])).text;

it('begins with a byte order mark, so that Excel reads every name', async () => {
  const text = await csvOf('Zoë');
  expect(text.startsWith('\uFEFFName,')).toBe(true);
  expect(text).toContain('\nZoë,3');
});

it.each([
  '=1',
  '+1',
  '-1',
  '@a',
  '\t1',
  '\r1',
  '\n1',
  '＝1',
  '＋1',
  '－1',
  '＠a',
])('disarms %j', async name => {
  const [row]: Record<string, string>[] = parse(await csvOf(name), {
    bom: true,
    columns: true,
  });
  expect(row.Name).toBe(`'${name}`);
});

it.each([
  ['Ops;=1+1', "Ops;'=1+1"],
  ['Ops; @a; +b', "Ops; '@a; '+b"],
  ['Ops;"-1"', `Ops;"'-1"`],
  ['Ops\t=1', "Ops\t'=1"],
  ['Ops\n=1', "Ops\n'=1"],
  ['\t=1', "'\t'=1"],
  ['Ops; Web - all=1', 'Ops; Web - all=1'],
])(
  'disarms in %j what a list separator would split off',
  async (name, told) => {
    const [row]: Record<string, string>[] = parse(await csvOf(name), {
      bom: true,
      columns: true,
    });
    expect(row.Name).toBe(told);
  },
);

const about = { Tenant: '=Contoso', Filter: 'q=a, "b"; team=x', Stale: 'yes' };

it('says what it is of on every row, after the other columns', async () => {
  const { text, sent } = await send(['Ada', 'Zoë'], about);
  expect(sent).toBe(2);
  const rows: string[][] = parse(text, { bom: true });
  const told = ["'=Contoso", 'q=a, "b"; team=x', 'yes'];
  expect(rows).toEqual([
    ['Name', 'Length', 'Tenant', 'Filter', 'Stale'],
    ['Ada', '3', ...told],
    ['Zoë', '3', ...told],
  ]);
});

it('says what it is of without a row, and has none that could be counted', async () => {
  const { text, sent } = await send([], about);
  expect(sent).toBe(0);
  const rows: string[][] = parse(text, { bom: true });
  expect(rows).toEqual([
    [
      'Name',
      'Length',
      'Tenant',
      'Filter',
      'Stale',
      'No rows. Tenant: =Contoso; Filter: q=a, "b"; team=x; Stale: yes',
    ],
  ]);
});

it('gives its name to pages of another origin, too', async () => {
  const { headers } = await send(['Ada']);
  expect(headers['content-disposition']).toBe(
    'attachment; filename="mfa-people_contoso.csv"',
  );
  expect(headers['access-control-expose-headers']).toBe('Content-Disposition');
});
