import { ConfigReader } from '@backstage/config';
import { routes } from '@entra-mfa/backstage-plugin-entra-mfa-common/contract';
import Ajv from 'ajv';
import type { EntraMfaControlFacts } from '@entra-mfa/backstage-plugin-entra-mfa-node';
import type { NotificationSendOptions } from '@backstage/plugin-notifications-node';
import {
  evidenceTypes,
  type EvidenceBody,
  type EvidenceType,
} from '@entra-mfa/evidence';
import type { Knex } from 'knex';
import { TestDatabases } from '../__testUtils__/TestDatabases';
import { objectId, reportRow, userRow } from '../__testUtils__/rows';
import { testRules, TestSync } from '../__testUtils__/TestSync';
import { putException } from '../__testUtils__/exceptions';
import { insertDrill } from '../store/breakGlass/insertDrill';
import { globalAdministrator } from '../assess/roles/privilegedRoles';
import { STILL_TRUE } from '../store/sql/tables';
import type { ReviewCounts } from '@entra-mfa/backstage-plugin-entra-mfa-common';
import { silentLogger } from '../__testUtils__/silentLogger';
import { collectors } from '../collectors';
import { Connections } from '../connections/Connections';
import { readEntraMfaConfig } from '../config/readEntraMfaConfig';
import { findControlChanges } from '../notifications/findControlChanges';
import { NoticeSender } from '../notifications/NoticeSender';
import { openFeed } from '../service/feed/openFeed';
import schema from '../service/feed/ocsf/schema-1.8.0.json';
import { EvidenceLogs } from '../evidence/EvidenceLogs';
import { reportOfDay } from '../report/reportOfDay';
import { getControl, getControls } from '../service/controls/getControls';
import { readEvidenceDay } from '../service/evidence/readEvidenceDay';
import { readOnRecord } from '../service/evidence/readOnRecord';
import { Snapshots } from '../service/Snapshots';
import type { ReadContext } from '../service/types';
import { AddedControls } from './AddedControls';
import { alignFreshness } from './alignFreshness';
import { checkPictures } from './checkPictures';
import { frameworksFor } from './frameworksFor';
import { library } from './library';
import { publishControls } from './publishControls';

jest.setTimeout(120_000);

/** A line of the feed, as far as tests look at it. */
interface ComplianceLine {
  finding_info: { uid: string };
  compliance: { status_id: number };
  metadata: { uid: string };
  unmapped: { status: string };
}

const isOcsf = new Ajv({ allErrors: true }).compile<ComplianceLine>(schema);

const databases = TestDatabases.create();
const tenantId = '0a1b2c3d-0000-4000-8000-000000000001';
const HOUR = 3_600_000;

const configOf = (entraMfa: object = {}) =>
  readEntraMfaConfig(
    new ConfigReader({
      entraMfa: {
        tenants: [
          { tenantId, clientId: objectId(500), clientSecret: 'not-used' },
        ],
        ...entraMfa,
      },
    }),
  );

const halfWords = {
  ...{ title: 'Half of all people', asks: 'That they have a method' },
  ...{ shows: 'How many do', missing: 'That it is asked for' },
  adds: 'Who decides on it',
};

/** A tenant of ten people, of whom some are registered, with its controls. */
class Controlled {
  config = configOf();
  readonly added = new AddedControls();

  private constructor(readonly knex: Knex, readonly sync: TestSync) {}

  static async create(knex: Knex) {
    const created = new Controlled(knex, new TestSync(knex, { tenantId }));
    created.register(9);
    return created;
  }

  register(registered: number) {
    const numbers = Array.from({ length: 10 }, (_, index) => index + 1);
    this.sync.source.pages = {
      ...this.sync.source.pages,
      users: [numbers.map(number => userRow(number))],
      registrations: [
        numbers.map(number => reportRow(number, number <= registered)),
      ],
    };
  }

  get frameworks() {
    return frameworksFor(this.config.compliance, this.added);
  }

  async run(options: Parameters<TestSync['runNow']>[0] = {}) {
    const { config, frameworks } = this;
    const addedTests = this.added.tests;
    await this.sync.letPass(HOUR);
    this.sync.source.refreshedAt = new Date(this.sync.now.getTime() - HOUR);
    return this.sync.runNow({
      publishAlso: publishControls({
        ...{ config, collectors, frameworks, addedTests },
      }),
      ...options,
    });
  }

  /** The body of what holds of a type. */
  async bodyOf<T extends EvidenceType>(wanted: T): Promise<EvidenceBody<T>> {
    const { content } = await this.knex('evidence_held as held')
      .join('evidence_item as item', 'item.fingerprint', 'held.fingerprint')
      .where({ 'held.to_snapshot': STILL_TRUE, 'held.type': wanted })
      .first('item.content');
    return evidenceTypes[wanted].body.parse(
      JSON.parse(content).body,
    ) as EvidenceBody<T>;
  }

  get context(): ReadContext {
    const { knex, config, frameworks } = this;
    const { clock } = this.sync;
    return {
      collectors,
      frameworks,
      knex,
      config,
      clock,
      sync: {
        trigger: async () => {},
        progress: async () => null,
        unstoredEnd: () => null,
        nextReadAt: async () => null,
      },
      snapshots: new Snapshots(knex, clock, [tenantId]),
    };
  }

  list(query: { at?: string; framework?: string } = {}) {
    return getControls(this.context, query);
  }

  one(id: string, query: { at?: string } = {}) {
    const [framework, control] = id.split('/');
    return getControl(this.context, { framework, id: control }, query);
  }

  async statusOf(id: string, at?: string) {
    return (await this.one(id, { at })).status;
  }
}

describe.each(databases.eachSupportedId())('controls on %s', databaseId => {
  const create = async () =>
    Controlled.create(await databases.init(databaseId));
  const rows = async (knex: Knex, table: string) =>
    Number((await knex(table).count({ n: '*' }))[0].n);

  it('are told to a SIEM: all, and then whose status is another one', async () => {
    const tenant = await create();
    await tenant.run();
    const lines = async (query: { since?: number; at?: string } = {}) => {
      const { events, next } = await openFeed(
        tenant.context,
        'compliance-finding',
        routes.getFeed.query.parse(query),
      );
      const told: ComplianceLine[] = [];
      for await (const event of events) {
        const line = JSON.parse(JSON.stringify(event));
        expect([isOcsf(line), isOcsf.errors]).toEqual([true, null]);
        told.push(line);
      }
      return { told, next };
    };
    const first = await lines();
    expect(first.told).toHaveLength(
      library.flatMap(({ controls }) => controls).length,
    );
    const of = (told: ComplianceLine[], key: string) =>
      told.find(({ finding_info: { uid } }) => uid === `${tenantId}/${key}`);
    expect(of(first.told, 'mfa/MFA-01')).toMatchObject({
      type_uid: 200301,
      severity: 'Medium',
      finding_info: { title: 'Users have registered for MFA' },
      compliance: {
        control: 'MFA-01',
        standards: ['Entra MFA'],
        ...{ status_id: 3, status: 'Fail', status_detail: 'not-met' },
      },
      unmapped: {
        tests: [{ test: 'coverage', outcome: 'not-met', count: 9, of: 10 }],
        evidence: expect.stringMatching(/^[0-9a-f]{64}$/),
      },
    });
    expect(new Set(first.told.map(({ metadata }) => metadata.uid)).size).toBe(
      first.told.length,
    );
    expect((await lines({ since: first.next })).told).toEqual([]);

    tenant.register(10);
    tenant.config = configOf({
      compliance: {
        controls: [{ control: 'dora/Art.9(4)(d)', disabled: 'No bank' }],
      },
    });
    const known = tenant.frameworks.flatMap(({ id, controls }) =>
      controls.map(control => `${id}/${control.id}`),
    );
    expect(known).toContain('dora/Art.9(4)(d)');
    await tenant.run();
    const { told, next } = await lines({ since: first.next });
    expect(of(told, 'mfa/MFA-01')).toMatchObject({
      activity_name: 'Update',
      severity: 'Informational',
      compliance: { status_id: 1, status: 'Pass' },
    });
    expect(of(told, 'dora/Art.9(4)(d)')).toMatchObject({
      compliance: { status_id: 99, status_detail: 'No bank' },
    });
    expect(of(told, 'mfa/MFA-03')).toBeUndefined();
    // Not evaluated is no pass.
    const statuses = new Map(
      (await lines()).told.map(({ unmapped, compliance }) => [
        unmapped.status,
        compliance.status_id,
      ]),
    );
    expect(Object.fromEntries(statuses)).toMatchObject({
      met: 1,
      'not-met': 3,
      'not-evaluated': 2,
      disabled: 99,
    });
    // What is stale when it is published is no pass either.
    await tenant
      .knex('snapshot')
      .where({ tenant_id: tenantId, snapshot: next })
      .update({ fresh_until: new Date(0) });
    expect(
      (await lines()).told.filter(
        ({ compliance: { status_id: id } }) => id === 1 || id === 3,
      ),
    ).toEqual([]);
  });

  it('come with the snapshot, and only what changed is written', async () => {
    const tenant = await create();
    expect((await tenant.list()).snapshot).toBeNull();
    expect((await tenant.list()).controls[0]).toMatchObject({
      status: null,
      since: null,
      result: null,
    });

    await tenant.run();
    const first = tenant.sync.now.toISOString();
    expect((await tenant.list()).controls[0]).toMatchObject({
      id: 'MFA-01',
      status: 'not-met',
      since: first,
      severity: 'critical',
      result: { test: 'coverage', count: 9, of: 10, short: 1 },
    });
    const before = await rows(tenant.knex, 'control_status');
    const tests = await rows(tenant.knex, 'control_test');
    expect(before).toBe(library.flatMap(({ controls }) => controls).length);

    const { controls } = await tenant.bodyOf('control-status');
    const { tests: figures } = await tenant.bodyOf('control-tests');
    expect(Object.keys(controls)).toHaveLength(before);
    expect(controls['mfa/MFA-01']).toEqual({
      status: 'not-met',
      tests: ['coverage'],
    });
    expect(figures.coverage).toMatchObject({
      ...{ outcome: 'not-met', count: 9, of: 10, short: 1 },
      targetPermille: 950,
    });

    await tenant.run();
    expect(await rows(tenant.knex, 'control_status')).toBe(before);
    expect(await rows(tenant.knex, 'control_test')).toBe(tests);

    tenant.register(10);
    await tenant.run();
    const third = tenant.sync.now.toISOString();
    expect(await tenant.one('mfa/MFA-01')).toMatchObject({
      status: 'met',
      since: third,
      results: [{ test: 'coverage', outcome: 'met', count: 10, since: third }],
      history: [
        { status: 'met', from: third, to: null },
        { status: 'not-met', from: first, to: third },
      ],
    });
    expect((await tenant.one('mfa/MFA-03')).results).toMatchObject([
      { test: 'break-glass', outcome: 'not-met', since: first },
    ]);
  });

  it('are on record with what people decided and whom a snapshot changed', async () => {
    const tenant = await create();
    const { knex, sync } = tenant;
    const rules = {
      ...testRules,
      breakGlassIds: [objectId(1), objectId(2), objectId(77)],
    };
    sync.source.pages['risky-users'] = [
      [9, 10].map(number => ({
        id: objectId(number),
        riskState: 'atRisk',
        riskLevel: 'high',
      })),
    ];
    await tenant.run({ rules });
    expect(await tenant.bodyOf('access-reviews')).toEqual({
      closed: 0,
      kinds: {},
      last: null,
    });
    expect(await tenant.bodyOf('holds')).toEqual({ found: 0, released: 0 });
    // Of the two, one is registered.
    expect(await tenant.bodyOf('risk-summary')).toEqual({
      atRisk: 2,
      uncovered: 1,
    });
    // Whoever is not registered, since the first snapshot; the register misses an account.
    expect(await tenant.bodyOf('remediation')).toMatchObject({
      gaps: {
        uncovered: { opened: 1, closed: {}, open: 1, openByAge: { week: 1 } },
        'privileged-phone-only': { opened: 0, open: 0 },
        'break-glass': { opened: 1, open: 1 },
      },
    });
    const items = await rows(knex, 'evidence_item');

    for (const [id, until, by] of [
      ['asked', '2026-12-24', 'user:default/lead'],
      ['of-their-own', '2026-12-24', 'user:default/security'],
      ['later', '2027-01-31', 'user:default/lead'],
    ]) {
      await putException(knex, {
        ...{ tenantId, id, until, requestedBy: by, subject: objectId(10) },
        ...{ requestedAt: sync.now, approvedAt: sync.now },
      });
    }
    for (const [account, held] of [
      [1, '2026-10-01'],
      [1, '2026-11-01'],
      [2, '2026-09-01'],
      // Of an account that is not configured: no drill of the register.
      [3, '2026-11-11'],
    ] as const) {
      await insertDrill(knex, {
        ...{ tenant_id: tenantId, object_id: objectId(account), note: null },
        ...{ drill_id: `${account} ${held}`, held_on: held },
        ...{ recorded_by: 'user:default/security', recorded_at: sync.now },
      });
    }
    const reviewed: ReviewCounts = {
      ...{ items: 7, decided: 6, open: 1 },
      reasons: {} as ReviewCounts['reasons'],
      decisions: { keep: 4, register: 2, 'no-account': 0, 'remove-access': 0 },
    };
    const review = (
      number: number,
      closedAt: Date | null,
      scope: object = { scope_kind: 'risks', scope_id: '' },
    ) => ({
      ...scope,
      ...{ tenant_id: tenantId, review: number, title: 'Quarter' },
      ...{ snapshot: 1, baseline_snapshot: 0, since: sync.now },
      ...{ no_method_after_days: 14, roles_not_known: 0 },
      ...{ opened_by: 'user:default/security', opened_at: sync.now },
      ...{ last_step_at: sync.now, closed_at: closedAt },
      counts: closedAt && JSON.stringify(reviewed),
    });
    const ofRole = { scope_kind: 'role', scope_id: globalAdministrator };
    await knex('review').insert([
      review(1, sync.now),
      review(2, null),
      review(3, sync.now, ofRole),
    ]);
    const hold = (run: number, releasedAt: Date | null) => ({
      ...{ tenant_id: tenantId, run, since: sync.now, found_at: sync.now },
      ...{ snapshot: 1, from_covered: 9, from_uncovered: 1 },
      ...{ to_covered: 1, to_uncovered: 9, people: 8 },
      ...{ released_at: releasedAt, closed_at: sync.now, closed_snapshot: 1 },
    });
    await knex('hold').insert([hold(101, sync.now), hold(102, null)]);
    tenant.register(8);
    await tenant.run({ rules });

    expect(await tenant.bodyOf('exceptions-in-force')).toEqual({
      ...{ inForce: 3, approvedByAnother: 2 },
      until: { '2026-12-24': 2, '2027-01-31': 1 },
    });
    const register = await tenant.bodyOf('break-glass-register');
    expect(register).toMatchObject({
      accounts: 3,
      checks: { exists: { passed: 2, failed: 1, notKnown: 0 } },
      drills: { recorded: 3, last: ['2026-09-01', '2026-11-01'] },
    });
    expect(await tenant.bodyOf('changes')).toEqual({
      people: 2,
      kinds: { lost: 1, exception: 1 },
    });
    expect(await tenant.bodyOf('access-reviews')).toEqual({
      closed: 2,
      kinds: { risks: 1, role: 1 },
      last: {
        ...{ kind: 'role', scope: globalAdministrator },
        ...{ review: 3, closedAt: expect.any(String), people: 7, decided: 6 },
        decisions: reviewed.decisions,
      },
    });
    expect(await tenant.bodyOf('holds')).toEqual({ found: 2, released: 1 });
    const { gaps } = await tenant.bodyOf('remediation');
    // One lost a registration, and one has an exception now.
    expect(gaps.uncovered).toMatchObject({
      ...{ opened: 2, closed: { exempt: 1 }, open: 1, timeToFix: null },
    });

    await tenant.run({ rules });
    expect(await tenant.bodyOf('changes')).toEqual({ people: 0, kinds: {} });
    const stored = await rows(knex, 'evidence_item');
    expect(stored).toBeGreaterThan(items);
    // Nobody changed again: that is on record once.
    await tenant.run({ rules });
    expect(await rows(knex, 'evidence_item')).toBe(stored);
    // Nor is what is to be mended told again at another time of the day.
    await sync.letPass(19 * HOUR);
    await tenant.run({ rules });
    const ofNextDay = await tenant.bodyOf('remediation');
    expect(ofNextDay.gaps.uncovered).toMatchObject({ opened: 0, open: 1 });
    for (const _ of Array(3)) {
      await tenant.run({ rules });
      expect(await tenant.bodyOf('remediation')).toEqual(ofNextDay);
    }
  });

  it('are written with the snapshot or not at all', async () => {
    const tenant = await create();
    await tenant.knex.schema.dropTable('control_status');
    await expect(tenant.run()).rejects.toThrow();
    expect((await tenant.sync.published()).snapshot).toBe(0);
    expect(await rows(tenant.knex, 'control_test')).toBe(0);
  });

  it('answer of any past time what they answered then', async () => {
    const tenant = await create();
    const answered: [string, Awaited<ReturnType<typeof tenant.list>>][] = [];
    const ask = async () => {
      answered.push([
        tenant.sync.now.toISOString(),
        await tenant.list({ framework: 'soc2' }),
      ]);
    };
    for (const [registered, hours] of [
      [9, 2],
      [10, 9],
      [8, 1],
      [10, 30],
      [10, 3],
    ]) {
      tenant.register(registered);
      await tenant.run();
      await ask();
      await tenant.sync.letPass(hours * HOUR);
      await ask();
    }
    for (const [at, then] of answered) {
      expect(await tenant.list({ framework: 'soc2', at })).toEqual(then);
    }
    const seen = answered.map(([, { staleCauses }]) => staleCauses.length);
    expect(seen).toEqual([0, 0, 0, 1, 0, 0, 0, 1, 0, 0]);
  });

  it('are reported as of the snapshot, whenever that is asked for', async () => {
    const tenant = await create();
    await tenant.run();
    const first = tenant.sync.now.toISOString();
    const logs = { name: 'portal', signer: null, knex: tenant.knex };
    const evidence = new EvidenceLogs({ ...logs, logger: silentLogger });
    const context = () => ({ ...tenant.context, evidence });
    const reportAt = async (at?: string) => {
      const found = await tenant.context.snapshots.readCounts(
        { at },
        async one => one!,
      );
      const onRecord = await readOnRecord(context(), found);
      return reportOfDay(await readEvidenceDay(context(), found, onRecord));
    };
    const then = await reportAt();
    const { controls } = then.frameworks[0];
    expect(controls[0]).toMatchObject({ key: 'mfa/MFA-01', status: 'not-met' });
    expect(controls[0].strip.at(-1)).toBe('not-met');
    expect(then.trend!.days.at(-1)).toMatchObject({ covered: 9, uncovered: 1 });
    // What is stale by now was not then.
    await tenant.sync.letPass(60 * 24 * HOUR);
    expect(await reportAt()).toEqual(then);
    tenant.register(10);
    await tenant.run();
    expect(await reportAt(first)).toEqual(then);
    const now = await reportAt();
    expect(now.frameworks[0].controls[0].status).toBe('met');
    expect(now.trend!.days.at(-1)).toMatchObject({ covered: 10 });
    expect(
      now.trend!.days.filter(({ covered }) => covered !== null),
    ).toHaveLength(2);
  });

  it('are stale by themselves, and fresh with the next sync', async () => {
    const tenant = await create();
    tenant.register(10);
    await tenant.run();
    const synced = tenant.sync.now;
    const { counts } = (await tenant.list()).frameworks[0];
    expect(counts.met).toBeGreaterThan(0);

    await tenant.sync.letPass(6 * HOUR + 1);
    const stale = await tenant.list();
    expect(stale.staleCauses).toEqual(['not-read']);
    for (const { counts: of } of stale.frameworks) {
      expect(of).toMatchObject({ met: 0, notMet: 0, notEvaluated: 0 });
      expect(of.stale).toBe(of.inScope);
    }
    expect(await tenant.one('mfa/MFA-01')).toMatchObject({
      status: 'stale',
      since: new Date(synced.getTime() + 6 * HOUR).toISOString(),
    });

    // Other limits do not change what was answered, and what is stale stays so.
    tenant.config = configOf({ staleAfter: { hours: 48 } });
    const align = () =>
      alignFreshness({ ...tenant.context, tenantIds: [tenantId] });
    await align();
    expect(await tenant.statusOf('mfa/MFA-01')).toBe('stale');
    await tenant.run();
    expect(await tenant.statusOf('mfa/MFA-01')).toBe('met');
    await tenant.sync.letPass(24 * HOUR);
    expect(await tenant.statusOf('mfa/MFA-01')).toBe('met');
    const fresh = tenant.sync.now.toISOString();
    tenant.config = configOf();
    await align();
    await tenant.sync.letPass(1000);
    expect(await tenant.statusOf('mfa/MFA-01')).toBe('stale');
    expect(await tenant.statusOf('mfa/MFA-01', fresh)).toBe('met');
  });

  it('are stale from the moment on in which the tenant is disconnected', async () => {
    const tenant = await create();
    const { knex, sync, config } = tenant;
    const configure = (tenants: typeof config.tenants) =>
      new Connections({
        knex,
        clock: sync.clock,
        logger: silentLogger,
        config: { ...config, tenants },
        collectors,
      }).begin();
    tenant.register(10);
    await configure(config.tenants);
    await tenant.run();
    const fresh = sync.now.toISOString();
    await sync.letPass(1000);
    await configure([]);
    await sync.letPass(1000);
    expect(await tenant.statusOf('mfa/MFA-01')).toBe('stale');
    expect(await tenant.statusOf('mfa/MFA-01', fresh)).toBe('met');
  });

  it('leave the coverage where the configuration says why', async () => {
    const tenant = await create();
    const narrative = {
      text: 'Everyone gets a key on the first day.',
      author: 'Ada Berg',
      date: '2026-11-01',
    };
    tenant.config = configOf({
      compliance: {
        controls: [
          { control: 'mfa/MFA-01', disabled: 'Of another team', narrative },
          { control: 'mfa/MFA-01', tenantId, disabled: 'A test tenant' },
        ],
      },
    });
    await tenant.run();
    const { frameworks, controls } = await tenant.list();
    expect(controls[0]).toMatchObject({
      status: 'disabled',
      disabledReason: 'A test tenant',
    });
    expect(frameworks[0].counts).toMatchObject({
      disabled: 1,
      inScope: library[0].controls.length - 1,
    });
    const { date: on, ...rest } = narrative;
    expect((await tenant.one('mfa/MFA-01')).narrative).toEqual({ ...rest, on });
    await tenant.sync.letPass(24 * HOUR);
    expect(await tenant.statusOf('mfa/MFA-01')).toBe('disabled');
    expect(await tenant.statusOf('mfa/MFA-02')).toBe('stale');
  });

  it('tell security of each snapshot with which they changed, once', async () => {
    const tenant = await create();
    const sent: NotificationSendOptions[] = [];
    const sender = new NoticeSender({
      knex: tenant.knex,
      clock: tenant.sync.clock,
      logger: silentLogger,
      notifications: {
        send: async notification => void sent.push(notification),
      },
      plugins: {
        getInstalledPlugins: async () => [{ pluginId: 'notifications' }],
      },
    });
    const tell = async () => {
      tenant.config = configOf({
        notify: { security: ['group:default/security'] },
      });
      const { config, frameworks, sync, knex } = tenant;
      const finder = { ...config, frameworks, knex, clock: sync.clock };
      await sender.tell(tenantId, findControlChanges(finder));
    };
    await tenant.run();
    await tell();
    expect(sent).toEqual([]);
    tenant.register(10);
    await tenant.run();
    await tell();
    await tell();
    tenant.register(8);
    await tenant.run();
    await tell();
    expect(sent.map(({ payload }) => payload)).toMatchObject([
      {
        // Of most of them something else is not read here.
        title: expect.stringMatching(/^\d+ controls cannot be evaluated in /),
        description: expect.stringMatching(
          /and \d+ more\n\d controls are met: .*Entra MFA MFA-01/,
        ),
        link: `/entra-mfa/compliance/controls?tenant=${tenantId}`,
      },
      {
        title: expect.stringMatching(/^\d+ controls are not met any more in /),
        severity: 'high',
      },
    ]);
  });

  it('are judged by tests of modules too', async () => {
    const tenant = await create();
    const judged: EntraMfaControlFacts[] = [];
    tenant.added.addTest({
      id: 'acme/half',
      title: { en: 'Half are registered', de: 'Die Hälfte ist registriert' },
      link: 'https://acme.example.com/half',
      judge(facts) {
        judged.push(facts);
        const { covered, uncovered } = facts.people;
        if (covered === 7) throw new Error('no luck');
        const of = covered + uncovered;
        return {
          outcome: covered * 2 >= of ? 'met' : 'not-met',
          ...{ count: covered, of, targetPermille: 500 },
        };
      },
    });
    tenant.added.addFramework({
      id: 'acme',
      name: 'Acme',
      controls: [
        {
          id: 'A-1',
          tests: ['acme/half', 'exceptions'],
          en: halfWords,
          de: halfWords,
        },
      ],
    });
    await tenant.run();
    const [{ since }] = (await tenant.one('acme/A-1')).results;
    await tenant.run();
    expect(judged[0]).toMatchObject({
      tenantId,
      people: { covered: 9, uncovered: 1, unknown: 0, exempt: 0 },
      targetPermille: 950,
      records: {},
    });
    expect(await tenant.one('acme/A-1')).toMatchObject({
      status: 'met',
      words: { en: halfWords, de: halfWords },
      results: [
        {
          test: 'acme/half',
          added: {
            title: {
              en: 'Half are registered',
              de: 'Die Hälfte ist registriert',
            },
            link: 'https://acme.example.com/half',
          },
          ...{ count: 9, of: 10, targetPermille: 500, since },
        },
        { test: 'exceptions', added: null },
      ],
    });
    // What it throws keeps no snapshot from being published.
    tenant.register(7);
    await tenant.run();
    expect(await tenant.one('acme/A-1')).toMatchObject({
      status: 'not-evaluated',
      results: [{ reason: 'not-judged', count: null }, {}],
    });
    expect((await tenant.bodyOf('control-tests')).tests).toMatchObject({
      'acme/half': { outcome: 'not-evaluated' },
    });
  });

  it('add up what the tenant holds', async () => {
    const tenant = await create();
    const { source } = tenant.sync;
    const result = async (id: string, test: string) =>
      (await tenant.one(id)).results.find(one => one.test === test);
    tenant.register(10);
    const [users] = source.pages.users as [Record<string, unknown>[]];
    users[0].createdDateTime = new Date(
      tenant.sync.now.getTime() - 30 * 24 * HOUR,
    ).toISOString();
    await tenant.run();
    expect(await result('mfa/MFA-05', 'joiners')).toMatchObject({
      outcome: 'met',
      ...{ count: 0, of: 1, days: 14 },
    });
    expect(await result('mfa/MFA-06', 'lost-registrations')).toMatchObject({
      outcome: 'met',
    });
    expect(await result('mfa/MFA-10', 'sync')).toMatchObject({
      outcome: 'met',
    });

    // Somebody who joined a month ago loses their registration, and nobody answers for more than a week.
    // Somebody else comes who never had one.
    const newcomer = userRow(11);
    source.pages.users = [[...users, newcomer]];
    source.pages.registrations = [
      [...users, newcomer].map((_, index) =>
        reportRow(index + 1, index > 0 && index < 10),
      ),
    ];
    await tenant.run();
    expect(await result('mfa/MFA-05', 'joiners')).toMatchObject({
      outcome: 'not-met',
      ...{ count: 1, of: 1 },
    });
    expect(await result('mfa/MFA-06', 'lost-registrations')).toMatchObject({
      outcome: 'met',
    });
    await tenant.sync.letPass(8 * 24 * HOUR);
    await tenant.run();
    expect(await result('mfa/MFA-06', 'lost-registrations')).toMatchObject({
      outcome: 'not-met',
      ...{ count: 1, days: 7 },
    });
    expect((await tenant.list()).changed).toBeNull();
    await tenant.sync.letPass(22 * 24 * HOUR);
    await tenant.run();
    expect((await tenant.list()).changed).toEqual([
      { id: 'MFA-06', before: 'met' },
    ]);
  });
});

it.each([
  [{ frameworks: ['none'] }, 'entraMfa.compliance.frameworks[0]'],
  [
    { controls: [{ control: 'mfa/none', disabled: 'Why' }] },
    'entraMfa.compliance.controls[0].control',
  ],
  [
    { controls: [{ control: 'mfa/MFA-01' }] },
    'entraMfa.compliance.controls[0]',
  ],
  [
    { controls: [{ control: 'mfa/MFA-01', disabled: ' ' }] },
    'entraMfa.compliance.controls[0].disabled',
  ],
  [
    {
      controls: [
        { control: 'mfa/MFA-01', disabled: 'Why' },
        { control: 'mfa/MFA-01', disabled: 'Why not' },
      ],
    },
    'entraMfa.compliance.controls[1].control',
  ],
  [
    { ownFrameworks: [{ id: 'mfa', name: 'Ours', controls: [ownControl()] }] },
    'entraMfa.compliance.ownFrameworks[0].id',
  ],
  [
    {
      ownFrameworks: [
        { id: 'a', name: 'Ours', controls: [ownControl({ tests: [] })] },
      ],
    },
    'entraMfa.compliance.ownFrameworks[0].controls[0].tests',
  ],
  [
    {
      ownFrameworks: [
        { id: 'a', name: 'Ours', controls: [ownControl({ missing: '' })] },
      ],
    },
    'entraMfa.compliance.ownFrameworks[0].controls[0].missing',
  ],
])('refuses %j', (compliance, key) => {
  expect(() => frameworksFor(configOf({ compliance }).compliance)).toThrow(key);
});

function ownControl(change: object = {}) {
  return {
    ...{ id: 'A-1', title: 'T', asks: 'A', shows: 'S', missing: 'M' },
    ...{ adds: 'P', tests: ['coverage', 'coverage'] },
    ...change,
  };
}

it('shows pictures of controls that are shown', () => {
  const { compliance, pictures } = configOf({
    compliance: { frameworks: ['mfa'] },
    pictures: ['organization', 'control:mfa/MFA-01', 'control:soc2/CC6.1'],
  });
  const frameworks = frameworksFor(compliance);
  expect(() => checkPictures(pictures.slice(0, 2), frameworks)).not.toThrow();
  expect(() => checkPictures(pictures, frameworks)).toThrow(
    'entraMfa.pictures[2]',
  );
});

it('shows the frameworks that are chosen, own ones among them', () => {
  const chosen = frameworksFor(
    configOf({
      compliance: {
        frameworks: ['acme', 'soc2'],
        ownFrameworks: [{ id: 'acme', name: 'Acme', controls: [ownControl()] }],
      },
    }).compliance,
  );
  expect(chosen.map(({ id }) => id)).toEqual(['acme', 'soc2']);
  expect(chosen[0].controls[0]).toMatchObject({
    tests: ['coverage'],
    de: null,
  });
});

it.each(library.map(framework => [framework.id, framework] as const))(
  'says of every control of %s what it asks, shows and misses, in both languages',
  (_, { controls }) => {
    const ids = controls.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const { tests, en, de } of controls) {
      expect(tests.length).toBeGreaterThan(0);
      for (const words of [en, de!]) {
        const { title, asks, shows, missing, adds } = words;
        for (const text of [title, asks, shows, missing, adds]) {
          expect(text.length).toBeGreaterThan(10);
        }
      }
      expect(de!.steps.map(({ link }) => link)).toEqual(
        en.steps.map(({ link }) => link),
      );
    }
  },
);
