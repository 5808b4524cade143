import { parse } from 'csv-parse/sync';
import express from 'express';
import request from 'supertest';
import { sendCsv } from './sendCsv';

async function csvOf(name: string): Promise<string> {
  const app = express();
  app.get('/', async (_, response) => {
    async function* rows() {
      yield { name };
    }
    await sendCsv<{ name: string }>(response, {
      name: 'people.csv',
      columns: { Name: row => row.name, Length: row => `${row.name.length}` },
      rows: rows(),
    });
  });
  const { text } = await request(app).get('/');
  return text;
}

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
