import type { EntraMfaKeyService } from '@entra-mfa/backstage-plugin-entra-mfa-node';
import { compactDecrypt } from 'jose';
import type { Knex } from 'knex';
import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inspect } from 'node:util';
import { TestDatabases } from '../__testUtils__/TestDatabases';
import { textsOf } from '../__testUtils__/textsOf';
import { explain } from '../graph/explain';
import type { SealedSecretRow } from '../store/sql/tables';
import { FileKey } from './FileKey';
import { readFileKeys } from './readFileKeys';
import { Safe } from './Safe';

jest.setTimeout(60_000);

const databases = TestDatabases.create();
const secret = 'canary-of-a-refresh-token';
const place = { tenantId: 'tenant-1', purpose: 'reader' };
const otherTenant = { ...place, tenantId: 'tenant-2' };
const otherPurpose = { ...place, purpose: 'request/1' };
const now = new Date('2026-11-30T08:00:00Z');

const newKey = () => new FileKey(randomBytes(32));

it('opens what RFC 7516 publishes (A.3)', async () => {
  const { plaintext } = await compactDecrypt(
    'eyJhbGciOiJBMTI4S1ciLCJlbmMiOiJBMTI4Q0JDLUhTMjU2In0.6KB707dM9YTIgHtLvtgWQ8mKwboJW3of9locizkDTHzBC2IlrT1oOQ.AxY8DCtDaGlsbGljb3RoZQ.KDlTtXchhZTGufMYmOYGS4HffxPSUrfmqCHXaI9wOGY.U0m_YmjN04DJvceFICbCVQ',
    Buffer.from('GawgguFyGrWKav7AX4VKUg', 'base64url'),
  );
  expect(Buffer.from(plaintext).toString()).toBe('Live long and prosper.');
});

describe.each(databases.eachSupportedId())('the safe on %s', id => {
  let knex: Knex;
  let told: string[];
  beforeAll(async () => {
    knex = await databases.init(id);
  });
  beforeEach(async () => {
    told = [];
    await knex('sealed_secret').delete();
  });

  const open = (...[key, ...others]: EntraMfaKeyService[]) =>
    new Safe({
      keys: [key, ...others],
      knex,
      clock: { now: () => now },
      logger: {
        info: text => told.push(text),
        warn: text => told.push(text),
      },
    });
  const rows = () =>
    knex<SealedSecretRow>('sealed_secret').orderBy(['tenant_id', 'purpose']);
  const problemOf = async (reading: Promise<unknown>) => {
    const error = await reading.then(
      () => null,
      reason => reason,
    );
    expect(inspect(error, { depth: null })).not.toContain(secret);
    const context = { tenantId: 'tenant-1', clientId: 'app', collector: null };
    return error && [error.reason, explain(error, context).problem.code];
  };

  it('keeps, replaces and lets go; nothing of it can be read in the table', async () => {
    const safe = open(newKey());
    expect(await safe.read(place)).toBeNull();
    await safe.keep(place, secret);
    await safe.keep(otherTenant, 'another');
    expect(await safe.read(place)).toBe(secret);
    const [first] = await rows();
    const texts = (await textsOf(knex, place.tenantId)).join('\n');
    expect(texts).toContain(first.sealed);
    for (const form of ['utf8', 'base64url', 'hex'] as const) {
      expect(texts).not.toContain(
        Buffer.from(secret).toString(form).slice(0, -2),
      );
    }
    await safe.keep(place, `${secret} again`);
    expect(await safe.read(place)).toBe(`${secret} again`);
    const [second] = await rows();
    expect(second.wrapped_key).not.toBe(first.wrapped_key);
    const opened = await safe.open(place);
    await safe.forget(place);
    // A replica that has not heard of it keeps nothing any more.
    await opened?.replace(secret);
    expect(await safe.read(place)).toBeNull();
    const [one, two] = [
      await safe.open(otherTenant),
      await safe.open(otherTenant),
    ];
    await one?.replace('changed');
    // Nor in the place of what somebody else has kept meanwhile.
    await two?.replace('too late');
    expect(await safe.read(otherTenant)).toBe('changed');
  });

  it.each([
    ['another tenant', otherTenant],
    ['another purpose', otherPurpose],
  ])('does not open in the place of %s', async (_, elsewhere) => {
    const safe = open(newKey());
    await safe.keep(place, secret);
    const [row] = await rows();
    const moved = {
      ...row,
      tenant_id: elsewhere.tenantId,
      purpose: elsewhere.purpose,
    };
    await knex('sealed_secret').insert(moved);
    expect(await problemOf(safe.read(elsewhere))).toEqual([
      'broken',
      'sealed-secret',
    ]);
    // Neither does what is sealed, beside a key that is of that place.
    await safe.keep(elsewhere, 'its own');
    await knex('sealed_secret')
      .where({ tenant_id: elsewhere.tenantId, purpose: elsewhere.purpose })
      .update({ sealed: row.sealed });
    expect(await problemOf(safe.read(elsewhere))).toEqual([
      'broken',
      'sealed-secret',
    ]);
    expect(await safe.read(place)).toBe(secret);
  });

  it('is a problem of the one that was changed, and of no other', async () => {
    const safe = open(newKey());
    await safe.keep(place, secret);
    await safe.keep(otherTenant, 'another');
    const [{ sealed }] = await rows();
    const jwe = JSON.parse(sealed);
    const last = Buffer.from(jwe.ciphertext, 'base64url');
    last[last.length - 1] ^= 1;
    for (const changed of [
      { ...jwe, ciphertext: last.toString('base64url') },
      {
        ...jwe,
        protected: Buffer.from('{"alg":"none"}').toString('base64url'),
      },
      {},
    ]) {
      await knex('sealed_secret')
        .where({ tenant_id: place.tenantId })
        .update({ sealed: JSON.stringify(changed) });
      expect(await problemOf(safe.read(place))).toEqual([
        'broken',
        'sealed-secret',
      ]);
    }
    expect(await safe.read(otherTenant)).toBe('another');
  });

  it('goes over to another key, after which the earlier one can go', async () => {
    const [first, second, third] = [newKey(), newKey(), newKey()];
    await open(first).keep(place, secret);
    await open(third).keep(otherTenant, 'lost');
    expect(await problemOf(open(second).read(place))).toEqual([
      'no-key',
      'sealed-secret',
    ]);
    expect(await open(second, first).read(place)).toBe(secret);
    const [before] = await rows();
    await open(second, first).rewrap();
    const [after, lost] = await rows();
    expect([after.key_id, lost.key_id]).toEqual([second.id, third.id]);
    expect(after.sealed).toBe(before.sealed);
    expect(told).toEqual([
      expect.stringContaining('tenant-2 could not be wrapped'),
      expect.stringContaining('wraps 1 sealed secrets'),
    ]);
    expect(await open(second).read(place)).toBe(secret);
    expect(await problemOf(open(first).read(place))).toEqual([
      'no-key',
      'sealed-secret',
    ]);
    told = [];
    await open(second, third).rewrap();
    await open(second, third).rewrap();
    expect(told).toEqual([expect.stringContaining('wraps 1 sealed secrets')]);
  });

  it('has a key service wrap, which knows for whom, and takes over what a file has', async () => {
    const own = newKey();
    const asked: string[] = [];
    let away = false;
    const service: EntraMfaKeyService = {
      id: 'kms:one',
      async wrap(key, { tenantId, purpose }) {
        asked.push(`wrap ${tenantId} ${purpose} ${key.length}`);
        return own.wrap(key, { tenantId, purpose });
      },
      async unwrap(wrapped, sealed) {
        if (away) {
          throw new Error(secret);
        }
        return own.unwrap(wrapped, sealed);
      },
    };
    const file = newKey();
    await open(file).keep(place, secret);
    await open(service, file).rewrap();
    const safe = open(service);
    expect(await safe.read(place)).toBe(secret);
    expect(asked).toEqual(['wrap tenant-1 reader 32']);
    away = true;
    expect(await problemOf(safe.read(place))).toEqual([
      'key-service',
      'key-service',
    ]);
  });
});

describe('the key of a file', () => {
  let folder: string;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'entra-mfa-keys-'));
  });
  afterAll(() => rmSync(folder, { recursive: true }));
  const file = (text: string) => {
    const path = join(folder, 'key');
    writeFileSync(path, text);
    return path;
  };

  it('is told from others by no part of it, and shows it nowhere', async () => {
    const bytes = randomBytes(32);
    const forms = [
      `${bytes.toString('hex')}\n`,
      bytes.toString('hex').toUpperCase(),
      `${bytes.toString('base64')}\r\n`,
      bytes.toString('base64url'),
    ];
    for (const form of forms) {
      const [key] = await readFileKeys({
        keyFile: file(form),
        previousKeyFile: null,
      });
      expect(key.id).toBe(new FileKey(bytes).id);
      const shown = inspect(key, { depth: null, showHidden: true });
      expect(shown).not.toContain(bytes.toString('hex').slice(0, 12));
      expect(bytes.toString('hex')).not.toContain(key.id.slice(5, 13));
    }
    expect(await readFileKeys(null)).toEqual([]);
  });

  it.each([
    ['', 'should be a file with 32 random bytes'],
    [randomBytes(31).toString('hex'), 'should be a file with 32 random bytes'],
    [randomBytes(33).toString('base64'), 'should be a file with 32 random'],
    ['a password that somebody has thought of', 'openssl rand -hex 32'],
  ])('stops the start where it holds %j', async (text, should) => {
    const keyFile = file(randomBytes(32).toString('hex'));
    const previousKeyFile = join(folder, 'previous');
    writeFileSync(previousKeyFile, text);
    const reading = readFileKeys({ keyFile, previousKeyFile });
    await expect(reading).rejects.toThrow('entraMfa.connect.previousKeyFile');
    await expect(reading).rejects.toThrow(should);
    await expect(reading).rejects.not.toThrow(text || 'never');
  });

  it('stops the start where it is missing', async () => {
    const keyFile = join(folder, 'nowhere');
    await expect(
      readFileKeys({ keyFile, previousKeyFile: null }),
    ).rejects.toThrow(
      'entraMfa.connect.keyFile: should be a file that can be read (ENOENT)',
    );
  });
});
