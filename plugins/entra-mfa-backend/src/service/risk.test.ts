import {
  riskySignInOutcomes,
  type PersonRisk,
  type RiskState,
  type RiskySignIns,
} from '@entra-mfa/backstage-plugin-entra-mfa-common';
import type { Knex } from 'knex';
import { objectId, reportRow } from '../__testUtils__/rows';
import { silentLogger } from '../__testUtils__/silentLogger';
import { startTestApi, type TestApi } from '../__testUtils__/startTestApi';
import { TestDatabases } from '../__testUtils__/TestDatabases';
import { createSyncedTenant, tenantId } from '../__testUtils__/testTenant';
import type { TestSync } from '../__testUtils__/TestSync';
import { forgetOldEvents } from '../connections/forgetOldEvents';
import { GraphRequestError } from '../graph/errors';

jest.setTimeout(60_000);

const databases = TestDatabases.one();
const DAY = 86_400_000;

describe.each(databases.eachSupportedId())('risk on %s', databaseId => {
  let knex: Knex;
  let sync: TestSync;
  let api: TestApi;

  beforeEach(async () => {
    sync = await createSyncedTenant(databases, databaseId);
    knex = sync.knex;
    api = await startTestApi(sync);
  });
  afterEach(() => api.stop());

  const dayBefore = (days: number) => new Date(sync.now.getTime() - days * DAY);
  const dayOf = (days: number) => dayBefore(days).toISOString().slice(0, 10);

  const forget = async (eventDays: number) => {
    // Connections are entered as they are followed, which no test of the API does.
    await knex('connection')
      .insert({ tenant_id: tenantId })
      .onConflict('tenant_id')
      .ignore();
    const { clock } = sync;
    await forgetOldEvents(
      {
        knex,
        clock,
        logger: silentLogger,
        auditDays: 400,
        eventDays,
        signInActivity: false,
        entraGroups: { read: true },
      },
      new AbortController().signal,
    );
  };

  const risky = (number: number, change: object = {}) => ({
    id: objectId(number).toUpperCase(),
    isDeleted: false,
    isProcessing: false,
    riskLevel: 'high',
    riskState: 'atRisk',
    riskDetail: 'none',
    riskLastUpdatedDateTime: '2026-11-19T14:02:31.1234567Z',
    userDisplayName: `Person ${number}`,
    userPrincipalName: `person${number}@contoso.com`,
    ...change,
  });
  const detection = (number: number, daysAgo: number, change: object = {}) => ({
    id: `detection of ${number}, ${daysAgo}`,
    riskEventType: 'leakedCredentials',
    riskState: 'atRisk',
    riskLevel: 'medium',
    riskDetail: 'none',
    ipAddress: '203.0.113.45',
    location: { city: 'Seattle' },
    detectedDateTime: dayBefore(daysAgo).toISOString(),
    userId: objectId(number).toUpperCase(),
    userPrincipalName: `person${number}@contoso.com`,
    ...change,
  });
  const give = (...people: object[]) => {
    sync.source.pages['risky-users'] = [people];
  };
  const detect = (...detections: object[]) => {
    sync.source.pages['risk-detections'] = [detections];
  };
  const riskOf = async (
    number: number,
    caller?: 'self',
  ): Promise<PersonRisk | null> =>
    (await api.get(`/people/${tenantId}/${objectId(number)}`, caller)).body
      .risk;
  const list = async (query: string) => {
    const { body } = await api.get(
      `/people?${query}&count=true&facets=true&limit=50`,
    );
    return {
      ...body,
      numbers: body.items.map(({ id }: { id: string }) => Number(id.slice(-2))),
    };
  };

  it('puts who is at risk without MFA first, counts them, and changes nobody’s state', async () => {
    const { states } = await sync.published();
    const before = (await list('')).numbers;
    // Privileged, who are first else.
    sync.source.pages['role-assignments'] = [
      [3, 8].map(number => ({
        id: `role of ${number}`,
        principalId: objectId(number),
        roleDefinitionId: '62e90394-69f5-4237-9190-012177145e10',
        directoryScopeId: '/',
      })),
    ];
    sync.source.before = dataSet => {
      if (dataSet === 'risky-users') {
        throw new GraphRequestError(403, 'Forbidden', null, true);
      }
    };
    await sync.run();
    sync.source.before = () => {};
    expect((await list('')).presets).not.toContainEqual(
      expect.objectContaining({ id: 'at-risk-without-mfa' }),
    );
    give(
      risky(1, { riskLevel: 'hidden' }),
      risky(2, { riskState: 'confirmedCompromised' }),
      risky(8),
      // Left out, dealt with, deleted, and nobody.
      risky(4),
      risky(12, { riskState: 'remediated' }),
      risky(7, { isDeleted: true }),
      risky(77),
    );
    await sync.run();
    expect((await sync.published()).states).toEqual(states);

    const all = await list('');
    expect(all.numbers.slice(0, 3)).toEqual([8, 2, 3]);
    expect([...all.numbers].sort()).toEqual([...before].sort());
    const back = await list('order=asc');
    expect(back.numbers).toEqual([...all.numbers].reverse());
    const names = (query: string): Promise<string[]> =>
      list(query).then(({ items }) =>
        items.map(({ displayName }: { displayName: string }) => displayName),
      );
    const byName = await names('sort=name');
    expect(byName).toEqual([...byName].sort());
    expect(byName).toHaveLength(11);
    expect((await list('privileged=true')).numbers).toEqual([8, 3]);

    const atRisk = await list('state=uncovered&mark=at-risk');
    expect(atRisk.numbers).toEqual([8, 2]);
    expect(atRisk.counted).toBe(2);
    expect(all.presets).toContainEqual({ id: 'at-risk-without-mfa', count: 2 });
    const { counts } = (await api.get('/overview')).body;
    expect([counts.atRiskUncovered, counts.marks['at-risk']]).toEqual([2, 3]);
    const { body } = await api.get('/teams/group/default/checkout');
    expect(body.counts.atRiskUncovered).toBe(1);
    expect(await riskOf(1)).toEqual({
      now: { level: 'hidden', state: 'at-risk', day: '2026-11-19' },
      isRead: true,
      detections: [],
    });

    // They register: no longer first, still at risk.
    const rows = sync.source.pages.registrations![0] as { id: string }[];
    sync.source.pages.registrations = [
      rows.map(row => (row.id === objectId(8) ? reportRow(8) : row)),
    ];
    await sync.run();
    expect((await list('')).numbers.slice(0, 3)).toEqual([2, 3, 8]);
  });

  it('counts risky sign-ins by day and outcome, and keeps nothing else of them', async () => {
    const signIn = (
      at: string,
      errorCode: number,
      conditionalAccessStatus: string,
      riskState = 'atRisk',
    ) => ({
      id: 'a sign-in',
      createdDateTime: at,
      userId: objectId(2),
      userPrincipalName: 'person2@contoso.com',
      ipAddress: '203.0.113.45',
      riskState,
      conditionalAccessStatus,
      status: { errorCode },
    });
    const giveSignIns = (...pages: object[][]) => {
      sync.source.pages['risky-sign-ins'] = pages;
    };
    const told = async () => {
      const { body } = await api.get('/overview', 'countsOnly');
      const { days }: RiskySignIns = body.riskySignIns;
      return days.map(({ day, counts }) => [
        day,
        ...riskySignInOutcomes.map(outcome => counts[outcome]),
      ]);
    };
    const since = () =>
      /createdDateTime ge (\S+) and/.exec(
        sync.source.queries['risky-sign-ins']!.$filter,
      )![1];
    // The first sync, on 2026-11-21, had none.
    expect(await told()).toEqual([]);
    const [yesterday, before] = ['2026-11-20', '2026-11-19'];
    const longAgo = '2026-11-02';
    const noon = 'T12:00:00Z';
    giveSignIns(
      [
        signIn(yesterday + noon, 0, 'success'),
        signIn(`${yesterday}T23:59:59.9Z`, 50126, 'notApplied'),
      ],
      [
        signIn(yesterday + noon, 53003, 'failure'),
        signIn(yesterday + noon, 0, 'success', 'remediated'),
      ],
      [
        signIn(`${yesterday}T00:00:00Z`, 0, 'notApplied'),
        signIn(before + noon, 53003, 'failure'),
        signIn(longAgo + noon, 53003, 'failure'),
      ],
    );
    await sync.run();
    // Not due.
    expect(await told()).toEqual([]);
    await sync.letPass(6 * 3_600_000);
    await sync.run();
    expect(since()).toBe('2026-10-22T00:00:00Z');
    const first = await told();
    expect(first).toEqual([
      [yesterday, 2, 1, 1, 1],
      [before, 0, 0, 1, 0],
      [longAgo, 0, 0, 1, 0],
    ]);
    const kept = JSON.stringify(await sync.records('risky-sign-ins'));
    expect(kept).not.toMatch(/203\.|contoso|a sign-in/);
    expect(kept).not.toContain(objectId(2));

    // Two pages are counted, and the run is stopped; the next one goes on with the third.
    giveSignIns(
      [signIn(yesterday + noon, 0, 'success')],
      [signIn(yesterday + noon, 0, 'success')],
      [signIn(yesterday + noon, 53003, 'failure')],
    );
    const stop = new AbortController();
    sync.source.before = (dataSet, page) => {
      if (dataSet === 'risky-sign-ins' && page === 3) {
        stop.abort(new Error('stopped'));
        stop.signal.throwIfAborted();
      }
    };
    await sync.letPass(24 * 3_600_000);
    await expect(sync.run({ signal: stop.signal })).rejects.toThrow('stopped');
    expect(since()).toBe('2026-11-18T00:00:00Z');
    expect(await told()).toEqual(first);
    sync.source.before = () => {};
    sync.source.asked.length = 0;
    await sync.run();
    expect(sync.source.asked).toContain('risky-sign-ins 3');
    expect(sync.source.asked).not.toContain('risky-sign-ins 2');
    expect(await told()).toEqual([
      [yesterday, 2, 0, 1, 0],
      [longAgo, 0, 0, 1, 0],
    ]);

    giveSignIns([{ ...signIn(yesterday, 0, ''), status: null }]);
    await sync.letPass(6 * 3_600_000);
    await sync.run();
    const { collectors } = await sync.lastRun();
    const of = collectors.find(row => row.data_set === 'risky-sign-ins');
    expect(of!.outcome).toBe('failed');
    expect(await told()).toHaveLength(2);
    await forget(19);
    expect(await told()).toHaveLength(1);
    await forget(1);
    expect(await told()).toEqual([]);
  });

  it('knows of nobody’s risk without the permission, and is healthy', async () => {
    give(risky(2));
    await sync.run();
    expect((await list('mark=at-risk')).numbers).toEqual([2]);
    sync.source.before = dataSet => {
      if (dataSet === 'risky-users' || dataSet === 'risk-detections') {
        throw new GraphRequestError(403, 'Forbidden', null, true);
      }
    };
    await sync.run();
    expect((await list('mark=at-risk')).numbers).toEqual([]);
    expect((await api.get('/overview')).body.freshness.problems).toEqual([]);
    // What was detected stays as it was read last: nothing.
    expect(await riskOf(2)).toEqual({
      now: null,
      isRead: false,
      detections: [],
    });
  });

  it('keeps of a detection its type, level, state and day, and asks for what is new', async () => {
    detect(
      detection(2, 20, { riskEventType: 'unlikelyTravel', riskState: null }),
      detection(2, 3),
      detection(2, 95),
      detection(77, 1),
      detection(2, 1, { userId: null }),
    );
    await sync.run();
    const since = () =>
      /detectedDateTime ge (.*)/.exec(
        sync.source.queries['risk-detections']!.$filter,
      )![1];
    expect(since()).toBe(dayBefore(90).toISOString());
    const open = (state: RiskState) => ({
      type: 'leakedCredentials',
      level: 'medium',
      state,
      day: dayOf(3),
    });
    const old = {
      type: 'unlikelyTravel',
      level: 'medium',
      state: null,
      day: dayOf(20),
    };
    expect((await riskOf(2))!.detections).toEqual([open('at-risk'), old]);
    expect((await riskOf(2, 'self'))!.detections).toHaveLength(2);
    const kept = await sync.records('risk-detections');
    expect(kept).toHaveLength(2);
    expect(JSON.stringify(kept)).not.toMatch(/203\.|Seattle|contoso|T0[1-9]/);

    const again = detection(2, 3, { riskState: 'remediated' });
    const newest = Date.parse(`${dayOf(3)}T00:00:00Z`);
    detect(again);
    await sync.run();
    expect(since()).toBe(new Date(newest - 7 * DAY).toISOString());
    const dealtWith = (await riskOf(2))!.detections;
    expect(dealtWith!.map(({ state }) => state)).toEqual(['remediated', null]);

    detect({ ...detection(8, 1), userId: undefined });
    await sync.run();
    const { collectors } = await sync.lastRun();
    const of = collectors.find(row => row.data_set === 'risk-detections');
    expect(of!.outcome).toBe('failed');
    expect((await riskOf(2))!.detections).toHaveLength(2);

    await forget(19);
    expect((await riskOf(2))!.detections).toHaveLength(1);
  });
});
