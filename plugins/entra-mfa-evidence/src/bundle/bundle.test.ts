import { spawnSync } from 'node:child_process';
import { createHash, generateKeyPairSync, sign } from 'node:crypto';
import {
  createWriteStream,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { ZipFile } from 'yazl';
import { bundleFiles, openBundleFile, oscalNamespace, verifyBundle } from '.';
import { canonicalJson, fingerprintOf } from '../canonicalJson';
import {
  evidenceItem,
  leafOf,
  type EvidenceItem,
  type SnapshotStatement,
} from '../items';
import { addLeaves, proveInclusion, readNodeOfTiles, rootOf } from '../merkle';
import {
  formatCheckpoint,
  formatVerifierKey,
  signCheckpoint,
  timestampRequest,
  type Signer,
} from '../signatures';
import type { BundleContent, BundlePerson } from './types';
import type { BundleReader } from './BundleChecks';

jest.setTimeout(60_000);

type Files = Map<string, Buffer>;

const tenant = '0a1b2c3d-0000-4000-8000-000000000001';
const command = resolve(__dirname, '../../bin/entra-mfa-evidence.cjs');

function makeSigner(): Signer & { line: string } {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519');
  const name = 'portal.example.com';
  return {
    name,
    publicKey,
    sign: async bytes => sign(null, bytes, privateKey),
    line: formatVerifierKey(name, publicKey),
  };
}

const signer = makeSigner();

/** Three covered people, of whom one is privileged, two who are not, a guest, and one of whom no row is known. */
const everybody: BundlePerson[] = [
  ...['covered', 'covered', 'covered', 'uncovered', 'uncovered'].map(
    (state, place) => ({
      state,
      reason: state === 'covered' ? 'registered' : 'not-registered',
      tier: state === 'covered' ? 'app-or-token' : 'none',
      privileged: place === 0 || place === 4,
    }),
  ),
  { state: 'out-of-scope', reason: 'guest', tier: 'phone', privileged: true },
  { state: 'unknown', reason: 'no-row', tier: null, privileged: false },
].map((person, place) => ({
  id: `pseudonym-${place}`,
  scopeClass: person.state === 'out-of-scope' ? 'guest' : null,
  registered: person.state === 'covered',
  capable: null,
  methods: [],
  ...person,
}));

const judged = { tenant, rulesVersion: 'rules-1' };
const items = [
  evidenceItem('registration-summary', judged, {
    basis: 'registered',
    targetPermille: 950,
    inScope: 6,
    covered: 3,
    uncovered: 2,
    unknown: 1,
    exempt: 0,
    bases: {
      registered: { covered: 3, uncovered: 2 },
      capable: { covered: 0, uncovered: 5 },
    },
    registeredNotCapable: 0,
  }),
  evidenceItem('user-inventory-summary', judged, {
    directory: 7,
    states: {
      covered: 3,
      uncovered: 2,
      unknown: 1,
      exempt: 0,
      'out-of-scope': 1,
    },
    reasons: [
      { state: 'covered', reason: 'registered', count: 3 },
      { state: 'uncovered', reason: 'not-registered', count: 2 },
      { state: 'out-of-scope', reason: 'guest', count: 1 },
      { state: 'unknown', reason: 'no-row', count: 1 },
    ],
    leftOut: [{ scopeClass: 'guest', count: 1 }],
    catalogUsersNotInEntra: 0,
    peopleNotInCatalog: 0,
    rowsWithoutPerson: 0,
  }),
  evidenceItem('strength-and-methods', judged, {
    tiers: { none: 2, phone: 0, 'app-or-token': 3 },
    noTier: 1,
    phoneOnly: 0,
    methods: [],
  }),
  evidenceItem('privileged-summary', judged, {
    people: 2,
    covered: 1,
    uncovered: 1,
    tiers: { none: 1, 'app-or-token': 1 },
    noTier: 0,
  }),
  evidenceItem('control-tests', judged, {
    tests: {
      coverage: ranWith('not-met'),
      sync: ranWith('met'),
      'break-glass': ranWith('not-met'),
    },
  }),
  toMend({}),
  evidenceItem('control-status', judged, {
    controls: {
      'mfa/MFA-01': { status: 'not-met', tests: ['coverage'] },
      'mfa/MFA-03': { status: 'disabled', tests: ['sync'] },
      'mfa/MFA-10': { status: 'met', tests: ['sync'] },
    },
  }),
];

function ranWith(outcome: 'met' | 'not-met') {
  const figures = { count: 1, of: 2, targetPermille: 950, short: 1 };
  return { outcome, reason: null, days: null, ...figures };
}

/** Gaps of both who are uncovered, and of the one who is not known. */
function toMend(
  other: Record<string, { open: number; openByAge: Record<string, number> }>,
) {
  const gap = (open: number) => ({
    ...{ opened: 1, closed: { fixed: 2 }, open, openByAge: { week: open } },
    timeToFix: { medianSeconds: 86_400, p90Seconds: 172_800 },
  });
  const gaps = { uncovered: gap(3), 'break-glass': gap(1) };
  return evidenceItem('remediation', judged, {
    gaps: {
      ...gaps,
      ...Object.fromEntries(
        Object.entries(other).map(([kind, one]) => [
          kind,
          { ...gap(0), ...one },
        ]),
      ),
    },
  });
}

/** As an auditor's tools read it, as far as it is checked. */
function oscalOf(
  findings: Record<string, [status: string, state: string]>,
  outcomes: Record<string, string>,
) {
  const props = (values: Record<string, string>) =>
    Object.entries(values).map(([name, value]) => ({
      name,
      ns: oscalNamespace,
      value,
    }));
  return {
    'assessment-results': {
      results: [
        {
          observations: Object.entries(outcomes).map(([test, outcome]) => ({
            props: props({ test, outcome }),
          })),
          findings: Object.entries(findings).map(
            ([control, [status, state]]) => ({
              props: props({ control, status }),
              target: { status: { state } },
            }),
          ),
        },
      ],
    },
  };
}
const outcomes = {
  coverage: 'not-met',
  sync: 'met',
  'break-glass': 'not-met',
};
const findings: Record<string, [string, string]> = {
  'mfa/MFA-01': ['not-met', 'not-satisfied'],
  'mfa/MFA-10': ['met', 'satisfied'],
};
const settingsText = '{"basis":"registered"}';
const oscalPath = 'oscal/assessment-results.json';
const statement: Omit<SnapshotStatement, 'items'> = {
  type: 'snapshot',
  version: 1,
  tenant,
  snapshot: 12,
  at: '2026-11-30T08:00:00.000Z',
  readAt: '2026-11-30T07:59:00.000Z',
  reportRefreshedAt: null,
  rulesVersion: 'rules-1',
  settings: fingerprintOf(settingsText),
  dataSets: { users: { version: 3, readAt: '2026-11-30T07:59:00.000Z' } },
};

/** A log of many others, with these somewhere in it. */
async function contentOf(
  by: Signer | null,
  timestamps: BundleContent['timestamps'] = null,
  found: EvidenceItem[] = items,
): Promise<BundleContent> {
  const stated = {
    ...statement,
    items: Object.fromEntries(
      found.map(item => [item.type, fingerprintOf(item)]),
    ),
  };
  const told = [...found, stated].map(fingerprintOf);
  const leaves = Array.from({ length: 15 }, (_, place) =>
    leafOf(told[place - 5] ?? fingerprintOf(place)),
  );
  const tiles = new Map<string, Uint8Array>();
  for (const tile of await addLeaves(0, leaves, async () => null)) {
    tiles.set(`${tile.level}/${tile.index}`, tile.hashes);
  }
  const read = readNodeOfTiles(
    async (level, index) => tiles.get(`${level}/${index}`) ?? null,
  );
  const size = leaves.length;
  const more = {
    'report.html': '<p>3 of 5</p>',
    'report.pdf': '%PDF-1.3 3 of 5',
    'rules/settings.json': settingsText,
    [oscalPath]: JSON.stringify(oscalOf(findings, outcomes)),
  };
  const at = async (leaf: number) => ({
    leaf,
    size,
    proof: await proveInclusion(leaf, size, read),
  });
  const state = {
    origin: `portal.example.com/entra-mfa/${tenant}`,
    size,
    root: await rootOf(size, read),
  };
  return {
    statement: stated,
    statementAt: await at(5 + found.length),
    items: await Promise.all(
      found.map(async (item, place) => ({ item, at: await at(5 + place) })),
    ),
    checkpoint: by ? await signCheckpoint(state, by) : formatCheckpoint(state),
    people: (async function* inTwo() {
      yield everybody.slice(0, 3);
      yield everybody.slice(3);
    })(),
    named: false,
    pseudonymKey: '1a2b3c4d',
    more: Object.entries(more).map(([name, text]) => ({
      name,
      content: Buffer.from(text),
    })),
    signer: by,
    timestamps,
  };
}

async function filesOf(content: BundleContent): Promise<Files> {
  const files: Files = new Map();
  for await (const { name, content: bytes } of bundleFiles(content)) {
    const parts: Uint8Array[] = [];
    if (bytes instanceof Uint8Array) {
      parts.push(bytes);
    } else {
      for await (const part of bytes) parts.push(part);
    }
    files.set(name, Buffer.concat(parts));
  }
  return files;
}

const readerOf = (files: Files): BundleReader => ({
  names: [...files.keys()],
  async *read(name) {
    yield files.get(name)!;
  },
});

const brokenOf = async (files: Files, key = signer.line) =>
  (await verifyBundle(readerOf(files), key))
    .filter(({ holds }) => holds === false)
    .map(({ what }) => what);

/** Puts other files into a bundle with sums that fit, as somebody would who has no key. */
function forged(files: Files, changes: Record<string, Buffer | null>): Files {
  const result: Files = new Map(files);
  for (const [name, bytes] of Object.entries(changes)) {
    if (bytes) result.set(name, bytes);
    else result.delete(name);
  }
  const manifest = JSON.parse(String(result.get('manifest.json')));
  manifest.files = Object.fromEntries(
    [...result]
      .filter(([name]) => !name.startsWith('manifest.'))
      .map(([name, bytes]) => [
        name,
        createHash('sha256').update(bytes).digest('hex'),
      ]),
  );
  result.set('manifest.json', Buffer.from(canonicalJson(manifest)));
  return result;
}

type Tampered = [
  what: string,
  tamper: (of: Files) => Files,
  check: string,
  too: 'by the shell too' | null,
];

const json = (files: Files, name: string) =>
  JSON.parse(String(files.get(name)));
const bytesOf = (value: unknown) => Buffer.from(canonicalJson(value));

/** A time stamp authority of openssl. */
class Stamps {
  readonly #folder = mkdtempSync(join(tmpdir(), 'stamps-'));
  readonly certificate = join(this.#folder, 'tsa.pem');

  constructor() {
    this.#write('serial', '01\n');
    this.#write(
      'tsa.cnf',
      [
        '[req]\ndistinguished_name = name\n[name]',
        '[stamps]\nextendedKeyUsage = critical,timeStamping',
        '[tsa]\ndefault_tsa = one\n[one]\nserial = serial',
        'signer_cert = tsa.pem\nsigner_key = tsa.key',
        'signer_digest = sha256\ndefault_policy = 1.2.3.4\ndigests = sha256\n',
      ].join('\n'),
    );
    this.#openssl(
      ...['req', '-x509', '-newkey', 'ec', '-pkeyopt'],
      ...['ec_paramgen_curve:prime256v1', '-nodes', '-subj', '/CN=Stamps'],
      ...['-config', 'tsa.cnf', '-extensions', 'stamps'],
      ...['-keyout', 'tsa.key', '-out', 'tsa.pem'],
    );
  }

  readonly stamp = async (bytes: Uint8Array): Promise<Uint8Array> => {
    this.#write('asked.tsq', timestampRequest(bytes));
    this.#openssl(
      ...['ts', '-reply', '-config', 'tsa.cnf', '-queryfile', 'asked.tsq'],
      ...['-out', 'reply.tsr'],
    );
    return readFileSync(join(this.#folder, 'reply.tsr'));
  };

  remove() {
    rmSync(this.#folder, { recursive: true });
  }

  #write(name: string, content: string | Uint8Array) {
    writeFileSync(join(this.#folder, name), content);
  }

  #openssl(...options: string[]) {
    const { status, stderr } = spawnSync('openssl', options, {
      cwd: this.#folder,
      encoding: 'utf8',
    });
    if (status !== 0) throw new Error(stderr);
  }
}

describe('a bundle', () => {
  const folder = mkdtempSync(join(tmpdir(), 'bundle-'));
  let files: Files;
  let unsigned: Files;

  beforeAll(async () => {
    files = await filesOf(await contentOf(signer));
    unsigned = await filesOf(await contentOf(null));
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  function unpack(name: string, of: Files) {
    for (const [file, bytes] of of) {
      const path = join(folder, name, file);
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(path, bytes);
    }
  }

  /** By `verify.sh`, in a shell of its own. */
  function inShell(name: string, of: Files, ...keys: string[]) {
    unpack(name, of);
    const { status, stdout, stderr } = spawnSync(
      'sh',
      [join(folder, name, 'verify.sh'), ...keys],
      { encoding: 'utf8' },
    );
    return { status, stdout, stderr };
  }

  it('holds, and has the same bytes again', async () => {
    const checks = await verifyBundle(readerOf(files), signer.line);
    expect(checks.filter(({ holds }) => holds !== true)).toEqual([]);
    expect(checks.map(({ what }) => what)).toEqual([
      'the files are those of the manifest',
      'the manifest is signed by the key',
      'the checkpoint of the log is signed by the key',
      'snapshot.json is in the log',
      ...items
        .map(({ type }) => `evidence/${type}.json is in the log`)
        // As canonical JSON orders them.
        .sort(),
      'the snapshot is that of the manifest, and names these files',
      'what OSCAL says of controls is what was found',
      'the settings are those that the snapshot names',
      'the figures are those of a recount of everybody',
    ]);
    expect(String(files.get('README.txt'))).toMatch(/^report\.pdf +/m);
    expect(await filesOf(await contentOf(signer))).toEqual(files);
  });

  it('may call stale in OSCAL whatever it was, and then not satisfied', async () => {
    const stale = (state: string) =>
      forged(unsigned, {
        [oscalPath]: bytesOf(
          oscalOf({ ...findings, 'mfa/MFA-10': ['stale', state] }, outcomes),
        ),
      });
    const fails = async (of: Files) =>
      (await verifyBundle(readerOf(of))).filter(({ holds }) => holds === false);
    expect(await fails(stale('not-satisfied'))).toEqual([]);
    expect(inShell('stale', stale('not-satisfied')).status).toBe(3);
    expect(await fails(stale('satisfied'))).toHaveLength(1);
  });

  it('says what could not be checked without the key', async () => {
    for (const one of [files, unsigned]) {
      const checks = await verifyBundle(readerOf(one));
      expect(checks.filter(({ holds }) => holds === false)).toEqual([]);
      expect(checks.filter(({ holds }) => holds === null)).toHaveLength(2);
    }
    expect(await brokenOf(unsigned)).toEqual([
      'the manifest is signed by the key',
      'the checkpoint of the log is signed by the key',
      ...['snapshot.json is in the log'],
      'the snapshot is that of the manifest, and names these files',
      'what OSCAL says of controls is what was found',
      'the settings are those that the snapshot names',
      'the figures are those of a recount of everybody',
    ]);
    await expect(verifyBundle(readerOf(files), 'no key')).rejects.toThrow(
      TypeError,
    );
  });

  it('is refused with any byte of any file changed', async () => {
    for (const [name, bytes] of files) {
      // Each byte of the small ones, and some of the others.
      const step = Math.max(1, Math.floor(bytes.length / 15));
      for (let place = 0; place < bytes.length; place += step) {
        const changed = Buffer.from(bytes);
        changed[place] ^= 1;
        const broken = await brokenOf(new Map(files).set(name, changed));
        expect([name, place, broken.length > 0]).toEqual([name, place, true]);
      }
    }
  });

  it.each<Tampered>([
    [
      'a file that was removed',
      of => new Map([...of].filter(([name]) => name !== 'people.ndjson')),
      'the files are those of the manifest',
      null,
    ],
    [
      'a file that was added',
      of => new Map(of).set('evidence/more.json', Buffer.from('{}')),
      'the files are those of the manifest',
      null,
    ],
    [
      'two files that changed places',
      of =>
        new Map(of)
          .set('evidence/registration-summary.json', of.get('snapshot.json')!)
          .set('snapshot.json', of.get('evidence/registration-summary.json')!),
      'snapshot.json is in the log',
      null,
    ],
    [
      'another figure, with sums that fit',
      of => {
        const name = 'evidence/registration-summary.json';
        const item = json(of, name);
        item.body.covered = 4;
        return forged(of, { [name]: bytesOf(item) });
      },
      'evidence/registration-summary.json is in the log',
      'by the shell too',
    ],
    [
      'an item of another tenant',
      of => {
        const name = 'evidence/strength-and-methods.json';
        return forged(of, {
          [name]: bytesOf({ ...json(of, name), tenant: 'another' }),
        });
      },
      'evidence/strength-and-methods.json is in the log',
      null,
    ],
    [
      'people who were left out',
      of => {
        const lines = String(of.get('people.ndjson')).split('\n');
        const text = lines.filter((_, place) => place !== 3).join('\n');
        return forged(of, { 'people.ndjson': Buffer.from(text) });
      },
      'the figures are those of a recount of everybody',
      null,
    ],
    [
      'somebody who is told as covered',
      of => {
        const text = String(of.get('people.ndjson')).replace(
          '"state":"uncovered"',
          '"state":"covered"',
        );
        return forged(of, { 'people.ndjson': Buffer.from(text) });
      },
      'the figures are those of a recount of everybody',
      'by the shell too',
    ],
    [
      'somebody who is told as not privileged',
      of => {
        const text = String(of.get('people.ndjson')).replace(
          '"privileged":true',
          '"privileged":false',
        );
        return forged(of, { 'people.ndjson': Buffer.from(text) });
      },
      'the figures are those of a recount of everybody',
      null,
    ],
    [
      'evidence that was taken away, with sums that fit',
      of =>
        forged(of, {
          'evidence/privileged-summary.json': null,
          'log/inclusion/privileged-summary.json': null,
        }),
      'evidence/privileged-summary.json is in the log',
      null,
    ],
    [
      'a proof of another place',
      of => {
        const name = 'log/inclusion/snapshot.json';
        return forged(of, {
          [name]: bytesOf({ ...json(of, name), leaf: 5 }),
        });
      },
      'snapshot.json is in the log',
      null,
    ],
    [
      'a log that was cut short',
      of => {
        const [origin, , ...rest] = String(of.get('log/checkpoint')).split(
          '\n',
        );
        const cut = Buffer.from([origin, '9', ...rest].join('\n'));
        return forged(of, { 'log/checkpoint': cut });
      },
      'the checkpoint of the log is signed by the key',
      null,
    ],
    ...(
      [
        [
          'a control that OSCAL calls satisfied',
          oscalOf(
            { ...findings, 'mfa/MFA-01': ['not-met', 'satisfied'] },
            outcomes,
          ),
        ],
        [
          'a control that OSCAL calls met',
          oscalOf(
            { ...findings, 'mfa/MFA-01': ['met', 'satisfied'] },
            outcomes,
          ),
        ],
        [
          'a control that OSCAL leaves out',
          oscalOf({ 'mfa/MFA-10': ['met', 'satisfied'] }, outcomes),
        ],
        [
          'a control in OSCAL that does not apply',
          oscalOf(
            { ...findings, 'mfa/MFA-03': ['met', 'satisfied'] },
            outcomes,
          ),
        ],
        [
          'a test that OSCAL calls met',
          oscalOf(findings, { ...outcomes, coverage: 'met' }),
        ],
        ['OSCAL of nothing', { 'assessment-results': { results: [] } }],
      ] as const
    ).map(
      ([what, document], place): Tampered => [
        what,
        of => forged(of, { [oscalPath]: bytesOf(document) }),
        'what OSCAL says of controls is what was found',
        place === 0 ? 'by the shell too' : null,
      ],
    ),
    [
      'a report of other figures',
      of => new Map(of).set('report.html', Buffer.from('<p>5 of 5</p>')),
      'the files are those of the manifest',
      null,
    ],
    [
      'other settings, with sums that fit',
      of =>
        forged(of, {
          'rules/settings.json': Buffer.from('{"basis":"capable"}'),
        }),
      'the settings are those that the snapshot names',
      null,
    ],
    [
      'a manifest of another day',
      of => {
        const manifest = { ...json(of, 'manifest.json'), at: '2026-12-01' };
        return new Map(of).set('manifest.json', bytesOf(manifest));
      },
      'the snapshot is that of the manifest, and names these files',
      null,
    ],
  ])('is refused with %s', async (what, tamper, check, too) => {
    const tampered = tamper(files);
    expect(await brokenOf(tampered)).toContain(check);
    if (!too) {
      return;
    }
    const { status, stdout } = inShell(what, tampered, signer.line);
    expect(stdout).toContain(`DOES NOT     ${check}`);
    expect(status).toBe(1);
  });

  it.each([
    ['with fewer gaps than people who are uncovered', 'uncovered', 1, 1],
    ['with more than there can be', 'uncovered', 4, 4],
    ['whose ages do not add up', 'uncovered', 3, 2],
    ['whose missed register has none', 'break-glass', 0, 0],
  ])('that was signed %s is refused', async (what, kind, open, week) => {
    const wrong = toMend({ [kind]: { open, openByAge: { week } } });
    const found = items.map(item => (item.type === wrong.type ? wrong : item));
    const of = await filesOf(await contentOf(signer, null, found));
    const check = 'the figures are those of a recount of everybody';
    expect(await brokenOf(of)).toEqual([check]);
    const { status, stdout } = inShell(what, of, signer.line);
    expect(stdout).toContain(`DOES NOT     ${check}`);
    expect(status).toBe(1);
  });

  it('whose checkpoint and manifest another key signed is refused', async () => {
    const other = await filesOf(await contentOf(makeSigner()));
    const broken = await brokenOf(other);
    expect(broken).toEqual(
      expect.arrayContaining([
        'the manifest is signed by the key',
        'the checkpoint of the log is signed by the key',
      ]),
    );
    const { status, stdout } = inShell('other key', other, signer.line);
    expect(status).toBe(1);
    expect(stdout.match(/DOES NOT/g)).toHaveLength(2);
  });

  it('holds by the shell alone, with the key and without', () => {
    const whole = inShell('whole', files, signer.line);
    expect([whole.stderr, whole.status]).toEqual(['', 0]);
    expect(whole.stdout.match(/^holds /gm)).toHaveLength(14);
    expect(whole.stdout).toContain('Everything holds.');
    const without = inShell('whole', files);
    expect([without.stderr, without.status]).toEqual(['', 3]);
    expect(without.stdout.match(/^NOT CHECKED/gm)).toHaveLength(2);
    const wrong = inShell('whole', files, 'no+key');
    expect(wrong.status).toBe(2);
    expect(wrong.stderr).toContain('This is no public key of a log');
  });

  it('is checked by the command, as a file and as a folder', async () => {
    const zip = new ZipFile();
    for (const [name, bytes] of files) zip.addBuffer(bytes, name);
    zip.end();
    const path = join(folder, 'bundle.zip');
    await pipeline(zip.outputStream, createWriteStream(path));
    const verify = (...options: string[]) =>
      spawnSync(process.execPath, [command, ...options], { encoding: 'utf8' });
    const ofFile = verify('verify', path, '--key', signer.line);
    expect([ofFile.stderr, ofFile.status]).toEqual(['', 0]);
    expect(ofFile.stdout).toContain('Everything holds.');
    unpack('folder', files);
    writeFileSync(join(folder, 'folder', 'snapshot.json'), '{}');
    expect(verify('verify', join(folder, 'folder')).status).toBe(1);
    const refused = verify('verify', join(folder, 'folder', 'snapshot.json'));
    expect(refused.status).toBe(2);
    expect(refused.stderr).toContain('cannot be read as a bundle');
  });

  describe('with a time stamp', () => {
    const stamps = new Stamps();
    let stamped: Files;
    const stampedFiles = (stamp: Stamps['stamp'] | (() => Promise<null>)) =>
      contentOf(signer, { authority: 'https://stamps.example', stamp }).then(
        filesOf,
      );
    beforeAll(async () => {
      stamped = await stampedFiles(stamps.stamp);
    });
    afterAll(() => stamps.remove());

    it('holds, with the certificate of the authority by the shell', async () => {
      expect(await brokenOf(stamped)).toEqual([]);
      const { status, stdout, stderr } = inShell(
        'stamped',
        stamped,
        signer.line,
        stamps.certificate,
      );
      expect([stderr, status]).toEqual(['', 0]);
      expect(stdout).toMatch(/^holds .*saw the manifest, .*, signed by it$/m);
      const { 'timestamp.tsr': _, ...rest } = Object.fromEntries(stamped);
      // But for the stamp, the same bytes.
      expect(Object.fromEntries(await stampedFiles(async () => null))).toEqual(
        rest,
      );
    });

    it('is refused with another one, or by another authority', async () => {
      const other = await stamps.stamp(Buffer.from('another manifest'));
      const swapped = new Map(stamped).set('timestamp.tsr', Buffer.from(other));
      const what = 'a time stamp authority saw the manifest';
      expect(await brokenOf(swapped)).toEqual([what]);
      expect(inShell('swapped', swapped, signer.line)).toMatchObject({
        status: 1,
        stdout: expect.stringContaining(`DOES NOT     ${what}`),
      });
      const others = new Stamps();
      const { status, stdout } = inShell(
        'stamped',
        stamped,
        signer.line,
        others.certificate,
      );
      others.remove();
      expect([status, stdout]).toEqual([1, expect.stringContaining(what)]);
    });

    it('says that the authority gave none', async () => {
      const without = await stampedFiles(async () => null);
      const checks = await verifyBundle(readerOf(without), signer.line);
      expect(checks.filter(({ holds }) => holds !== true)).toEqual([
        expect.objectContaining({
          holds: null,
          what: 'a time stamp authority saw the manifest',
        }),
      ]);
      const { status, stdout } = inShell('none', without, signer.line);
      expect(status).toBe(3);
      expect(stdout).toMatch(/^NOT CHECKED .*gave no time stamp/m);
      expect(String(without.get('README.txt'))).toContain(
        'https://stamps.example',
      );
    });
  });

  it('opens a file of two entries of one name as what it is', async () => {
    const zip = new ZipFile();
    for (const [name, bytes] of files) zip.addBuffer(bytes, name);
    zip.addBuffer(Buffer.from('{}'), 'snapshot.json');
    zip.end();
    const path = join(folder, 'twice.zip');
    await pipeline(zip.outputStream, createWriteStream(path));
    expect(readFileSync(path).length).toBeGreaterThan(1_000);
    const opened = await openBundleFile(path);
    const checks = await verifyBundle(opened, signer.line);
    opened.close();
    expect(checks[0]).toMatchObject({ holds: false });
  });
});
