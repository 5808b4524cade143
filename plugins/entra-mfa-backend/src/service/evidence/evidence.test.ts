import type { EvidenceCheckpoint } from '@entra-mfa/backstage-plugin-entra-mfa-common';
import {
  evidenceTypes,
  fingerprintOf,
  leafOf,
  openBundleFile,
  openCheckpoint,
  snapshotStatementSchema,
  verifyBundle,
  verifyConsistency,
  verifyInclusion,
  type EvidenceType,
} from '@entra-mfa/evidence';
import { generateKeyPairSync } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import type { Knex } from 'knex';
import { objectId, reportRow } from '../../__testUtils__/rows';
import { silentLogger } from '../../__testUtils__/silentLogger';
import { startTestApi, type TestApi } from '../../__testUtils__/startTestApi';
import { TestDatabases } from '../../__testUtils__/TestDatabases';
import { createSyncedTenant, tenantId } from '../../__testUtils__/testTenant';
import type { TestSync } from '../../__testUtils__/TestSync';
import { globalAdministrator } from '../../assess/roles/privilegedRoles';
import type { CheckpointOutlets } from '../../evidence/CheckpointOutlets';
import { EvidenceLogs } from '../../evidence/EvidenceLogs';
import { readSigner } from '../../evidence/readSigner';

jest.setTimeout(60_000);

const databases = TestDatabases.create();
const bytes = (base64: string) => Buffer.from(base64, 'base64');

describe.each(databases.eachSupportedId())('evidence on %s', databaseId => {
  let knex: Knex;
  let sync: TestSync;
  let api: TestApi;
  let directory: string;

  beforeEach(async () => {
    sync = await createSyncedTenant(databases, databaseId);
    knex = sync.knex;
    directory = mkdtempSync(join(tmpdir(), 'evidence-'));
    const { privateKey } = generateKeyPairSync('ed25519');
    writeFileSync(
      join(directory, 'key.pem'),
      privateKey.export({ format: 'pem', type: 'pkcs8' }),
    );
    const keyFile = join(directory, 'key.pem');
    api = await startTestApi(sync, {
      evidence: { keyFile, name: 'portal.example.com' },
    });
  });
  afterEach(async () => {
    await api.stop();
    rmSync(directory, { recursive: true });
  });

  const read = async (path: string) => {
    const { status, body } = await api.get(path);
    expect([path, status, body.error?.message]).toEqual([path, 200, undefined]);
    return body;
  };
  const evidence = () => read('/evidence');
  const itemOf = async (type: EvidenceType) => {
    const { items } = await evidence();
    return items.find((item: { type: string }) => item.type === type);
  };
  const leafAt = (leaf: number, size?: number) =>
    read(`/evidence/leaves/${leaf}${size ? `?size=${size}` : ''}`);
  const isIncluded = (leaf: {
    leaf: number;
    content: object;
    checkpoint: EvidenceCheckpoint;
    proof: string[];
  }) =>
    verifyInclusion({
      leaf: leafOf(fingerprintOf(leaf.content)),
      index: leaf.leaf,
      size: leaf.checkpoint.size,
      root: bytes(leaf.checkpoint.root),
      proof: leaf.proof.map(bytes),
    });
  /** Person 2 registers, or loses what they had. */
  const letPerson2 = async (isRegistered: boolean) => {
    const pages = sync.source.pages as Record<string, { id: string }[][]>;
    const row = reportRow(2, isRegistered);
    pages.registrations = pages.registrations.map(page =>
      page.map(one => (one.id === row.id ? row : one)),
    );
    await sync.run();
  };

  it('has the figures that the portal shows, each by its schema', async () => {
    sync.source.pages['role-assignments'] = [
      [1, 2].map(number => ({
        id: `assignment-${number}`,
        principalId: objectId(number),
        roleDefinitionId: globalAdministrator,
      })),
    ];
    await sync.run();
    const { items } = await evidence();
    expect(items.map((item: { type: string }) => item.type)).toEqual(
      // What comes with the tests of controls has its own test.
      [
        ...['policies', 'privileged-summary', 'registration-summary'],
        ...['strength-and-methods', 'sync-record', 'user-inventory-summary'],
      ],
    );
    const bodies: Record<string, any> = {};
    for (const { type, leaf, fingerprint } of items) {
      const { content, ...told } = await leafAt(leaf);
      expect(told).toMatchObject({ kind: 'item', fingerprint });
      expect(content).toMatchObject({ type, tenant: tenantId });
      bodies[type] = evidenceTypes[type as EvidenceType].body.parse(
        content.body,
      );
    }
    const { counts, privileged } = await read('/overview');
    expect(bodies['registration-summary']).toMatchObject({
      covered: counts.coverage.covered,
      uncovered: counts.coverage.uncovered,
      unknown: counts.states.unknown,
      inScope: counts.inScope,
    });
    expect(bodies['user-inventory-summary']).toMatchObject({
      directory: counts.people,
      states: counts.states,
    });
    expect(bodies['privileged-summary']).toEqual({
      people: 2,
      covered: 1,
      uncovered: 1,
      tiers: privileged.tiers,
      noTier: privileged.noTier,
    });
    expect(bodies['strength-and-methods'].tiers).toEqual(counts.tiers);
    expect(bodies['sync-record'].dataSets).toMatchObject({ users: 1 });
  });

  it('stores the same finding once, and says since when it holds', async () => {
    const first = await itemOf('registration-summary');
    const before = await evidence();
    await sync.run();
    const after = await evidence();
    // An unchanged tenant adds the leaf of the snapshot alone.
    expect(after.checkpoint.size).toBe(before.checkpoint.size + 1);
    expect(await itemOf('registration-summary')).toEqual({
      ...first,
      snapshots: first.snapshots + 1,
    });
    await letPerson2(true);
    const other = await itemOf('registration-summary');
    expect(other.fingerprint).not.toBe(first.fingerprint);
    expect(other.snapshots).toBe(1);
    expect(other.since).toBe(sync.now.toISOString());
    await letPerson2(false);
    const again = await itemOf('registration-summary');
    expect([again.fingerprint, again.leaf]).toEqual([
      first.fingerprint,
      first.leaf,
    ]);
    expect(again.since).toBe(sync.now.toISOString());
    const then = await read(`/evidence?at=${first.since}`);
    expect(then.items).toContainEqual({ ...first, snapshots: 1 });
  });

  it('proves every leaf, in the newest state and in its own', async () => {
    await letPerson2(true);
    await sync.run();
    const { checkpoint } = await evidence();
    const kinds = new Set<string>();
    for (let leaf = 0; leaf < checkpoint.size; leaf += 1) {
      const told = await leafAt(leaf);
      kinds.add(told.kind);
      expect(told.checkpoint).toEqual(checkpoint);
      expect([leaf, isIncluded(told)]).toEqual([leaf, true]);
      expect(fingerprintOf(told.content)).toBe(told.fingerprint);
    }
    expect(kinds).toEqual(new Set(['item', 'snapshot']));
    const statement = await leafAt(checkpoint.size - 1);
    expect(snapshotStatementSchema.parse(statement.content)).toMatchObject({
      tenant: tenantId,
      snapshot: checkpoint.snapshot,
      at: checkpoint.at,
      items: {
        'registration-summary': (await itemOf('registration-summary'))
          .fingerprint,
      },
    });
    await api.get(`/evidence/leaves/${checkpoint.size}`).expect(404);
    await api.get('/evidence/leaves/0?size=999').expect(404);
    await api.get('/evidence/leaves/-1').expect(400);
  });

  it('proves that it only grew, and nothing of one that was rewritten', async () => {
    const first: EvidenceCheckpoint = (await evidence()).checkpoint;
    await letPerson2(true);
    await sync.run();
    const { from, to, proof } = await read(
      `/evidence/consistency?from=${first.size}`,
    );
    expect(from).toEqual(first);
    expect(to).toEqual((await evidence()).checkpoint);
    const isConsistent = (root: string) =>
      verifyConsistency({
        size1: from.size,
        size2: to.size,
        root1: bytes(root),
        root2: bytes(to.root),
        proof: proof.map(bytes),
      });
    expect(isConsistent(first.root)).toBe(true);
    expect(isConsistent(to.root)).toBe(false);
    await api
      .get(`/evidence/consistency?from=${to.size}&to=${first.size}`)
      .expect(400);
    await api.get('/evidence/consistency?from=999').expect(404);
  });

  it('does not prove what somebody changed in the database', async () => {
    const { leaf } = await itemOf('registration-summary');
    const of = { tenant_id: tenantId, leaf };
    const { content } = await knex('evidence_item').where(of).first();
    await knex('evidence_item')
      .where(of)
      .update({ content: content.replace('"covered":', '"covered":9') });
    expect(isIncluded(await leafAt(leaf))).toBe(false);
    const { checkpoint } = await evidence();
    await knex('snapshot')
      .where({ tenant_id: tenantId, snapshot: checkpoint.snapshot })
      .update({ rules_version: 'another' });
    expect(await leafAt(checkpoint.size - 1)).toMatchObject({
      kind: 'snapshot',
      content: null,
    });
  });

  it('leaves as a bundle that holds, of any day, with the same bytes again', async () => {
    const first = sync.now.toISOString();
    // Nobody has signed yet: whoever asks for a bundle has it signed.
    await letPerson2(true);
    const { key, checkpoint } = await evidence();
    const file = async (path: string) => {
      const { status, body, headers } = await api
        .get(`/evidence/${path}`)
        .buffer()
        .parse((response, done) => {
          const parts: Buffer[] = [];
          response.on('data', part => parts.push(part));
          response.on('end', () => done(null, Buffer.concat(parts)));
        });
      expect([path, status]).toEqual([path, 200]);
      return { body: body as Buffer, headers };
    };
    const download = async (query: string) => {
      const { body, headers } = await file(`bundle.zip${query}`);
      const path = join(directory, 'bundle.zip');
      writeFileSync(path, body);
      const bundle = await openBundleFile(path);
      const checks = await verifyBundle(bundle, key);
      const text = async (name: string) => {
        const stream = Readable.from(bundle.read(name), { objectMode: false });
        return (await buffer(stream)).toString('utf8');
      };
      const report = await text('report.html');
      const { names } = bundle;
      const people = (await text('people.ndjson')).trim().split('\n');
      const statement = JSON.parse(await text('snapshot.json'));
      bundle.close();
      expect(checks.filter(({ holds }) => holds !== true)).toEqual([]);
      const name = headers['content-disposition'];
      return { body, statement, people, name, names, report };
    };
    const then = await download(`?at=${first}`);
    expect(then.statement.snapshot).toBe(checkpoint.snapshot - 1);
    const now = await download('');
    expect(now.statement.snapshot).toBe(checkpoint.snapshot);
    expect(now.people).toHaveLength(11);
    expect(now.name).toMatch(/mfa-evidence_contoso_.*_pseudonymous\.zip"/);
    expect(now.people.join()).not.toMatch(/Person|contoso|HYPERLINK/);
    expect(now.names).toEqual(
      expect.arrayContaining(['report.pdf', 'rules/rules.md']),
    );
    expect(now.names).not.toContain('rules/settings.json');
    const named = await download('?names=true');
    expect(named.names).toContain('rules/settings.json');
    expect(named.report).toBe(now.report);
    expect(named.people.join()).toContain('"displayName":"Person 2"');
    await sync.run();
    expect((await download(`?at=${first}`)).body.equals(then.body)).toBe(true);
    await api.get('/evidence/bundle.zip?at=2020-01-01').expect(404);
    // The report of its own is the one of the bundle, with the figures of that day.
    const html = await file(`report.html?at=${first}`);
    expect(String(html.body)).toBe(then.report);
    expect(then.report).toContain(fingerprintOf(then.statement));
    expect(then.report).not.toBe(now.report);
    const pdf = await file('report.pdf');
    expect(pdf.body.subarray(0, 5).toString()).toBe('%PDF-');
    expect(pdf.headers).toMatchObject({
      'content-type': 'application/pdf',
      'content-disposition': expect.stringMatching(
        /attachment; filename="mfa-report_contoso_.*\.pdf"/,
      ),
    });
    await api.get('/evidence/report.csv').expect(400);
    await api.get('/evidence/report.pdf?at=2020-01-01').expect(404);
  });

  it('signs the newest state with the key of the configuration', async () => {
    const { origin, key, checkpoint } = await evidence();
    expect(origin).toBe(`portal.example.com/entra-mfa/${tenantId}`);
    expect(key).toMatch(/^portal\.example\.com\+/);
    expect(checkpoint.note).toBeNull();
    const signer = await readSigner({
      name: 'portal.example.com',
      keyFile: join(directory, 'key.pem'),
    });
    const logs = { name: signer!.name, knex, logger: silentLogger };
    await new EvidenceLogs({ ...logs, signer: null }).sign(tenantId);
    expect((await evidence()).checkpoint.note).toBeNull();
    const handedOn: object[] = [];
    const outlets = {
      send: async (one: object) => handedOn.push(one),
    } as unknown as CheckpointOutlets;
    const signing = new EvidenceLogs({ ...logs, signer, outlets });
    await signing.sign(tenantId);
    const { note } = (await evidence()).checkpoint;
    expect(openCheckpoint(note, key)).toEqual({
      origin,
      size: checkpoint.size,
      root: bytes(checkpoint.root),
    });
    await signing.sign(tenantId);
    expect((await evidence()).checkpoint.note).toBe(note);
    expect(handedOn).toEqual([{ tenantId, size: checkpoint.size, note }]);
    const failing = { ...signer!, sign: () => Promise.reject(new Error('no')) };
    await sync.run();
    await new EvidenceLogs({ ...logs, signer: failing }).sign(tenantId);
    expect((await evidence()).checkpoint.note).toBeNull();
  });
});

describe('the key that signs', () => {
  const directory = mkdtempSync(join(tmpdir(), 'evidence-key-'));
  afterAll(() => rmSync(directory, { recursive: true }));
  const rsa = generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey;

  it.each([
    ['is missing', null, 'can be read (ENOENT)'],
    ['is something else', 'canary-7f3a', 'private key of Ed25519'],
    [
      'is of another kind',
      rsa.export({ format: 'pem', type: 'pkcs8' }),
      'private key of Ed25519',
    ],
  ])('is refused where its file %s', async (_what, text, message) => {
    const keyFile = join(directory, text === null ? 'none' : 'key');
    if (text !== null) writeFileSync(keyFile, text);
    const refused = readSigner({ name: 'portal', keyFile });
    await expect(refused).rejects.toThrow(message);
    await expect(refused).rejects.toThrow('entraMfa.evidence.keyFile');
    await expect(refused).rejects.not.toThrow('canary');
  });
});
