import type { NotificationSendOptions } from '@backstage/plugin-notifications-node';
import type {
  PersonDetail,
  Remediation,
  ReminderCampaign,
  ReminderPreview,
  ReminderProgress,
} from '@entra-mfa/backstage-plugin-entra-mfa-common';
import { routes } from '@entra-mfa/backstage-plugin-entra-mfa-common/contract';
import { objectId, reportRow } from '../../__testUtils__/rows';
import { silentLogger } from '../../__testUtils__/silentLogger';
import { startTestApi, type TestApi } from '../../__testUtils__/startTestApi';
import { TestDatabases } from '../../__testUtils__/TestDatabases';
import {
  createSyncedTenant,
  register,
  tenantId,
} from '../../__testUtils__/testTenant';
import type { TestSync } from '../../__testUtils__/TestSync';
import { globalAdministrator } from '../../assess/roles/privilegedRoles';
import { NoticeSender } from '../../notifications/NoticeSender';
import { findEscalations } from '../../reminders/findEscalations';
import { ReminderSender } from '../../reminders/ReminderSender';

jest.setTimeout(60_000);

const databases = TestDatabases.one();
const DAY = 24 * 3_600_000;

const plan = {
  title: 'Register a method',
  text: 'It takes three minutes.',
  filter: {},
  firstDay: '2026-11-21',
  everyDays: 3,
  until: '2026-12-18',
  leadAfter: 2,
  securityAfter: 2,
  quietFrom: null,
  quietTo: null,
  quietWeekends: false,
  timeZone: 'Europe/Berlin',
};

/** A tenant with an API, and what its people are told. */
class Reminded {
  sent: NotificationSendOptions[] = [];
  private readonly sender: ReminderSender;
  private readonly notices: NoticeSender;

  private constructor(readonly sync: TestSync, readonly api: TestApi) {
    const options = {
      knex: sync.knex,
      clock: sync.clock,
      logger: silentLogger,
      plugins: {
        getInstalledPlugins: async () => [{ pluginId: 'notifications' }],
      },
      notifications: {
        send: async (one: NotificationSendOptions) => {
          this.sent.push(one);
        },
      },
    };
    this.notices = new NoticeSender(options);
    this.sender = new ReminderSender({
      ...options,
      securityInfoUrl: () => 'https://mysignins.microsoft.com/security-info',
      atOnce: 1,
    });
  }

  static async start(hideBelow = 4): Promise<Reminded> {
    const [[id]] = databases.eachSupportedId();
    const sync = await createSyncedTenant(databases, id);
    const reminded = new Reminded(
      sync,
      await startTestApi(sync, { smallTeams: { hideBelow } }),
    );
    await reminded.isFresh();
    return reminded;
  }

  /** Says of the newest snapshot that it is fresh for some days. */
  async isFresh(days = 30) {
    await this.sync
      .knex('snapshot')
      .update({ fresh_until: new Date(this.sync.now.getTime() + days * DAY) });
  }

  async syncAgain() {
    await this.sync.runRefreshed(1);
    await this.isFresh();
  }

  /** Who is told now, and with which notification. */
  async send(): Promise<string[]> {
    this.sent = [];
    await this.sender.send(tenantId);
    return this.sent
      .flatMap(
        ({ recipients }) => (recipients as { entityRef: string[] }).entityRef,
      )
      .sort();
  }

  /** Which escalations are sent now, to whom. */
  async escalate(): Promise<string[]> {
    this.sent = [];
    await this.notices.tell(
      tenantId,
      findEscalations({
        ...this.sync,
        clock: this.sync.clock,
        notify: {
          leads: true,
          security: ['group:default/security'],
          approvers: [],
          pagePath: '/entra-mfa',
        },
      }),
    );
    return this.sent.map(
      ({ recipients, payload }) =>
        `${(recipients as { entityRef: string[] }).entityRef}: ${
          payload.title
        }`,
    );
  }

  async create(rest: object = {}): Promise<ReminderCampaign> {
    const { body } = await this.api
      .post('/reminders')
      .send({ ...plan, ...rest });
    return routes.createReminders.response.parse(body);
  }

  async step(id: string, what: 'start' | 'stop') {
    const { status, body } = await this.api.post(`/reminders/${id}/${what}`);
    return { status, ...body };
  }

  async progress(id: string, caller?: 'countsOnly'): Promise<ReminderProgress> {
    const { body } = await this.api.get(`/reminders/${id}`, caller);
    return routes.getReminder.response.parse(body);
  }

  async person(number: number): Promise<PersonDetail> {
    const { body } = await this.api.get(
      `/people/${tenantId}/${objectId(number)}`,
    );
    return body;
  }
}

const all = ['user:default/person2', 'user:default/person8'];

describe('reminders', () => {
  let reminded: Reminded;

  beforeEach(async () => {
    reminded = await Reminded.start();
  });
  afterEach(() => reminded.api.stop());

  it('tell whoever is not registered and has a User, until a snapshot shows the method', async () => {
    const { id, state } = await reminded.create();
    expect(state).toBe('draft');
    expect(await reminded.send()).toEqual([]);
    expect(await reminded.step(id, 'start')).toMatchObject({
      status: 200,
      state: 'running',
      waits: null,
      changed: { by: 'user:default/security' },
    });

    expect(await reminded.send()).toEqual(all);
    const scopes = new Set(reminded.sent.map(({ payload }) => payload.scope));
    expect([...scopes]).toEqual([`entra-mfa/${tenantId}/reminder`]);
    // Once a day, also where two campaigns ask for it; and not again before it is due.
    const other = await reminded.create({ title: 'Another', everyDays: 1 });
    await reminded.step(other.id, 'start');
    expect(await reminded.send()).toEqual([]);
    await reminded.step(other.id, 'stop');
    await reminded.sync.letPass(2 * DAY);
    expect(await reminded.send()).toEqual([]);

    register(reminded.sync, 8);
    await reminded.sync.letPass(DAY);
    await reminded.syncAgain();
    // Of person 7 it is known now that they have no row.
    expect(await reminded.send()).toEqual([all[0], 'user:default/person7']);

    const { campaign, teams } = await reminded.progress(id);
    expect(campaign.counts).toEqual({
      reminded: 3,
      fixed: 1,
      open: 2,
      other: 0,
    });
    expect(
      teams.map(team => [team.title, team.reminded, team.fixed, team.open]),
    ).toEqual([
      ['CHECKOUT', 1, 0, 1],
      ['FIELD', 2, 1, 1],
    ]);

    // So few are for who may see names.
    const { campaign: few, ...rest } = await reminded.progress(
      id,
      'countsOnly',
    );
    expect([few.counts, rest.teams, rest.hiddenTeams]).toEqual([null, [], 2]);

    const fixed = await reminded.person(8);
    expect(fixed.reminders.map(one => one.campaign.title)).toEqual([
      'Register a method',
    ]);
    expect(fixed.gaps).toEqual([
      {
        kind: 'uncovered',
        opened: { snapshot: 1, at: expect.any(String) },
        closed: { snapshot: 2, at: expect.any(String), outcome: 'fixed' },
      },
    ]);
    expect((await reminded.person(2)).gaps[0].closed).toBeNull();
  });

  it('tell nobody while the data is stale, held or failed, or once stopped', async () => {
    const { id } = await reminded.create();
    await reminded.step(id, 'start');
    const waits = async () => (await reminded.progress(id)).campaign.waits;

    await reminded.isFresh(-1);
    expect([await reminded.send(), await waits()]).toEqual([[], 'stale']);
    await reminded.isFresh();

    await reminded.sync.knex('hold').insert({
      tenant_id: tenantId,
      run: 1,
      since: reminded.sync.now,
      found_at: reminded.sync.now,
      snapshot: 1,
      from_covered: 9,
      from_uncovered: 1,
      to_covered: 1,
      to_uncovered: 9,
    });
    expect([await reminded.send(), await waits()]).toEqual([[], 'held']);
    await reminded.sync.knex('hold').delete();

    await reminded.sync.knex('run').insert({
      ...(await reminded.sync.knex('run').first()),
      run: 2,
      state: 'failed',
    });
    expect([await reminded.send(), await waits()]).toEqual([[], 'failed']);
    await reminded.sync.knex('run').where({ run: 2 }).delete();

    await reminded.step(id, 'stop');
    expect(await reminded.send()).toEqual([]);
    expect(await reminded.step(id, 'stop')).toMatchObject({ status: 409 });
    await reminded.step(id, 'start');
    expect(await reminded.send()).toEqual(all);
  });

  it('tell leads and security of whom they do not help, once in a round', async () => {
    const { id } = await reminded.create({ everyDays: 1 });
    await reminded.step(id, 'start');
    await reminded.send();
    expect(await reminded.escalate()).toEqual([]);
    await reminded.sync.letPass(DAY);
    await reminded.send();
    expect(await reminded.escalate()).toEqual([
      'group:default/security: 2 people have not registered for MFA, reminded 2 times or more',
    ]);
    expect(await reminded.escalate()).toEqual([]);
  });

  it('tell privileged people with only a phone, until a snapshot shows another method', async () => {
    const { pages } = reminded.sync.source;
    pages['role-assignments'] = [
      [1, 6].map(number => ({
        ...{ id: `r${number}`, principalId: objectId(number) },
        ...{ roleDefinitionId: globalAdministrator, directoryScopeId: '/' },
      })),
    ];
    await reminded.syncAgain();
    const phone = ['user:default/person6'];
    const methods = (...methodsRegistered: string[]) => {
      pages.registrations = [
        (pages.registrations!.flat() as { id: string }[]).map(row =>
          row.id === objectId(6)
            ? reportRow(6, methodsRegistered.length > 0, { methodsRegistered })
            : row,
        ),
      ];
    };
    const filter = { gap: 'privileged-phone-only' };
    const ask = async (query: string) =>
      (await reminded.api.get(`/reminder-preview?gap=${filter.gap}${query}`))
        .body;
    expect(await ask('')).toMatchObject({ hear: 1, unreachable: 0 });
    expect(await ask('&team=group:default/field')).toMatchObject({ hear: 0 });

    const { id } = await reminded.create({ filter, everyDays: 1 });
    await reminded.step(id, 'start');
    expect(await reminded.send()).toEqual(phone);
    const counts = async () => (await reminded.progress(id)).campaign.counts;
    expect(await counts()).toMatchObject({ reminded: 1, fixed: 0, open: 1 });
    await reminded.sync.letPass(DAY);
    expect(await reminded.send()).toEqual(phone);
    expect(await reminded.escalate()).toEqual([
      'user:default/owner: 1 person of PAYMENTS with a privileged role has only a phone, reminded 2 times or more',
      'group:default/security: 1 person with a privileged role has only a phone, reminded 2 times or more',
    ]);
    const [{ payload }] = reminded.sent;
    expect(payload.link).toContain('privileged=true&mark=phone-only');

    // Without the phone there is no other method either.
    methods();
    await reminded.sync.letPass(DAY);
    await reminded.syncAgain();
    expect(await reminded.send()).toEqual([]);
    expect(await counts()).toMatchObject({ fixed: 0, open: 1 });
    methods('mobilePhone', 'fido2SecurityKey');
    await reminded.syncAgain();
    expect(await reminded.send()).toEqual([]);
    expect(await counts()).toMatchObject({ fixed: 1, open: 0 });
    const { teams, pace } = await reminded.progress(id);
    expect(teams.map(team => [team.title, team.fixed])).toEqual([
      ['PAYMENTS', 1],
    ]);
    expect(pace!.weeks.map(({ fixed }) => fixed)).toContain(1);
  });

  it('tell nobody who of a team is privileged', async () => {
    await reminded.api.stop();
    reminded = await Reminded.start(0);
    const { sync } = reminded;
    const sent = (id: string) =>
      [1, 2, 6, 11].map(number => ({
        ...{ tenant_id: tenantId, campaign_id: id, day: '2026-11-21' },
        ...{ object_id: objectId(number), sent_at: sync.now },
      }));
    const filter = { team: 'group:default/engineering' };
    const about = { ...filter, gap: 'privileged-phone-only' };
    for (const [of, isTold] of [
      [filter, true],
      [about, false],
      [{ ...filter, privileged: 'true' }, false],
    ] as const) {
      const { id } = await reminded.create({ filter: of });
      await reminded.step(id, 'start');
      await sync.knex('reminder_sent').insert(sent(id));
      const { campaign, teams, pace } = await reminded.progress(
        id,
        'countsOnly',
      );
      expect([of, campaign.counts !== null, pace !== null]).toEqual([
        of,
        isTold,
        isTold,
      ]);
      expect(teams.length > 0).toBe(isTold);
    }
  });

  it('are for whom the filter finds, kept as a rule, and say beforehand who would hear', async () => {
    const preview = async (
      query: string,
      caller?: 'security',
    ): Promise<ReminderPreview> =>
      (await reminded.api.get(`/reminder-preview?${query}`, caller)).body;
    expect(await preview('')).toMatchObject({ hear: 2, unreachable: 1 });
    const field = await preview('team=group:default/field');
    expect([field.hear, field.unreachable]).toEqual([1, 0]);
    expect(field.people.map(({ entityRef }) => entityRef)).toEqual([all[1]]);

    const { id } = await reminded.create({
      filter: { team: 'group:default/field' },
    });
    await reminded.step(id, 'start');
    expect(await reminded.send()).toEqual([all[1]]);

    for (const wrong of [
      { filter: { q: 'Ada' } },
      { filter: { gap: 'connection' } },
      { filter: { entityRef: all[0] } },
      { timeZone: 'Europe/Nowhere' },
      { until: '2026-11-20' },
      { until: '2028-11-20' },
      { quietFrom: 18 },
    ]) {
      const answer = await reminded.api
        .post('/reminders')
        .send({ ...plan, ...wrong });
      expect([wrong, answer.status]).toEqual([wrong, 400]);
    }
  });

  it('count what is to be mended, and keep small teams from who may not see names', async () => {
    const ask = async (
      query: string,
      caller?: 'countsOnly',
    ): Promise<Remediation> =>
      routes.getRemediation.response.parse(
        (await reminded.api.get(`/remediation?${query}`, caller)).body,
      );
    register(reminded.sync, 8);
    await reminded.sync.letPass(10 * DAY);
    await reminded.syncAgain();
    const { gaps } = await ask('');
    expect(gaps.map(({ kind, open }) => [kind, open])).toEqual([
      ['uncovered', 3],
      ['privileged-phone-only', 0],
      ['break-glass', 0],
      ['connection', 0],
    ]);
    expect(gaps[0]).toMatchObject({
      openByAge: { week: 1, month: 2 },
      closed: { fixed: 1 },
      timeToFix: { medianSeconds: 10 * 86_400 + 3_600 },
    });
    // Of a connection that fails no snapshot tells.
    await reminded.sync.letPass(DAY);
    await reminded.sync.knex('connection_episode').insert({
      tenant_id: tenantId,
      episode: 99,
      state: 'needs-attention',
      began_at: new Date(reminded.sync.now.getTime() - 3_600_000),
      problems: '[]',
    });
    expect((await ask('')).gaps[3].open).toBe(1);
    const field = await ask('team=group:default/field');
    expect([field.gaps[0].open, field.gaps[0].closed.fixed]).toEqual([1, 1]);
    const whole = await ask('team=group:default/engineering', 'countsOnly');
    expect(whole.gaps.map(({ kind }) => kind)).toEqual(['uncovered']);
    expect(await ask('team=group:default/field', 'countsOnly')).toMatchObject({
      hidden: true,
      gaps: [],
    });
  });
});
