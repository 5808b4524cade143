import type {
  Device,
  Person,
} from '@entra-mfa/backstage-plugin-entra-mfa-common';
import Ajv from 'ajv';
import type { Response } from 'express';
import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { Writable } from 'node:stream';
import { promisify } from 'node:util';
import { packCondition, type Condition } from '../../assess/condition';
import {
  callers,
  startTestApi,
  type Caller,
  type TestApi,
} from '../../__testUtils__/startTestApi';
import { TestDatabases } from '../../__testUtils__/TestDatabases';
import {
  createTestTenant,
  register,
  tenantId,
} from '../../__testUtils__/testTenant';
import { deviceRow, objectId, reportRow } from '../../__testUtils__/rows';
import type { TestSync } from '../../__testUtils__/TestSync';
import { untilOnRecord } from '../../__testUtils__/untilOnRecord';
import { idsChanged } from '../../store/read/feed/readFeedIds';
import { factorChangeOf } from './factorChangeOf';
import type { DeviceBody } from '../../collectors/types';
import { toAccountChange } from './ocsf/accountChange';
import { toDeviceGone, toDeviceInventory } from './ocsf/deviceInventory';
import type { EventOf } from './ocsf/event';
import schema from './ocsf/schema-1.8.0.json';
import { toUserGone, toUserInventory } from './ocsf/userInventory';
import { GraphRequestError } from '../../graph/errors';
import { openFeed } from './openFeed';
import { sendFeed } from './sendFeed';
import { Snapshots } from '../Snapshots';
import type { ReadContext } from '../types';

jest.setTimeout(60_000);

/** A line of the feed, as far as tests look at it. */
interface Line {
  activity_id: number;
  class_uid: number;
  type_uid: number;
  time: number;
  metadata: { uid: string };
  user: {
    uid: string;
    name?: string;
    full_name?: string;
    type_id?: number;
    has_mfa?: boolean;
  };
  message?: string;
  start_time?: number;
  /** In place of a user. */
  device?: { uid: string; owner?: { uid: string } };
  unmapped: Record<string, unknown>;
}

const ajv = new Ajv({ allErrors: true });
const isOcsf = ajv.compile<Line>(schema);

/** Each line is an event of OCSF, whose type follows from its class and activity. */
function valid(event: unknown): Line {
  const line: unknown = JSON.parse(JSON.stringify(event));
  expect([isOcsf(line), ajv.errorsText(isOcsf.errors)]).toEqual([
    true,
    'No errors',
  ]);
  const checked = line as Line;
  expect(checked.type_uid).toBe(checked.class_uid * 100 + checked.activity_id);
  return checked;
}

describe('the mapping', () => {
  const named: EventOf = { tenantId, keyId: null, uidOf: id => id };
  const unnamed: EventOf = { ...named, keyId: 'abcd', uidOf: () => 'f00d' };
  const at = { number: 7, at: new Date('2026-11-30T08:00:00Z') };
  const ada: Person = {
    tenant: tenantId,
    id: objectId(1),
    displayName: 'Ada',
    userPrincipalName: 'ada@contoso.com',
    entityRef: 'user:default/ada',
    state: 'covered',
    reason: 'registered',
    scopeClass: null,
    scopeRule: null,
    registered: true,
    capable: true,
    tier: 'phone',
    methods: ['mobilePhone'],
    marks: [],
    phoneEnds: '2027-02-01',
    privileged: false,
    teams: [],
    since: '2026-11-01T00:00:00.000Z',
    createdAt: '2024-01-01T00:00:00.000Z',
    enabled: true,
    enablementSince: null,
    leaveAt: null,
  };

  const none: Condition = {
    state: 'uncovered',
    scopeClass: null,
    registered: false,
    capable: null,
    tier: null,
  };

  it.each<[string, Partial<Person>, boolean | undefined, number]>([
    ['covered', {}, true, 1],
    ['uncovered', { state: 'uncovered', registered: false }, false, 1],
    [
      'without a row at last',
      { state: 'uncovered', registered: null },
      false,
      1,
    ],
    [
      'registered, not capable',
      { state: 'uncovered', capable: false },
      true,
      1,
    ],
    [
      'not known, with a flag',
      { state: 'unknown', registered: false },
      undefined,
      1,
    ],
    ['not known', { state: 'unknown', registered: null }, undefined, 1],
    [
      'a guest',
      { state: 'out-of-scope', scopeClass: 'guest', registered: false },
      undefined,
      1,
    ],
    ['exempt', { state: 'exempt', registered: false }, undefined, 1],
    ['exempt, registered', { state: 'exempt' }, true, 1],
    ['privileged', { privileged: true }, true, 2],
    ['roles not read', { privileged: null }, true, 0],
  ])('of user inventory: %s', (_, person, hasMfa, type) => {
    const { user, unmapped } = valid(
      toUserInventory(named, { ...ada, ...person }, at),
    );
    expect([user.has_mfa, 'has_mfa' in user]).toEqual([
      hasMfa,
      hasMfa !== undefined,
    ]);
    expect(user.type_id).toBe(type);
    expect(unmapped).toMatchObject({
      snapshot: 7,
      state: person.state ?? 'covered',
      ...(person.scopeClass && { scope_class: person.scopeClass }),
    });
    expect(Object.values(unmapped)).not.toContain(null);
  });

  it('names nobody but where names are given', () => {
    const told = JSON.stringify([
      toUserInventory(unnamed, ada, at),
      toUserGone(unnamed, ada.id, at),
      toAccountChange(unnamed, { kind: 'gained', before: none }, ada, at),
    ]);
    expect(told).not.toMatch(/\bada\b|2024-01-01/i);
    expect(told).not.toContain(ada.id);
    expect(told.match(/"f00d"/g)).toHaveLength(3);
    expect(valid(toUserInventory(named, ada, at))).toMatchObject({
      user: { uid: ada.id, name: 'ada@contoso.com', full_name: 'Ada' },
      unmapped: { catalog_user: 'user:default/ada' },
    });
  });

  it.each([
    ['gained', {}, 300110, true],
    ['lost', { state: 'uncovered', registered: false }, 300111, false],
    ['lost', { state: 'exempt', registered: false }, 300111, undefined],
  ] as const)('of account change: %s %j', (kind, person, type, hasMfa) => {
    const before = kind === 'lost' ? { ...none, state: 'covered' } : none;
    const line = valid(
      toAccountChange(
        unnamed,
        { kind, before: before as Condition },
        { ...ada, ...person },
        at,
      ),
    );
    expect([line.type_uid, line.user.has_mfa]).toEqual([type, hasMfa]);
    expect(line.unmapped).toMatchObject({ state_before: before.state });
  });
});

describe('the mapping of devices', () => {
  const named: EventOf = { tenantId, keyId: null, uidOf: id => id };
  const unnamed: EventOf = { ...named, keyId: 'abcd', uidOf: id => `p-${id}` };
  const at = { number: 7, at: new Date('2026-11-30T08:00:00Z') };
  const body: DeviceBody = {
    name: 'Ada’s laptop',
    operatingSystem: 'Windows',
    version: '10.0.26100.4652',
    trust: 'joined',
    compliant: false,
    managed: true,
    lastSignIn: '2026-11-18',
    registeredAt: '2025-01-10T08:00:00Z',
    owners: ['o1', 'o2'],
    maybeMore: true,
  };
  const deviceOf = (change: Partial<DeviceBody>, of = named) =>
    valid(
      toDeviceInventory(of, { id: 'd1', body: { ...body, ...change } }, at),
    );

  it('tells what is known, and nothing else', () => {
    expect(deviceOf({})).toMatchObject({
      type_uid: 500102,
      device: {
        uid: 'd1',
        type_id: 0,
        is_compliant: false,
        is_managed: true,
        name: 'Ada’s laptop',
        os: { name: 'Windows', type_id: 100, version: '10.0.26100.4652' },
        owner: { uid: 'o1' },
        last_seen_time: Date.parse('2026-11-18'),
        created_time: Date.parse('2025-01-10T08:00:00Z'),
      },
      unmapped: { other_owners: ['o2'], maybe_more_owners: true },
    });
    const nothing = Object.fromEntries(
      Object.keys(body).map(key => [key, null]),
    );
    expect(
      deviceOf({ ...nothing, owners: [], maybeMore: undefined }).device,
    ).toEqual({ uid: 'd1', type_id: 0 });
    const gone = valid(toDeviceGone(named, 'd1', at));
    expect([gone.type_uid, gone.unmapped.deleted]).toEqual([500199, true]);
  });

  it.each([
    ['Windows', 100, 0],
    ['WindowsPhone', 101, 5],
    ['MacMDM', 300, 0],
    ['IPad', 302, 4],
    ['iPhone', 301, 5],
    ['iOS', 301, 0],
    ['AndroidForWork', 201, 0],
    ['Linux', 200, 0],
    ['Quantix', 99, 0],
  ])('of %s is type %i on a device of type %i', (name, system, type) => {
    expect(deviceOf({ operatingSystem: name }).device).toMatchObject({
      os: { name, type_id: system },
      type_id: type,
    });
  });

  it('says under pseudonyms nothing that only one device has', () => {
    const told = JSON.stringify(deviceOf({}, unnamed));
    expect(told).not.toMatch(/Ada|2025|_time|"(d1|o1|o2)"/);
    expect(told).toContain('"p-o2"');
  });
});

/** Whether somebody has registered, has not, is waited for or left out, or is not there. */
const codes = Object.fromEntries(
  (
    [
      ['yes', 'covered', true],
      ['no', 'uncovered', false],
      ['wait', 'unknown', null],
      ['out', 'out-of-scope', null],
    ] as const
  ).map(([name, state, registered]) => [
    name,
    packCondition({
      state,
      registered,
      scopeClass: state === 'out-of-scope' ? 'disabled' : null,
      capable: registered || null,
      tier: registered ? 'phone' : null,
    }),
  ]),
);

it.each<[string, string[], boolean[], 'gained' | 'lost' | null]>([
  ['registers', ['no', 'yes'], [false], 'gained'],
  ['loses it', ['yes', 'no'], [false], 'lost'],
  ['is waited for', ['yes', 'wait'], [false], null],
  ['was waited for', ['yes', 'wait', 'no'], [false, false], 'lost'],
  ['was waited for in vain', ['yes', 'wait', 'yes'], [false, false], null],
  [
    'comes back without it',
    ['yes', 'out', 'wait', 'no'],
    [false, false, false],
    'lost',
  ],
  ['comes back with it', ['no', 'out', 'yes'], [false, false], 'gained'],
  ['joined, and is known at last', ['', 'wait', 'no'], [false, false], null],
  [
    'lost it before already',
    ['yes', 'no', 'wait', 'no'],
    [false, false, false],
    null,
  ],
  ['is counted by other rules', ['yes', 'wait', 'no'], [true, true], null],
  ['lost it before other rules', ['yes', 'wait', 'no'], [false, true], 'lost'],
])(
  'of who %s, a factor change is told or none: %j %j',
  (_, path, rules, kind) => {
    const code = (name: string) => codes[name] ?? 0;
    const steps = rules.map((byRules, index) => ({
      condition_before: code(path[index]),
      condition_after: code(path[index + 1]),
      by_rules: byRules,
    }));
    expect(factorChangeOf(steps.reverse())?.kind ?? null).toBe(kind);
  },
);

it('waits for a slow reader, and ends with one who goes', async () => {
  let read = 0;
  let ended = false;
  async function* events() {
    try {
      for (;;) {
        read += 1;
        yield { text: 'x'.repeat(1_000) };
      }
    } finally {
      ended = true;
    }
  }
  const reader = new Writable({ write: () => {} });
  const response = Object.assign(reader, {
    type: () => response,
    set: () => response,
    append: () => response,
  }) as unknown as Response;
  const sent = sendFeed(response, {
    tenantId,
    keyId: null,
    next: 1,
    events: events(),
  });
  for (let turn = 0; turn < 1_000; turn += 1) {
    await new Promise(setImmediate);
  }
  expect(read).toBeLessThan(500);
  reader.destroy();
  await expect(sent).rejects.toMatchObject({
    code: 'ERR_STREAM_PREMATURE_CLOSE',
  });
  expect(ended).toBe(true);
});

const databases = TestDatabases.create();

describe.each(databases.eachSupportedId())('the feed on %s', databaseId => {
  let sync: TestSync;
  let api: TestApi;
  let first: string;
  let firstAt: string;

  async function read(path: string, caller: Caller = 'service') {
    const { status, text, headers } = await api.get(`/feed/${path}`, caller);
    expect([path, status]).toEqual([path, 200]);
    expect(headers['content-type']).toContain('application/x-ndjson');
    const lines = text.split('\n').slice(0, -1);
    return {
      text,
      next: Number(headers['entra-mfa-next-since']),
      lines: lines.map(line => valid(JSON.parse(line))),
    };
  }

  const rows = () =>
    sync.source.pages.registrations!.flat() as { id: string }[];

  const give = (...devices: object[]) => {
    sync.source.pages.devices = [devices];
  };

  /** Snapshots 2 to 4: see the comments. */
  beforeAll(async () => {
    sync = await createTestTenant(await databases.init(databaseId));
    give(
      deviceRow(1, [1]),
      deviceRow(2, [2, 3]),
      deviceRow(3, []),
      deviceRow(4, [8]),
      deviceRow(5, [2]),
      deviceRow(6, [2, 3]),
    );
    await sync.run();
    api = await startTestApi(sync);
    first = (await read('user-inventory')).text;
    firstAt = sync.now.toISOString();
    // 2 registers, 1 loses the registration, 8 leaves, and 3 has no row any more: not known yet.
    register(sync, 2);
    sync.source.pages.registrations = [
      rows()
        .filter(({ id }) => id !== objectId(3))
        .map(row => (row.id === objectId(1) ? reportRow(1, false) : row)),
    ];
    sync.source.pages.users = (
      sync.source.pages.users as { id: string }[][]
    ).map(page => page.filter(({ id }) => id !== objectId(8)));
    // Device 1 is another one, 2 and 6 lost an owner, 3 belongs to somebody, 4 is gone, and 7 is new.
    give(
      deviceRow(1, [1], { isCompliant: false }),
      deviceRow(2, [3]),
      deviceRow(3, [3]),
      deviceRow(5, [2]),
      deviceRow(6, [2]),
      deviceRow(7, [12]),
    );
    await sync.runRefreshed(24);
    // Now 3 counts as not registered, and 1 registers again.
    register(sync, 1);
    await sync.runRefreshed(48);
    await sync.runRefreshed(24);
  });

  afterAll(() => api?.stop());

  /** What a warehouse holds of each person: without what says only from which snapshot a line is. */
  const held = ({ user, device, unmapped }: Line) => ({
    about: device ?? user,
    unmapped: { ...unmapped, snapshot: null },
  });
  const uidOf = ({ user, device }: Line) => (device ?? user).uid;

  it('is written to files by the command', async () => {
    const directory = mkdtempSync(join(tmpdir(), 'feed-'));
    try {
      await promisify(execFile)(
        process.execPath,
        [
          resolve(__dirname, '../../../bin/entra-mfa-feed.cjs'),
          ...['--portal', api.address, '--directory', directory],
        ],
        { env: { ENTRA_MFA_FEED_TOKEN: callers.service.split(' ')[1] } },
      );
      const { text, next } = await read('user-inventory');
      expect(
        readFileSync(
          join(directory, `user-inventory.0-${next}.ndjson`),
          'utf8',
        ),
      ).toBe(text);
    } finally {
      rmSync(directory, { recursive: true });
    }
  });

  it('gives everybody, under pseudonyms in their order, the same of a snapshot for ever', async () => {
    const then = await read(`user-inventory?at=${firstAt}`);
    expect(then.text).toBe(first);
    expect(then.next).toBe(1);
    const uids = then.lines.map(({ user }) => user.uid);
    expect(uids).toEqual([...uids].sort());
    expect(new Set(uids).size).toBe(11);
    expect(first).not.toMatch(/contoso\.com|person|00000000-0000-4000/i);
    // The pseudonyms of the export of people: both can be put together.
    const { text } = await api.get('/people.csv', 'service');
    const now = await read('user-inventory');
    for (const { user, unmapped } of now.lines) {
      expect(text).toContain(`${user.uid},${unmapped.pseudonym_key},`);
    }
    expect(new Set(now.lines.map(({ metadata }) => metadata.uid)).size).toBe(
      10,
    );
  });

  it.each([
    ['user-inventory', '', 500399, 11 + 10],
    ['user-inventory', '&names=true', 500399, 11 + 10],
    // Five others, one that is gone, and one that is as it was.
    ['device-inventory', '', 500199, 6 + 7],
    ['device-inventory', '&names=true', 500199, 6 + 7],
  ])(
    'leads from what %s told to what is, change by change%s',
    async (feedClass, names, goneType, mostTold) => {
      const state = new Map<string, object>();
      const told: Line[] = [];
      let since = 0;
      for (const at of [`at=${firstAt}`, '']) {
        const { lines, next } = await read(
          `${feedClass}?since=${since}&${at}${names}`,
        );
        told.push(...lines);
        for (const line of lines) {
          state.set(uidOf(line), held(line));
        }
        since = next;
      }
      const gone = told.filter(({ unmapped }) => unmapped.deleted);
      expect(gone.map(({ type_uid }) => type_uid)).toEqual([goneType]);
      expect(gone.every(line => state.delete(uidOf(line)))).toBe(true);
      // All of then, and then fewer than those that are left, each once.
      expect(told.length).toBeLessThan(mostTold);
      const { lines, next } = await read(`${feedClass}?${names}`);
      expect(new Set(lines.map(uidOf)).size).toBe(lines.length);
      expect(Object.fromEntries(state)).toEqual(
        Object.fromEntries(lines.map(line => [uidOf(line), held(line)])),
      );
      expect(since).toBe(next);
      expect((await read(`${feedClass}?since=${next}`)).text).toBe('');
    },
  );

  it('tells devices under pseudonyms in their order, with those of their owners', async () => {
    const { lines, text } = await read('device-inventory');
    const uids = lines.map(({ device }) => device!.uid);
    expect(uids).toEqual([...uids].sort());
    expect(uids).toHaveLength(6);
    expect(text).not.toMatch(/Device \d|contoso|00000000-0000-4/);
    const people = (await read('user-inventory')).lines;
    const known = people.map(({ user }) => user.uid);
    for (const { device } of lines) {
      expect(known).toContain(device!.owner?.uid);
    }
  });

  it('tells gained and lost registrations, also those that were waited for', async () => {
    const told = ({ lines }: Awaited<ReturnType<typeof read>>) =>
      lines.map(({ user, type_uid, unmapped, time }) => [
        Number(user.uid.slice(-2)),
        type_uid,
        unmapped.snapshot,
        user.has_mfa,
        typeof time,
      ]);
    const all = await read('account-change?names=true');
    expect(told(all)).toEqual([
      [1, 300111, 2, false, 'number'],
      [2, 300110, 2, true, 'number'],
      [1, 300110, 3, true, 'number'],
      [3, 300111, 3, false, 'number'],
    ]);
    expect(told(await read('account-change?names=true&since=2'))).toEqual(
      told(all).slice(2),
    );
    expect(new Set(all.lines.map(({ time }) => time)).size).toBe(2);
    const unnamed = await read('account-change');
    expect(unnamed.text).not.toMatch(/contoso\.com|person/i);
    expect(unnamed.lines.map(line => line.type_uid).sort()).toEqual([
      300110, 300110, 300111, 300111,
    ]);
    const people = (await read('user-inventory')).lines;
    for (const { user } of unnamed.lines) {
      expect(people.map(line => line.user.uid)).toContain(user.uid);
    }
  });

  it('is for who may see everybody, by name for who may take names, and on record', async () => {
    const status = async (query: string, caller: Caller) =>
      (await api.get(`/feed/user-inventory${query}`, caller)).status;
    expect(await status('', 'peopleService')).toBe(200);
    expect(await status('?names=true', 'peopleService')).toBe(403);
    expect(await status('', 'countsService')).toBe(403);
    expect(await status('?since=999', 'service')).toBe(400);
    expect(await status('?since=-1', 'service')).toBe(400);
    expect(await status('?since=99999999999', 'service')).toBe(400);
    expect(await status(`?since=3&at=${firstAt}`, 'service')).toBe(400);
    const details = await untilOnRecord(api, tenantId, 'external:people');
    expect(details).toMatchObject({
      list: 'feed',
      class: 'user-inventory',
      format: 'ndjson',
      named: false,
      rows: 10,
    });
  });

  it('is read in batches that leave nobody out', async () => {
    const view = { tenantId, snapshot: 1, newest: false };
    const pages: string[][] = [];
    for await (const page of idsChanged(sync.knex, view, null, 2)) {
      pages.push(page);
    }
    expect(pages.map(page => page.length)).toEqual([2, 2, 2, 2, 2, 1]);
    expect(new Set(pages.flat()).size).toBe(11);
  });

  it('is of the snapshot with which it began, whatever is published meanwhile', async () => {
    const { knex, clock } = sync;
    const context = {
      knex,
      snapshots: new Snapshots(knex, clock, [tenantId]),
      config: { exports: { pseudonymKeyFile: null } },
    } as unknown as ReadContext;
    const { text, next } = await read('user-inventory?names=true');
    const begun = await openFeed(context, 'user-inventory', { names: true });
    register(sync, 12);
    await sync.run();
    let sent = '';
    for await (const event of begun.events) {
      sent += `${JSON.stringify(event)}\n`;
    }
    expect([begun.next, sent]).toEqual([next, text]);
    expect((await read('user-inventory?names=true')).text).not.toBe(text);
  });

  it('has the devices of a person on their page, and not who else owns them', async () => {
    const page = async (number: number, caller?: Caller) =>
      (
        await api.get(
          `/people/${tenantId}/${objectId(number)}?at=${firstAt}`,
          caller,
        )
      ).body;
    const { devices, records } = await page(2);
    expect(devices.map(({ name, owners }: Device) => [name, owners])).toEqual([
      ['Device 2', 2],
      ['Device 5', 1],
      ['Device 6', 2],
    ]);
    expect(JSON.stringify(records)).toContain('Device 6');
    expect(JSON.stringify(records)).not.toContain(objectId(3));
    expect((await page(12)).devices).toEqual([]);
  });

  it('tells every device gone where devices are not read any more, and anew when they are', async () => {
    const all = await read('device-inventory');
    const given = sync.source.pages.devices!;
    const refuse = (status: number) => {
      sync.source.before = dataSet => {
        if (dataSet === 'devices') {
          throw new GraphRequestError(status, '', null, false);
        }
      };
    };
    // What merely failed is as it was read last.
    refuse(503);
    await sync.runRefreshed(24);
    expect((await read('device-inventory')).lines).toHaveLength(6);
    refuse(403);
    await sync.run();
    const off = await read(`device-inventory?since=${all.next}`);
    expect(off.lines.map(({ unmapped }) => unmapped.deleted)).toEqual(
      all.lines.map(() => true),
    );
    expect((await read('device-inventory')).text).toBe('');
    const { body } = await api.get(`/people/${tenantId}/${objectId(1)}`);
    expect(body.devices).toBeNull();
    sync.source.before = () => {};
    sync.source.pages.devices = given;
    await sync.run();
    const again = await read(`device-inventory?since=${off.next}`);
    expect(again.lines.map(({ device }) => device)).toEqual(
      all.lines.map(({ device }) => device),
    );
  });

  it('tells figures of each snapshot that found others, and of the newest one what is counted then', async () => {
    const told = ({ lines }: Awaited<ReturnType<typeof read>>) =>
      lines.map(({ unmapped, message }) => [unmapped.snapshot, message]);
    const attempt = (number: number, isSuccess: boolean) => ({
      id: `attempt of ${number}`,
      feature: 'registration',
      userPrincipalName: `person${number}@contoso.com`,
      userDisplayName: `Person ${number}`,
      isSuccess,
      authMethod: 'microsoftAuthenticatorPush',
      failureReason: isSuccess ? null : 'The user cancelled',
      eventDateTime: new Date(sync.now.getTime() - 86_400_000).toISOString(),
    });
    const before = await read('base-event');
    sync.source.pages['registration-events'] = [
      [attempt(2, true), attempt(3, false)],
    ];
    sync.source.pages['security-defaults'] = [[{ isEnabled: true }]];
    sync.source.pages['authentication-methods'] = [
      [
        {
          policyMigrationState: 'migrationComplete',
          authenticationMethodConfigurations: [
            {
              id: 'Sms',
              state: 'enabled',
              includeTargets: [{ targetType: 'group', id: objectId(700) }],
              excludeTargets: [],
            },
          ],
        },
      ],
    ];
    await sync.run();
    const all = await read('base-event');
    const atFirst = await read(`base-event?at=${firstAt}`);
    expect(told(atFirst)).toEqual([
      [1, 'policies'],
      [1, 'registration-summary'],
      [1, 'strength-and-methods'],
      [1, 'registration-attempts'],
    ]);
    expect(all.lines[1]).toMatchObject({
      type_uid: 99,
      activity_name: 'Collect',
      message: 'registration-summary',
      time: Date.parse(firstAt),
      metadata: { uid: `${tenantId}/0/1/registration-summary` },
      unmapped: {
        snapshot: 1,
        figures: { covered: 5, bases: { capable: { covered: 4 } } },
        evidence: expect.stringMatching(/^[0-9a-f]{64}$/),
      },
    });
    const since = await read(`base-event?since=${before.next}`);
    const newest = (message: string) =>
      since.lines.find(line => line.message === message);
    expect(newest('policies')).toMatchObject({
      unmapped: { figures: { securityDefaults: true } },
    });
    expect(newest('methods-policy')?.unmapped.figures).toMatchObject({
      migration: 'complete',
      methods: [
        {
          ...{ id: 'Sms', enabled: true },
          include: { everybody: false, groups: 1, users: 0 },
        },
      ],
    });
    expect(newest('registration-attempts')).toMatchObject({
      start_time: sync.now.getTime() - 30 * 86_400_000,
      unmapped: {
        figures: {
          registration: { tried: 2, managed: 1 },
          methods: [
            {
              failed: 1,
              reasons: [{ reason: 'The user cancelled', count: 1 }],
            },
          ],
        },
      },
    });
    // Step by step it is told what is told at once, each line once, and nobody’s name or group.
    const onRecord = (lines: Line[]) =>
      lines.filter(({ unmapped }) => 'evidence' in unmapped);
    const then = await read(`base-event?since=${atFirst.next}`);
    expect(told(then).length).toBeGreaterThan(2);
    expect(onRecord([...atFirst.lines, ...then.lines])).toEqual(
      onRecord(all.lines),
    );
    expect(new Set(all.lines.map(({ metadata }) => metadata.uid)).size).toBe(
      all.lines.length,
    );
    expect(all.text).not.toMatch(
      /contoso|person|00000000-0000-4000-8000-0000000007/i,
    );
    expect((await read(`base-event?since=${all.next}`)).text).toBe('');

    // What is read no more is known no more.
    sync.source.before = dataSet => {
      if (dataSet.match(/^(security|conditional|authentication-m)/)) {
        throw new GraphRequestError(403, '', null, false);
      }
    };
    await sync.run();
    const off = await read(`base-event?since=${all.next}`);
    expect(
      off.lines
        .filter(({ unmapped }) => unmapped.deleted)
        .map(({ message }) => message),
    ).toEqual(['policies', 'methods-policy']);
  });
});
