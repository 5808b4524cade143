import type { BreakGlass } from '@entra-mfa/backstage-plugin-entra-mfa-common';
import { TestDatabases } from '../../__testUtils__/TestDatabases';
import { objectId } from '../../__testUtils__/rows';
import {
  startTestApi,
  type Caller,
  type TestApi,
} from '../../__testUtils__/startTestApi';
import { createTestTenant, tenantId } from '../../__testUtils__/testTenant';
import type { TestSync } from '../../__testUtils__/TestSync';
import { globalAdministrator } from '../../assess/roles/privilegedRoles';

jest.setTimeout(60_000);

const databases = TestDatabases.one();
const missing = objectId(77);
const role = (number: number) => ({
  id: `r${number}`,
  principalId: objectId(number),
  roleDefinitionId: globalAdministrator,
});

/** Gives a person other methods from the next read on. */
function giveMethods({ source }: TestSync, number: number, methods: string[]) {
  source.pages.registrations = source.pages.registrations!.map(rows =>
    (rows as { id: string }[]).map(row =>
      row.id === objectId(number)
        ? { ...row, methodsRegistered: methods }
        : row,
    ),
  );
}

/** Accounts 3 (with an app) and 6 (with a key) are for emergencies; 77 is nobody. */
const breakGlassIds = [objectId(3), objectId(6), missing];

describe.each(databases.eachSupportedId())('break-glass on %s', databaseId => {
  let sync: TestSync;
  let api: TestApi;

  const run = (ids = breakGlassIds) =>
    sync.run({
      rules: {
        basis: 'registered',
        targetPermille: 950,
        breakGlassIds: ids,
        countGuests: false,
        listed: [],
        listedPatterns: [],
      },
    });

  beforeEach(async () => {
    const knex = await databases.init(databaseId);
    sync = await createTestTenant(knex);
    giveMethods(sync, 6, ['fido2SecurityKey', 'mobilePhone']);
    // 1 and 11 administer daily, with an app.
    sync.source.pages['role-assignments'] = [[3, 6, 1, 11].map(role)];
    await run();
    api = await startTestApi(sync, { breakGlassIds });
  });
  afterEach(() => api.stop());

  const register = async (query = '', caller: Caller = 'security') => {
    const { status, body } = await api.get(`/break-glass${query}`, caller);
    expect(status).toBe(200);
    return body as BreakGlass;
  };
  const checksOf = ({ accounts }: BreakGlass, id: string) =>
    Object.fromEntries(
      accounts
        .find(account => account.id === id)!
        .checks.map(({ check, outcome }) => [check, outcome]),
    );
  const record = (number: number, body: object, caller: Caller = 'security') =>
    api
      .post(`/break-glass/${tenantId}/${objectId(number)}/drills`, caller)
      .send(body);

  it('checks each configured account, and counts none of them', async () => {
    const answer = await register();
    expect(answer).toMatchObject({
      configured: 3,
      drillDays: 90,
      outcomes: { passed: 0, failed: 3, notKnown: 0 },
      findings: [{ code: 'failing', count: 3 }],
      names: 'visible',
    });
    expect(checksOf(answer, objectId(3))).toEqual({
      exists: 'passed',
      enabled: 'passed',
      'cloud-only': 'passed',
      'own-method': 'passed',
      'phishing-resistant': 'failed',
      differs: 'failed',
      'permanent-role': 'passed',
      drill: 'failed',
    });
    expect(checksOf(answer, objectId(6))).toMatchObject({
      'phishing-resistant': 'passed',
      differs: 'passed',
    });
    expect(checksOf(answer, missing)).toMatchObject({
      exists: 'failed',
      enabled: 'not-known',
    });
    const { body } = await api.get('/overview');
    expect(body.directory.leftOut).toContainEqual({
      scopeClass: 'break-glass',
      count: 2,
    });
  });

  it('takes a phone alone for no method of its own', async () => {
    giveMethods(sync, 6, ['mobilePhone', 'email']);
    await run();
    const { accounts } = await register();
    expect(
      accounts[1].checks.filter(({ outcome }) => outcome !== 'passed'),
    ).toEqual([
      {
        check: 'own-method',
        outcome: 'failed',
        code: 'phone-only',
        values: {},
      },
      {
        check: 'phishing-resistant',
        outcome: 'failed',
        code: 'not-phishing-resistant',
        values: { tier: 'phone' },
      },
      { check: 'differs', outcome: 'failed', code: 'phone-only', values: {} },
      { check: 'drill', outcome: 'failed', code: 'no-drill', values: {} },
    ]);
  });

  it('takes a role that comes with becoming a member of a group for eligible', async () => {
    const group = 'aaaaaaaa-0000-4000-8000-000000000001';
    sync.source.pages['role-assignments'] = [
      [
        ...[6, 1, 11].map(role),
        { ...role(3), id: 'of-group', principalId: group },
      ],
    ];
    sync.source.eachOf['role-group-eligibility'] = {
      [group]: [
        [3, 6].map(number => ({
          id: `e${number}`,
          principalId: objectId(number),
          groupId: group,
          accessId: 'member',
        })),
      ],
    };
    await run();
    const { accounts } = await register();
    const codes = accounts.map(
      ({ checks }) =>
        checks.find(({ check }) => check === 'permanent-role')!.code,
    );
    expect(codes.slice(0, 2)).toEqual(['eligible-only', 'active-and-eligible']);
  });

  it('keeps a drill with who and when, and shows it at its time', async () => {
    const before = sync.now.toISOString();
    sync.now = new Date(sync.now.getTime() + 60_000);
    const { status, body } = await record(6, {
      on: '2026-11-20',
      note: ' From the safe ',
    });
    expect([status, body]).toEqual([
      201,
      {
        on: '2026-11-20',
        note: 'From the safe',
        recordedBy: 'user:default/security',
        recordedAt: sync.now.toISOString(),
      },
    ]);
    const now = await register();
    expect(checksOf(now, objectId(6))).toMatchObject({ drill: 'passed' });
    expect(now.accounts[1].drills).toEqual([body]);
    expect(now.outcomes).toEqual({ passed: 1, failed: 2, notKnown: 0 });

    const then = await register(`?at=${before}`);
    expect(checksOf(then, objectId(6))).toMatchObject({ drill: 'failed' });

    const recorded = sync.now;
    sync.now = new Date(before);
    const behind = await register();
    sync.now = recorded;
    expect(behind.accounts[1].drills).toEqual([body]);

    await record(6, { on: '2025-01-01' });
    const { accounts } = await register();
    expect(accounts[1].drills.map(({ on }) => on)).toEqual([
      '2026-11-20',
      '2025-01-01',
    ]);
  });

  it('shows the accounts as they were at a past date', async () => {
    const then = sync.now.toISOString();
    const rows = sync.source.pages.users!.flat() as { id: string }[];
    sync.source.pages.users = [
      rows.map(row =>
        row.id === objectId(3)
          ? { ...row, accountEnabled: false, onPremisesSyncEnabled: true }
          : row,
      ),
    ];
    await run([objectId(3)]);
    const now = await register();
    expect(now.configured).toBe(1);
    expect(now.findings.map(({ code }) => code)).toEqual([
      'too-few',
      'failing',
    ]);
    expect(checksOf(now, objectId(3))).toMatchObject({
      enabled: 'failed',
      'cloud-only': 'failed',
    });
    const past = await register(`?at=${then}`);
    expect(past.configured).toBe(3);
    expect(checksOf(past, objectId(3))).toMatchObject({
      enabled: 'passed',
      'cloud-only': 'passed',
    });
  });

  it.each<[Caller]>([['lead'], ['self'], ['countsOnly']])(
    'names nobody to %s, who may not see everybody',
    async caller => {
      await record(3, { on: '2026-11-20', note: 'Ada did it' });
      const answer = await register('', caller);
      expect(answer).toMatchObject({ configured: 3, names: 'hidden' });
      expect(answer.accounts).toEqual([]);
      expect(answer.checks).toContainEqual({
        check: 'exists',
        passed: 2,
        failed: 1,
        notKnown: 0,
      });
      const text = JSON.stringify(answer);
      for (const name of [objectId(3), 'Person', 'contoso.com', 'Ada']) {
        expect(text).not.toContain(name);
      }
    },
  );

  it.each<[string, Caller, number, object, number, string]>([
    [
      'who lacks the permission',
      'countsOnly',
      3,
      {},
      403,
      'break-glass.record',
    ],
    ['who may do nothing', 'nobody', 3, {}, 403, 'break-glass.record'],
    ['a service', 'service', 3, {}, 403, 'Only a user'],
    [
      'an account that is not configured',
      'security',
      1,
      {},
      404,
      'breakGlassIds',
    ],
    ['a day to come', 'security', 3, { on: '2026-11-22' }, 400, 'future'],
    ['no day', 'security', 3, { on: 'yesterday' }, 400, "'on' is wrong"],
    ['what is not asked for', 'security', 3, { by: 'me' }, 400, "'by'"],
  ])('records nothing of %s', async (_, caller, number, body, code, text) => {
    const answer = await record(number, { on: '2026-11-20', ...body }, caller);
    expect(answer.status).toBe(code);
    expect(answer.body.error.message).toContain(text);
    const { accounts } = await register();
    expect(accounts.flatMap(({ drills }) => drills)).toEqual([]);
  });
});

it('finds too few where none is configured, and nothing before the first read', async () => {
  const sync = await createTestTenant(
    await databases.init(databases.eachSupportedId()[0][0]),
  );
  const api = await startTestApi(sync);
  const before = await api.get('/break-glass');
  expect(before.body).toMatchObject({ snapshot: null, findings: [] });
  await sync.run();
  const { body } = await api.get('/break-glass');
  expect(body.findings).toMatchObject([{ code: 'too-few', count: 0 }]);
  await api.stop();
});
