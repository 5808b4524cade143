import type { Person } from 'backstage-plugin-entra-mfa-common';
import { parse } from 'csv-parse/sync';
import express from 'express';
import request from 'supertest';
import { sendCsv } from './sendCsv';

const person: Person = {
  tenant: 'tenant',
  id: 'id',
  displayName: 'Zoë',
  userPrincipalName: 'zoe@contoso.example',
  entityRef: null,
  state: 'covered',
  reason: 'registered',
  scopeClass: null,
  registered: true,
  capable: null,
  tier: 'phone',
  methods: ['mobilePhone'],
  marks: [],
  privileged: null,
  teams: [],
  since: '2026-11-21T09:00:00.000Z',
  createdAt: null,
};

async function csvOf(displayName: string): Promise<string> {
  const app = express();
  app.get('/', async (_, response) => {
    async function* people() {
      yield { pseudonym: null, person: { ...person, displayName } };
    }
    await sendCsv(response, { keyId: null, people: people() });
  });
  const { text } = await request(app).get('/');
  return text;
}

it('begins with a byte order mark, so that Excel reads every name', async () => {
  const text = await csvOf('Zoë');
  expect(text.startsWith('\uFEFFName,')).toBe(true);
  expect(text).toContain('\nZoë,');
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
