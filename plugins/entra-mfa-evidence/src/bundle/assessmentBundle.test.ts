import { spawnSync } from 'node:child_process';
import { createHash, generateKeyPairSync, sign } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { canonicalJson, fingerprintOf } from '../canonicalJson';
import { evidenceItem, leafOf, type SnapshotStatement } from '../items';
import { addLeaves, proveInclusion, readNodeOfTiles, rootOf } from '../merkle';
import {
  formatCheckpoint,
  formatVerifierKey,
  signCheckpoint,
  type Signer,
} from '../signatures';
import { assessmentBundleFiles, controlFileOf } from './assessmentBundleFiles';
import type { AssessmentStatement } from './assessmentSchemas';
import { oscalNamespace } from './differenceOfOscal';
import type { AssessmentBundleContent } from './types';
import { verifyBundle } from './verifyBundle';

jest.setTimeout(60_000);

type Files = Map<string, Buffer>;

const tenant = '0a1b2c3d-0000-4000-8000-000000000001';
const { privateKey, publicKey } = generateKeyPairSync('ed25519');
const signer: Signer = {
  name: 'portal.example.com',
  publicKey,
  sign: async bytes => sign(null, bytes, privateKey),
};
const line = formatVerifierKey(signer.name, publicKey);

const judged = { tenant, rulesVersion: 'rules-1' };
const statusIs = (status: 'met' | 'not-met') =>
  evidenceItem('control-status', judged, {
    controls: {
      'mfa/MFA-01': { status, tests: ['coverage'] },
      'nist-800-53-r5/IA-2(1)': { status: 'not-met', tests: ['coverage'] },
      'mfa/MFA-03': { status: 'disabled', tests: ['sync'] },
    },
  });
const [notMet, met] = [statusIs('not-met'), statusIs('met')];
const policies = evidenceItem('policies', judged, {
  securityDefaults: false,
  policies: null,
});
const items = [notMet, policies, met];

const snapshotOf = (
  snapshot: number,
  held: readonly (typeof items)[number][],
): SnapshotStatement => ({
  type: 'snapshot',
  version: 1,
  tenant,
  snapshot,
  at: `2026-11-${20 + snapshot}T08:00:00.000Z`,
  readAt: null,
  reportRefreshedAt: null,
  rulesVersion: 'rules-1',
  settings: fingerprintOf('settings'),
  dataSets: {},
  items: Object.fromEntries(held.map(one => [one.type, fingerprintOf(one)])),
});
const snapshots = [
  snapshotOf(1, [notMet, policies]),
  snapshotOf(3, [met, policies]),
];

type Control = AssessmentStatement['result']['controls'][number];
const control = (
  key: string,
  strip: Control['strip'],
  worst: Control['worst'],
  days: Partial<Control['days']>,
): Control => ({
  control: key,
  days: {
    ...{ met: 0, notMet: 0, notEvaluated: 0 },
    ...{ stale: 0, noData: 0, disabled: 0 },
    ...days,
  },
  worst,
  strip,
});
const from = '2026-11-20';
const to = '2026-11-23';
const result = {
  ...{ tenant, from, to, days: 4, computedAt: '2026-11-24T09:00:00.000Z' },
  snapshots: { first: 1, last: 3, lastAt: '2026-11-23T08:00:00.000Z' },
  controls: [
    control(
      'mfa/MFA-01',
      ['no-data', 'not-met', 'not-met', 'met'],
      { status: 'not-met', first: '2026-11-21', last: '2026-11-22' },
      { noData: 1, notMet: 2, met: 1 },
    ),
    control(
      'nist-800-53-r5/IA-2(1)',
      ['no-data', 'not-met', 'not-met', 'not-met'],
      { status: 'not-met', first: '2026-11-21', last: to },
      { noData: 1, notMet: 3 },
    ),
    control(
      'mfa/MFA-03',
      ['disabled', 'disabled', 'disabled', 'disabled'],
      { status: 'disabled', first: from, last: to },
      { disabled: 4 },
    ),
  ],
  lost: { people: 1, medianHours: 30.5 },
};

const step = (
  number: number,
  kind: AssessmentStatement['steps'][number]['kind'],
  by: string,
) => ({
  ...{ step: number, kind, by: `user:default/${by}`, note: null },
  ...{ at: '2026-11-24T09:00:00.000Z', supersededBy: null },
});
const statement: AssessmentStatement = {
  ...{ type: 'assessment', version: 1, tenant, number: 2, from, to },
  title: 'November 2026 – „müde“',
  state: 'approved',
  ...{ supersedes: null, supersededBy: null },
  controls: result.controls.map(one => one.control),
  steps: [
    step(1, 'drafted', 'security'),
    step(2, 'submitted', 'security'),
    step(3, 'approved', 'decider'),
  ],
  comments: [],
  result,
  fingerprint: fingerprintOf(result),
};

const oscalOf = (findings: Record<string, [string, string]>) => ({
  'assessment-results': {
    results: [
      {
        observations: [],
        findings: Object.entries(findings).map(([key, [status, state]]) => ({
          props: Object.entries({ control: key, status }).map(
            ([name, value]) => ({ name, value, ns: oscalNamespace }),
          ),
          target: { status: { state } },
        })),
      },
    ],
  },
});
const findings: Record<string, [string, string]> = {
  'mfa/MFA-01': ['not-met', 'not-satisfied'],
  'nist-800-53-r5/IA-2(1)': ['not-met', 'not-satisfied'],
};
const oscalPath = 'oscal/assessment-results.json';
const assessmentPath = 'assessment.json';
const statusPath = controlFileOf('mfa/MFA-01');

const bytesOf = (value: unknown) => Buffer.from(canonicalJson(value));

async function filesOf(
  change: Partial<AssessmentBundleContent> = {},
): Promise<Files> {
  const told = [items[0], items[1], snapshots[0], items[2], snapshots[1]];
  const leaves = told.map(one => leafOf(fingerprintOf(one)));
  const tiles = new Map<string, Uint8Array>();
  for (const tile of await addLeaves(0, leaves, async () => null)) {
    tiles.set(`${tile.level}/${tile.index}`, tile.hashes);
  }
  const read = readNodeOfTiles(
    async (level, index) => tiles.get(`${level}/${index}`) ?? null,
  );
  const size = leaves.length;
  const at = async (leaf: number) => ({
    ...{ leaf, size },
    proof: await proveInclusion(leaf, size, read),
  });
  const state = {
    origin: `portal.example.com/entra-mfa/${tenant}`,
    ...{ size, root: await rootOf(size, read) },
  };
  const content: AssessmentBundleContent = {
    statement,
    titles: new Map([['mfa/MFA-01', 'Users have registered']]),
    snapshots: [
      { statement: snapshots[0], at: await at(2) },
      { statement: snapshots[1], at: await at(4) },
    ],
    items: (async function* found() {
      for (const [place, leaf] of [0, 1, 3].entries()) {
        yield { item: items[place], at: await at(leaf) };
      }
    })(),
    checkpoint:
      change.signer === null
        ? formatCheckpoint(state)
        : await signCheckpoint(state, signer),
    more: [
      { name: oscalPath, content: bytesOf(oscalOf(findings)) },
      { name: 'report.pdf', content: Buffer.from('%PDF') },
    ],
    signer,
    timestamps: null,
    ...change,
  };
  const files: Files = new Map();
  for await (const { name, content: bytes } of assessmentBundleFiles(content)) {
    files.set(name, Buffer.from(bytes as Uint8Array));
  }
  return files;
}

const json = (files: Files, name: string) =>
  JSON.parse(String(files.get(name)));

/** Another file with sums that fit, as somebody would put in who has no key. */
function forged(files: Files, changes: Record<string, Buffer | null>): Files {
  const forgery: Files = new Map(files);
  for (const [name, bytes] of Object.entries(changes)) {
    if (bytes) forgery.set(name, bytes);
    else forgery.delete(name);
  }
  const manifest = json(files, 'manifest.json');
  manifest.files = Object.fromEntries(
    [...forgery]
      .filter(([name]) => !name.startsWith('manifest.'))
      .map(([name, bytes]) => [
        name,
        createHash('sha256').update(bytes).digest('hex'),
      ]),
  );
  return forgery.set('manifest.json', bytesOf(manifest));
}

/** The assessment said otherwise, and what follows from it too. */
function saying(files: Files, change: (of: AssessmentStatement) => void) {
  const other = json(files, assessmentPath) as AssessmentStatement;
  change(other);
  const title = 'any';
  return forged(files, {
    [assessmentPath]: bytesOf({
      ...other,
      fingerprint: other.fingerprint && fingerprintOf(other.result),
    }),
    ...Object.fromEntries(
      other.result.controls.map(one => [
        controlFileOf(one.control),
        bytesOf({ ...one, title, from, to }),
      ]),
    ),
  });
}

const checksOf = (files: Files, key?: string) =>
  verifyBundle(
    {
      names: [...files.keys()],
      async *read(name) {
        yield files.get(name)!;
      },
    },
    key,
  );
const brokenOf = async (files: Files) =>
  (await checksOf(files, line))
    .filter(({ holds }) => holds === false)
    .map(({ what }) => what);

const what = {
  assessment:
    'the assessment is that of the manifest, and its result has its fingerprint',
  steps:
    'its state follows from its steps, and who approved did not prepare it',
  days: 'the days of each control add up to the period, as the assessment says',
  snapshots: 'the snapshots of the period are in the log',
  evidence: 'all that was found in the period is in the log',
  met: 'no control is met of which no evidence says so',
  oscal: 'what OSCAL says of controls is what the assessment does',
};

describe('the bundle of an assessment', () => {
  const folder = mkdtempSync(join(tmpdir(), 'assessed-'));
  let files: Files;
  beforeAll(async () => {
    files = await filesOf();
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  function inShell(name: string, of: Files, ...keys: string[]) {
    for (const [file, bytes] of of) {
      const path = join(folder, name, file);
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(path, bytes);
    }
    const script = join(folder, name, 'verify.sh');
    return spawnSync('sh', [script, ...keys], { encoding: 'utf8' });
  }

  it('holds, and has the same bytes again', async () => {
    const checks = await checksOf(files, line);
    expect(checks.filter(({ holds }) => holds !== true)).toEqual([]);
    expect(checks.map(one => one.what)).toEqual([
      'the files are those of the manifest',
      'the manifest is signed by the key',
      'the checkpoint of the log is signed by the key',
      ...Object.values(what),
    ]);
    expect(await filesOf()).toEqual(files);
    expect([...files.keys()]).toEqual(
      expect.arrayContaining([
        'controls/mfa_MFA-01.json',
        'evidence/control-status-3.json',
        'snapshots/3.json',
        'log/inclusion/snapshot-3.json',
      ]),
    );
    expect(String(files.get('README.txt'))).not.toContain('NOT APPROVED');
  });

  it('says of a draft that nobody approved it, and of a period without data that there is none', async () => {
    const empty = control(
      'mfa/MFA-01',
      ['no-data', 'no-data', 'no-data', 'no-data'],
      { status: 'no-data', first: from, last: to },
      { noData: 4 },
    );
    const draft = await filesOf({
      statement: {
        ...{ ...statement, state: 'draft', fingerprint: null },
        steps: statement.steps.slice(0, 1),
        controls: ['mfa/MFA-01'],
        result: { ...result, snapshots: null, controls: [empty] },
      },
      snapshots: [],
      items: (async function* nothing() {})(),
      ...{ checkpoint: null, more: [], signer: null },
    });
    const broken = (await checksOf(draft)).filter(
      ({ holds }) => holds === false,
    );
    expect(broken).toEqual([]);
    expect(String(draft.get('README.txt'))).toContain('NOT APPROVED');
    const { status, stdout } = inShell('draft', draft);
    expect([status, stdout.match(/DOES NOT/)]).toEqual([3, null]);
  });

  it('is refused with any byte of any file changed', async () => {
    for (const [name, bytes] of files) {
      const every = Math.max(1, Math.floor(bytes.length / 15));
      for (let place = 0; place < bytes.length; place += every) {
        const changed = Buffer.from(bytes);
        changed[place] ^= 1;
        const broken = await brokenOf(new Map(files).set(name, changed));
        expect([name, place, broken.length > 0]).toEqual([name, place, true]);
      }
    }
  });

  const tampered: [string, (of: Files) => Files, string][] = [
    [
      'a day that is told as met, in the control alone',
      of => {
        const told = json(of, statusPath);
        told.strip[1] = 'met';
        return forged(of, {
          [statusPath]: bytesOf({
            ...told,
            days: { ...told.days, notMet: 1, met: 2 },
            worst: { ...told.worst, first: '2026-11-22' },
          }),
        });
      },
      what.days,
    ],
    [
      'days that do not add up',
      of =>
        saying(of, ({ result: { controls } }) => {
          controls[0].days.met = 4;
        }),
      what.days,
    ],
    [
      'a worst day that was not',
      of =>
        saying(of, ({ result: { controls } }) => {
          controls[0].worst = { status: 'met', first: to, last: to };
        }),
      what.days,
    ],
    [
      'a day that is left out',
      of =>
        saying(of, ({ result: { controls } }) => {
          controls[1].strip.pop();
          controls[1].days.notMet = 2;
          controls[1].worst.last = '2026-11-22';
        }),
      what.days,
    ],
    [
      'a control that is taken away',
      of => forged(of, { [statusPath]: null }),
      what.days,
    ],
    [
      'a control that was never met and is told so',
      of =>
        saying(of, ({ result: { controls } }) => {
          controls[1].strip[3] = 'met';
          controls[1].days.notMet = 2;
          controls[1].days.met = 1;
          controls[1].worst.last = '2026-11-22';
        }),
      what.met,
    ],
    [
      'another result under the old fingerprint',
      of => {
        const other = json(of, assessmentPath);
        other.result.lost.people = 0;
        return forged(of, { [assessmentPath]: bytesOf(other) });
      },
      what.assessment,
    ],
    [
      'no fingerprint of what was approved',
      of =>
        saying(of, one => {
          one.fingerprint = null;
        }),
      what.assessment,
    ],
    [
      'an approval by who prepared it',
      of =>
        saying(of, ({ steps }) => {
          steps[2].by = steps[0].by;
        }),
      what.steps,
    ],
    [
      'an approval that no step gave',
      of =>
        saying(of, ({ steps }) => {
          steps.pop();
        }),
      what.steps,
    ],
    [
      'evidence that is taken away',
      of =>
        forged(of, {
          'evidence/policies-1.json': null,
          'log/inclusion/policies-1.json': null,
        }),
      what.evidence,
    ],
    [
      'evidence that says something else',
      of =>
        forged(of, {
          'evidence/control-status-0.json': bytesOf(statusIs('met')),
        }),
      what.evidence,
    ],
    [
      'evidence of another tenant',
      of =>
        forged(of, {
          'evidence/policies-1.json': bytesOf({ ...policies, tenant: 'other' }),
        }),
      what.evidence,
    ],
    [
      'a proof of another place',
      of => {
        const name = 'log/inclusion/snapshot-3.json';
        return forged(of, { [name]: bytesOf({ ...json(of, name), leaf: 1 }) });
      },
      what.snapshots,
    ],
    [
      'the last snapshot left out',
      of =>
        forged(of, {
          'snapshots/3.json': null,
          'log/inclusion/snapshot-3.json': null,
        }),
      what.snapshots,
    ],
    [
      'a control that OSCAL calls satisfied',
      of => {
        const other = {
          ...findings,
          'mfa/MFA-01': ['met', 'satisfied'] as [string, string],
        };
        return forged(of, { [oscalPath]: bytesOf(oscalOf(other)) });
      },
      what.oscal,
    ],
  ];
  it.each(tampered)('is refused with %s', async (_, tamper, check) => {
    expect(await brokenOf(tamper(files))).toContain(check);
  });

  it('is checked by the shell alone, which refuses the same', () => {
    const whole = inShell('whole', files, line);
    expect([whole.stderr, whole.status]).toEqual(['', 0]);
    expect(whole.stdout.match(/^holds /gm)).toHaveLength(10);
    // One of each kind, all in one.
    const names = [
      'an approval by who prepared it',
      'a control that was never met and is told so',
      'a day that is told as met, in the control alone',
      'another result under the old fingerprint',
      'evidence that says something else',
      'the last snapshot left out',
      'a control that OSCAL calls satisfied',
    ];
    const all = names.reduce(
      (of, name) => tampered.find(([one]) => one === name)![1](of),
      files,
    );
    const { status, stdout } = inShell('tampered', all, line);
    expect(status).toBe(1);
    expect(
      Object.values(what).filter(one => stdout.includes(`DOES NOT     ${one}`)),
    ).toEqual(Object.values(what));
  });
});
