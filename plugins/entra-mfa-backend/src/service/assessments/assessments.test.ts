import { ConfigReader } from '@backstage/config';
import type {
  Assessment,
  Assessments,
} from '@entra-mfa/backstage-plugin-entra-mfa-common';
import { routes } from '@entra-mfa/backstage-plugin-entra-mfa-common/contract';
import {
  openBundleFile,
  verifyBundle,
  type BundleReader,
} from '@entra-mfa/evidence';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import type { Knex } from 'knex';
import { objectId, reportRow } from '../../__testUtils__/rows';
import {
  startTestApi,
  type Caller,
  type TestApi,
} from '../../__testUtils__/startTestApi';
import { TestDatabases } from '../../__testUtils__/TestDatabases';
import type { TestSync } from '../../__testUtils__/TestSync';
import { createTestTenant, tenantId } from '../../__testUtils__/testTenant';
import { collectors } from '../../collectors';
import { readEntraMfaConfig } from '../../config/readEntraMfaConfig';
import { frameworksFor } from '../../controls/frameworksFor';
import { publishControls } from '../../controls/publishControls';
import { keepResult } from '../../store/assessments/keepResult';
import { takeStep } from '../../store/assessments/takeStep';
import { eraseTraces } from '../../store/erase/eraseTraces';
import { Mentions } from '../../store/erase/Mentions';
import { removeTenant } from '../../store/retention/removeTenant';

jest.setTimeout(120_000);

const databases = TestDatabases.create();
const frozen = [
  'assessment',
  'assessment_step',
  'assessment_comment',
  'assessment_pin',
  'assessment_result',
] as const;
const isFrozen = { message: expect.stringMatching(/is frozen/) };

const config = readEntraMfaConfig(
  new ConfigReader({
    entraMfa: {
      tenants: [
        { tenantId, clientId: objectId(500), clientSecret: 'not-used' },
      ],
    },
  }),
);
const publishAlso = publishControls({
  config,
  collectors,
  frameworks: frameworksFor(config.compliance),
});

/** Whether a person has registered from the next read on. */
function setRegistered(sync: TestSync, number: number, registered: boolean) {
  const rows = sync.source.pages.registrations!.flat() as { id: string }[];
  sync.source.pages.registrations = [
    rows.map(row =>
      row.id === objectId(number) ? reportRow(number, registered) : row,
    ),
  ];
}

async function textOf(bundle: BundleReader, name: string) {
  const stream = Readable.from(bundle.read(name), { objectMode: false });
  return (await buffer(stream)).toString('utf8');
}

// What a test leaves is what the next begins with: an assessment lives once.
describe.each(databases.eachSupportedId())('assessments on %s', databaseId => {
  let knex: Knex;
  let sync: TestSync;
  let api: TestApi;
  const folder = mkdtempSync(join(tmpdir(), 'assessments-'));

  const post = async (path: string, body: object, caller?: Caller) => {
    const answer = await api.post(`/assessments${path}`, caller).send(body);
    return {
      status: answer.status,
      message: answer.body.error?.message as string | undefined,
      assessment: answer.body as Assessment,
    };
  };
  const get = async (number: number, caller?: Caller) =>
    (await api.get(`/assessments/${number}`, caller)).body as Assessment;
  const submitted = ({ steps }: Assessment) =>
    steps.findLast(({ kind }) => kind === 'submitted')?.step ?? 0;
  const decide = async (
    number: number,
    decision: 'approved' | 'returned',
    { note, caller = 'decider' }: { note?: string; caller?: Caller } = {},
  ) =>
    post(
      `/${number}/decision`,
      { decision, note, step: submitted(await get(number)) },
      caller,
    );
  const rowsOf = async () =>
    Object.fromEntries(
      await Promise.all(
        frozen.map(async table => {
          const rows = await knex(table).where({ assessment: 2 });
          return [table, rows.map(row => JSON.stringify(row)).sort()];
        }),
      ),
    );

  beforeAll(async () => {
    knex = await databases.init(databaseId);
    sync = await createTestTenant(knex);
    await sync.run({ publishAlso });
    setRegistered(sync, 3, false);
    await sync.runRefreshed(24, { publishAlso });
    setRegistered(sync, 3, true);
    await sync.runRefreshed(30, { publishAlso });
    await sync.runRefreshed(3 * 24 + 1, { publishAlso });
    api = await startTestApi(sync);
  });

  afterAll(async () => {
    await api.stop();
    rmSync(folder, { recursive: true });
  });

  it('begin with the last full quarter, of which nothing may be on record', async () => {
    const { status, assessment } = await post('', {});
    expect(status).toBe(201);
    expect(assessment).toMatchObject({
      number: 1,
      title: 'Q3 2026',
      from: '2026-07-01',
      to: '2026-09-30',
      state: 'draft',
      prepared: { by: 'user:default/security' },
      actions: ['change', 'submit', 'comment', 'assign'],
      result: { days: 92, snapshots: null, lost: { people: 0 } },
    });
    for (const { days } of assessment.result.controls) {
      expect(days).toMatchObject({ met: 0, noData: 92 });
    }
    routes.startAssessment.response.parse(assessment);
  });

  it('tell each day of the period by what was on record', async () => {
    const { assessment } = await post('', {
      title: 'November',
      from: '2026-11-20',
      to: '2026-11-26',
      controls: ['soc2/CC6.1', 'mfa/MFA-01'],
      auditors: ['user:default/Auditor'],
    });
    expect(assessment.result).toMatchObject({
      snapshots: { first: 1, last: 4 },
      population: { snapshots: 4, complete: 4, notRecorded: 0 },
      lost: {
        people: 1,
        closed: 1,
        open: 0,
        medianHours: 30,
        longestHours: 30,
      },
      rulesChanges: [],
    });
    const [uncovered, phoneOnly, register] = assessment.result.gaps!;
    expect(uncovered).toMatchObject({
      kind: 'uncovered',
      closed: { fixed: 1 },
      timeToFix: { medianSeconds: 30 * 3600, p90Seconds: 30 * 3600 },
    });
    expect(uncovered.opened).toBe(uncovered.open + 1);
    expect([phoneOnly.kind, register.kind]).toEqual([
      'privileged-phone-only',
      'break-glass',
    ]);
    const [own] = assessment.result.controls;
    expect(own).toEqual({
      control: 'mfa/MFA-01',
      days: {
        met: 0,
        notMet: 4,
        notEvaluated: 0,
        stale: 2,
        noData: 1,
        disabled: 0,
      },
      worst: { status: 'not-met', first: '2026-11-21', last: '2026-11-26' },
      strip: [
        'no-data',
        'not-met',
        'not-met',
        'not-met',
        'stale',
        'stale',
        'not-met',
      ],
    });
    expect(assessment.pins).toEqual({ items: [], snapshots: 0 });
    // The newest snapshot counts also where the clock was ahead when it was made.
    const { now } = sync;
    sync.now = new Date(now.getTime() - 60_000);
    const { result } = await get(2);
    sync.now = now;
    expect(result.snapshots?.last).toBe(4);
    expect(result.controls[0].strip.at(-1)).toBe('not-met');
  });

  it('are refused with what to do where they could say nothing', async () => {
    expect(await post('', { to: '2027-01-01' })).toMatchObject({
      status: 400,
      message: expect.stringContaining('not over'),
    });
    expect(await post('', { controls: ['mfa/none'] })).toMatchObject({
      status: 400,
      message: expect.stringContaining('GET /v1/controls'),
    });
    expect(await post('', { supersedes: 2 })).toMatchObject({ status: 409 });
    expect(await post('/2/change', {})).toMatchObject({ status: 400 });
  });

  it('are approved by somebody else, of what was looked at, and go back with a reason', async () => {
    expect(await decide(2, 'approved')).toMatchObject({
      status: 409,
      message: expect.stringContaining('not in review'),
    });
    const first = await post('/2/submit', { note: 'Ready' });
    expect(first.assessment).toMatchObject({
      state: 'in-review',
      fingerprint: expect.stringMatching(/^[0-9a-f]{64}$/),
      actions: ['comment', 'assign'],
    });
    expect(first.assessment.pins.snapshots).toBe(4);
    expect(
      first.assessment.pins.items.map(({ type, count }) => [type, count]),
    ).toEqual(
      expect.arrayContaining([
        ['control-status', expect.any(Number)],
        ['user-inventory-summary', 3],
      ]),
    );
    expect(await decide(2, 'approved', { caller: 'security' })).toMatchObject({
      status: 403,
      message: expect.stringContaining('yourself'),
    });
    expect(await decide(2, 'returned')).toMatchObject({ status: 400 });
    expect(await post('/2/change', { title: 'Other' })).toMatchObject({
      status: 409,
    });
    expect(
      await decide(2, 'returned', { note: 'Name the month' }),
    ).toMatchObject({ status: 200, assessment: { state: 'returned' } });
    const { body: returned } = await api.get('/assessments');
    expect((returned as Assessments).items[0].metThroughout).toBeNull();
    expect(await post('/2/change', { title: 'November 2026' })).toMatchObject({
      status: 200,
      assessment: { state: 'returned' },
    });
    await post('/2/submit', {});
    expect(
      await post('/2/decision', { decision: 'approved', step: 2 }, 'decider'),
    ).toMatchObject({
      status: 409,
      message: expect.stringContaining('submitted anew'),
    });
    const approved = await decide(2, 'approved', { note: 'Seen' });
    expect(approved).toMatchObject({
      status: 200,
      assessment: {
        state: 'approved',
        title: 'November 2026',
        preparers: ['user:default/security'],
        actions: ['comment', 'assign', 'supersede'],
      },
    });
    expect(approved.assessment.steps.map(({ kind, by }) => [kind, by])).toEqual(
      [
        ['drafted', 'user:default/security'],
        ['submitted', 'user:default/security'],
        ['returned', 'user:default/person1'],
        ['changed', 'user:default/security'],
        ['submitted', 'user:default/security'],
        ['approved', 'user:default/person1'],
      ],
    );
    routes.getAssessment.response.parse(await get(2));
    const { body } = await api.get('/assessments');
    routes.getAssessments.response.parse(body);
    expect(
      (body as Assessments).items.map(one => [
        one.number,
        one.state,
        one.metThroughout,
      ]),
    ).toEqual([
      [2, 'approved', 0],
      [1, 'draft', null],
    ]);
  });

  it('show an auditor what is assigned to them, and let them comment and nothing else', async () => {
    const { body } = await api.get('/assessments', 'auditor');
    expect((body as Assessments).items.map(({ number }) => number)).toEqual([
      2,
    ]);
    expect((body as Assessments).mayPrepare).toBe(false);
    expect(await get(2, 'auditor')).toMatchObject({
      number: 2,
      actions: ['comment'],
    });
    const asked = await post(
      '/2/comments',
      { text: 'Which policy was that?', control: 'soc2/CC6.1' },
      'auditor',
    );
    expect(asked).toMatchObject({
      status: 201,
      assessment: {
        comments: [
          { comment: 1, by: 'user:default/auditor', control: 'soc2/CC6.1' },
        ],
      },
    });
    const answer = { text: 'Require MFA for everyone' };
    expect(await post('/2/comments', answer)).toMatchObject({ status: 201 });
    expect(
      await post('/2/comments', { text: 'x', control: 'mfa/MFA-02' }),
    ).toMatchObject({ status: 400 });

    const statusOf = async (path: string) =>
      (await api.get(path, 'auditor')).status;
    expect(await statusOf('/assessments/1')).toBe(404);
    for (const path of ['/overview', '/controls', '/evidence', '/tenants']) {
      expect([path, await statusOf(path)]).toEqual([path, 403]);
    }
    for (const [path, sent] of [
      ['', {}],
      ['/2/change', { auditors: [] }],
      ['/2/submit', {}],
      ['/2/decision', { decision: 'approved', step: 5 }],
    ] as const) {
      expect(await post(path, sent, 'auditor')).toMatchObject({ status: 403 });
    }
    expect(await post('/1/comments', answer, 'auditor')).toMatchObject({
      status: 404,
    });
    // They are let go of, and taken on again, also of one that is approved.
    await post('/2/change', { auditors: [] });
    expect(await statusOf('/assessments/2')).toBe(404);
    await post('/2/change', { auditors: ['user:default/auditor'] });
    expect(await statusOf('/assessments/2')).toBe(200);
  });

  it('leave as a bundle that holds, with the same bytes again, and say so of a draft', async () => {
    const download = async (number: number, caller: Caller = 'auditor') => {
      const { status, body, headers } = await api
        .get(`/assessments/${number}/bundle.zip`, caller)
        .buffer()
        .parse((response, done) => {
          const parts: Buffer[] = [];
          response.on('data', part => parts.push(part));
          response.on('end', () => done(null, Buffer.concat(parts)));
        });
      return { status, bytes: body as Buffer, headers };
    };
    const { status, bytes, headers } = await download(2);
    expect([status, headers['content-disposition']]).toEqual([
      200,
      expect.stringMatching(
        /mfa-assessment-2_.*_2026-11-20_2026-11-26_approved\.zip"/,
      ),
    ]);
    const path = join(folder, 'bundle.zip');
    writeFileSync(path, bytes);
    const bundle = await openBundleFile(path);
    const checks = await verifyBundle(bundle);
    const said = JSON.parse(await textOf(bundle, 'assessment.json'));
    const report = await textOf(bundle, 'report.html');
    bundle.close();
    expect(checks.filter(({ holds }) => holds === false)).toEqual([]);
    const { fingerprint, pins, steps, result } = await get(2);
    expect(said).toMatchObject({ fingerprint, steps, result });
    const items = bundle.names.filter(name => name.startsWith('evidence/'));
    expect(items).toHaveLength(
      pins.items.reduce((total, { count }) => total + count, 0),
    );
    expect(bundle.names).toEqual(
      expect.arrayContaining([
        ...['controls/soc2_CC6.1.json', 'controls/mfa_MFA-01.json'],
        ...['snapshots/1.json', 'snapshots/4.json', 'rules/rules.md'],
        ...['oscal/assessment-results.json', 'report.pdf'],
      ]),
    );
    expect(report).toContain(fingerprint);
    expect(report).not.toMatch(/Not approved|Person \d/);
    // Nothing in it is of the moment in which it is asked for.
    const { now } = sync;
    sync.now = new Date(now.getTime() + 3_600_000);
    expect((await download(2)).bytes.equals(bytes)).toBe(true);
    sync.now = now;
    // A draft is not theirs. It says what it would be now, also of a period of which nothing is on record.
    expect((await download(1)).status).toBe(404);
    for (const period of [{}, { from: '2026-11-20', to: '2026-11-26' }]) {
      if ('from' in period) await post('/1/change', period);
      writeFileSync(path, (await download(1, 'security')).bytes);
      const draft = await openBundleFile(path);
      const found = (await verifyBundle(draft)).filter(
        ({ holds }) => holds === false,
      );
      const { names } = draft;
      const readme = await textOf(draft, 'README.txt');
      draft.close();
      expect(found).toEqual([]);
      expect(readme).toContain('NOT APPROVED');
      expect(names.includes('snapshots/4.json')).toBe('from' in period);
    }
  });

  it('are frozen from their approval on, whoever tries it and however', async () => {
    for (const [path, sent] of [
      ['/2/change', { title: 'Other' }],
      ['/2/submit', {}],
    ] as const) {
      expect(await post(path, sent)).toMatchObject({
        status: 409,
        message: expect.stringContaining('supersedes it'),
      });
    }
    expect(await decide(2, 'returned', { note: 'No' })).toMatchObject({
      status: 409,
    });

    const before = await rowsOf();
    const of = { tenant_id: tenantId, assessment: 2 };
    const { revision } = await knex('assessment').where(of).first();
    const key = { tenantId, assessment: 2 };
    const pinned = await knex('assessment_pin')
      .where({ ...of, kind: 'item' })
      .first();
    const item = {
      tenant_id: tenantId,
      fingerprint: pinned.fingerprint,
    };
    const stored = await knex('evidence_item').where(item).first();
    const result = await knex('assessment_result').where(of).first();
    const step = await knex('assessment_step').where(of).first();
    const comment = await knex('assessment_comment').where(of).first();
    const draft = await knex('assessment')
      .where({ ...of, assessment: 1 })
      .first();
    const attempts: (() => PromiseLike<unknown>)[] = [
      () =>
        takeStep(
          knex,
          { ...key, revision },
          { kind: 'changed', by: 'user:default/x', at: sync.now, note: null },
        ),
      () => knex.transaction(trx => keepResult(trx, key, result, null)),
      ...frozen.map(table => () => knex(table).where(of).delete()),
      ...frozen.map(
        table => () => knex(table).where(of).update({ assessment: 9 }),
      ),
      // Into it, from another one.
      () =>
        knex('assessment_step')
          .where({ ...of, assessment: 1 })
          .update({ assessment: 2, step: 99 }),
      () => knex('assessment').where(of).update({ title: 'Other' }),
      () => knex('assessment_step').where(of).update({ note: 'Other' }),
      () => knex('assessment_result').where(of).update({ content: '{}' }),
      () => knex('assessment_comment').where(of).update({ text: 'Other' }),
      () => knex('assessment_pin').insert({ ...pinned, fingerprint: 'a' }),
      () =>
        knex('assessment_step').insert({ ...step, step: 99, kind: 'changed' }),
      () =>
        knex('assessment_step').insert({
          ...step,
          step: 0,
          kind: 'superseded',
        }),
      () => knex('assessment_comment').insert({ ...comment, comment: 0 }),
      () => knex('evidence_item').where(item).update({ content: '{}' }),
      () => knex('evidence_item').where(item).delete(),
      () => knex('evidence_item').delete(),
      ...(databaseId.startsWith('POSTGRES')
        ? [
            ...[...frozen, 'evidence_item'].map(
              table => () => knex.raw(`truncate ${table}`),
            ),
            () =>
              knex('assessment_result')
                .insert({ ...result, content: '{}' })
                .onConflict(['tenant_id', 'assessment'])
                .merge(),
          ]
        : [
            () =>
              knex.raw(
                "insert or replace into evidence_item select tenant_id, fingerprint, type, leaf, stored_at, '{}' from evidence_item",
              ),
            ...frozen.map(
              table => () =>
                knex.raw(
                  `insert or replace into ${table} select * from ${table}`,
                ),
            ),
            () => knex.raw('update or replace assessment set assessment = 2'),
          ]),
    ];
    for (const [index, attempt] of attempts.entries()) {
      await expect(
        Promise.resolve(attempt()).then(() => `${index} went through`),
      ).rejects.toMatchObject(isFrozen);
    }
    expect(await rowsOf()).toEqual(before);
    expect(await knex('evidence_item').where(item).first()).toEqual(stored);
    // What is not approved is as free as before, and so is what nothing rests on.
    expect(
      await knex('assessment')
        .where({ ...of, assessment: 1 })
        .update(draft),
    ).toBe(1);
    await knex('evidence_item').insert({
      ...stored,
      fingerprint: 'f'.repeat(64),
      leaf: 9999,
    });
    expect(await knex('evidence_item').where({ leaf: 9999 }).delete()).toBe(1);
  });

  it('have their place taken by a newer one when that is approved, once', async () => {
    const { assessment } = await post('', {
      from: '2026-11-21',
      to: '2026-11-21',
      controls: ['mfa/MFA-01'],
      supersedes: 2,
    });
    expect(assessment).toMatchObject({
      number: 3,
      kind: 'day',
      supersedes: 2,
    });
    await post('', { controls: ['mfa/MFA-01'], supersedes: 2 });
    await post('/3/submit', {});
    expect((await get(2)).state).toBe('approved');
    expect((await decide(3, 'approved')).status).toBe(200);
    expect(await get(2)).toMatchObject({
      state: 'superseded',
      supersededBy: 3,
      actions: ['comment'],
      last: { kind: 'superseded', by: 'user:default/person1' },
    });
    await post('/4/submit', {});
    expect(await decide(4, 'approved')).toMatchObject({
      status: 409,
      message: expect.stringContaining('number 2 meanwhile'),
    });
    expect((await get(4)).state).toBe('in-review');
    expect(await post('', { supersedes: 2 })).toMatchObject({ status: 409 });
  });

  it('forget a person as everything does, and are frozen as before', async () => {
    const erased = { tenantId, objectId: objectId(1) };
    const identifiers = {
      refs: [
        { ref: 'user:default/person1', erased: 'user:erased/1', span: null },
      ],
      names: ['Seen'],
    };
    await knex.transaction(trx =>
      eraseTraces(trx, erased, identifiers, new Mentions(identifiers)),
    );
    const { steps } = await get(2);
    expect(steps.find(({ kind }) => kind === 'approved')).toMatchObject({
      by: 'user:erased/1',
      note: 'Erased person',
    });
    for (const table of frozen) {
      await expect(
        knex(table).where({ assessment: 2 }).update({ assessment: 9 }),
      ).rejects.toMatchObject(isFrozen);
    }
  });

  it('go where the whole tenant is forgotten, and only then', async () => {
    const rows = async (tenant: string) => {
      const counts = [];
      for (const table of [...frozen, 'evidence_item'] as const) {
        const [{ n }] = await knex(table)
          .where({ tenant_id: tenant })
          .count({ n: '*' });
        counts.push(Number(n));
      }
      return counts;
    };
    // The same of another tenant, which stays.
    for (const table of [
      'assessment',
      'assessment_pin',
      'evidence_item',
      'assessment_result',
      'assessment_comment',
      'assessment_step',
    ]) {
      const own = await knex(table).where({ tenant_id: tenantId });
      await knex.batchInsert(
        table,
        own.map(row => ({ ...row, tenant_id: 'other' })),
      );
    }
    const others = await rows('other');
    expect(others.every(count => count > 0)).toBe(true);
    for await (const removed of removeTenant(knex, tenantId, 3)) {
      expect(removed).toBeGreaterThanOrEqual(0);
    }
    expect(await rows(tenantId)).toEqual([0, 0, 0, 0, 0, 0]);
    expect(await rows('other')).toEqual(others);
    for (const table of [...frozen, 'evidence_item'] as const) {
      await expect(
        knex(table).where({ tenant_id: 'other' }).delete(),
      ).rejects.toMatchObject(isFrozen);
    }
  });
});
