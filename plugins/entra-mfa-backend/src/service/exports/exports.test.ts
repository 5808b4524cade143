import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { TestDatabases } from '../../__testUtils__/TestDatabases';
import {
  startTestApi,
  type Caller,
  type TestApi,
} from '../../__testUtils__/startTestApi';
import { createTestTenant } from '../../__testUtils__/testTenant';
import type { TestSync } from '../../__testUtils__/TestSync';
import { Pseudonyms } from './Pseudonyms';
import { readPseudonyms } from './readPseudonyms';

jest.setTimeout(60_000);

const databases = TestDatabases.create();
const directory = mkdtempSync(join(tmpdir(), 'entra-mfa-keys-'));

afterAll(() => rmSync(directory, { recursive: true }));

function keyFile(name: string, content: string): string {
  const file = join(directory, name);
  writeFileSync(file, content);
  return file;
}

const anyKey = fc
  .uint8Array({ minLength: 32, maxLength: 64 })
  .map(bytes => Buffer.from(bytes));

describe('pseudonyms', () => {
  it('are the same for the same person and key, and others for others', () => {
    fc.assert(
      fc.property(
        fc.tuple(anyKey, anyKey).filter(([a, b]) => !a.equals(b)),
        fc.tuple(fc.uuid(), fc.uuid(), fc.uuid()),
        ([key, other], [tenant, id, otherId]) => {
          const pseudonyms = new Pseudonyms(key);
          const pseudonym = pseudonyms.of(tenant, id);
          expect(pseudonym).toMatch(/^[0-9a-f]{64}$/);
          expect(new Pseudonyms(Buffer.from(key)).of(tenant, id)).toBe(
            pseudonym,
          );
          expect(pseudonyms.of(tenant, id.toUpperCase())).toBe(pseudonym);
          fc.pre(id !== otherId && tenant !== otherId);
          expect(pseudonyms.of(tenant, otherId)).not.toBe(pseudonym);
          expect(pseudonyms.of(otherId, id)).not.toBe(pseudonym);
          expect(new Pseudonyms(other).of(tenant, id)).not.toBe(pseudonym);
          expect(pseudonyms.keyId).toMatch(/^[0-9a-f]{8}$/);
        },
      ),
    );
  });

  it('have a key without the end of its line', async () => {
    const key = 'k'.repeat(32);
    const read = async (content: string) =>
      readPseudonyms({ pseudonymKeyFile: keyFile('ends', content) });
    const { keyId } = new Pseudonyms(Buffer.from(key));
    expect((await read(key)).keyId).toBe(keyId);
    expect((await read(`${key}\r\n`)).keyId).toBe(keyId);
  });

  it.each([
    ['no file is configured', null, /entraMfa\.exports\.pseudonymKeyFile/],
    ['there is no such file', join(directory, 'missing'), /ENOENT.*openssl/],
    ['it is a folder', directory, /EISDIR/],
    [
      'it is short',
      keyFile('short', 'secret-31-bytes-long-xxxxxxxxxx\n'),
      /32/,
    ],
  ])('say what to do when %s', async (_, file, message) => {
    const failure = readPseudonyms({ pseudonymKeyFile: file });
    await expect(failure).rejects.toMatchObject({
      name: 'ServiceUnavailableError',
      message: expect.stringMatching(message),
    });
    await expect(failure).rejects.not.toMatchObject({
      message: expect.stringContaining('secret-31'),
    });
  });
});

describe.each(databases.eachSupportedId())('exports on %s', databaseId => {
  let sync: TestSync;
  let api: TestApi;

  beforeAll(async () => {
    sync = await createTestTenant(await databases.init(databaseId));
    await sync.run();
    api = await startTestApi(sync);
  });

  afterAll(() => api?.stop());

  async function rowsOf(from: TestApi, caller: Caller, query = '') {
    const { text, status } = await from.get(`/people.csv?${query}`, caller);
    expect(status).toBe(200);
    const rows: Record<string, string>[] = parse(text, {
      bom: true,
      columns: true,
    });
    return { text, rows };
  }

  it('name nobody, in no order that could tell', async () => {
    const { text, rows } = await rowsOf(api, 'security');
    expect(rows).toHaveLength(11);
    expect(Object.keys(rows[0])).toEqual([
      'Pseudonym',
      'Key of the pseudonyms',
      'Entra tenant id',
      'State',
      'Reason',
      'Not counted as',
      'Not counted by rule',
      'Registered',
      'Capable',
      'Strength',
      'Methods',
      'Marks',
      'Phone ends',
      'Privileged',
      'Teams',
      'In this state since',
      'Tenant',
      'As of',
      'Snapshot',
      'Read at',
      'Rules version',
      'Filter',
      'Stale',
    ]);
    for (const { id, displayName, userPrincipalName, entityRef } of (
      await api.get('/people')
    ).body.items) {
      for (const name of [id, displayName, userPrincipalName, entityRef]) {
        expect(name === null || !text.includes(name)).toBe(true);
      }
    }
    const pseudonyms = rows.map(row => row.Pseudonym);
    expect(pseudonyms).toEqual([...pseudonyms].sort());
    expect(new Set(pseudonyms).size).toBe(11);
    const other = await rowsOf(api, 'security', '&sort=tier');
    expect(other.rows).toEqual(rows);
  });

  it('have the same people as the one with names, filtered alike', async () => {
    const query = '&team=group:default/payments&state=covered,uncovered';
    const { rows } = await rowsOf(api, 'security', query);
    const named = await rowsOf(api, 'security', `${query}&names=true`);
    const told = (all: Record<string, string>[]) =>
      all.map(row => [row.State, row.Teams, row.Methods].join()).sort();
    expect(told(rows)).toEqual(told(named.rows));
    expect(named.rows.map(row => row['User principal name'])).toContain(
      'person1@contoso.com',
    );
    const lead = await rowsOf(api, 'lead');
    expect(lead.rows).toHaveLength(5);
  });

  it('can be compared by the same key, and not by another one', async () => {
    const { rows } = await rowsOf(api, 'security');
    const again = await rowsOf(api, 'security');
    expect(again.rows).toEqual(rows);
    const file = keyFile(`other-${databaseId}`, 'o'.repeat(40));
    const elsewhere = await startTestApi(sync, {
      exports: { pseudonymKeyFile: file },
      smallTeams: { hideBelow: 4 },
    });
    try {
      const other = await rowsOf(elsewhere, 'security');
      const key = 'Key of the pseudonyms';
      expect(other.rows[0][key]).not.toBe(rows[0][key]);
      const known = new Set(rows.map(row => row.Pseudonym));
      expect(other.rows.some(row => known.has(row.Pseudonym))).toBe(false);
      // Checkout, with Payments' own two, has three; Field has three: both are small here.
      expect(other.text).toContain('(small team)');
      expect(other.text).not.toContain('FIELD');
    } finally {
      await elsewhere.stop();
    }
  });

  it('with names need their own permission', async () => {
    const { status, body } = await api.get('/people.csv?names=true', 'lead');
    expect(status).toBe(403);
    expect(body.error.message).toContain('entra-mfa.people.export');
  });

  it('without a key say how to make one', async () => {
    const without = await startTestApi(sync, { exports: {} });
    try {
      const { status, body } = await without.get('/people.csv');
      expect(status).toBe(503);
      expect(body.error.message).toContain('openssl rand -hex 32');
      await rowsOf(without, 'security', '&names=true');
    } finally {
      await without.stop();
    }
  });
});
