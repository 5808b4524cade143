import { mockServices } from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { entraMfaEvents } from '@entra-mfa/backstage-plugin-entra-mfa-node';
import type { Knex } from 'knex';
import { z } from 'zod';
import { TestDatabases } from '../__testUtils__/TestDatabases';
import {
  startTestTenant,
  type TestTenant,
} from '../__testUtils__/startTestTenant';
import { silentLogger } from '../__testUtils__/silentLogger';
import { collectors } from '../collectors';
import { readEntraMfaConfig } from '../config/readEntraMfaConfig';
import type { EntraMfaConfig } from '../config/types';
import {
  endPortalConnection,
  insertPortalConnection,
} from '../store/connections/portalConnections';
import type { PersonRow, SnapshotRow } from '../store/sql/tables';
import { createSync } from './createSync';
import { ConnectedTenants } from './ConnectedTenants';
import { UnstoredEnds } from './UnstoredEnds';

jest.setTimeout(120_000);

const databases = TestDatabases.create({ ids: ['SQLITE_3'] });

const teamRef = 'group:default/checkout';
const entities = [
  {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Group',
    metadata: { name: 'checkout' },
    spec: { type: 'team', children: [] },
  },
  {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'User',
    metadata: { name: 'tom' },
    spec: { profile: { email: 'tom.okonjo@contoso.com' } },
    relations: [{ type: 'memberOf', targetRef: teamRef }],
  },
];

function syncOf(
  test: TestTenant,
  knex: Knex,
  config: EntraMfaConfig,
  graph: ConnectedTenants['graph'],
  events = mockServices.events.mock(),
) {
  return createSync({
    throttled() {},
    frameworks: [],
    addedTests: [],
    config,
    auth: mockServices.auth(),
    catalog: catalogServiceMock({ entities }),
    events,
    signals: { publish: async () => {} },
    clock: test.clock,
    knex,
    logger: silentLogger,
    ends: new UnstoredEnds(),
    collectors,
    graph,
  });
}

describe('a configured sync', () => {
  let test: TestTenant;

  beforeEach(async () => {
    test = await startTestTenant({ size: 20, frozenClock: true });
  });

  afterEach(() => test.stop());

  async function configured(entraMfa: object, known?: Knex) {
    const knex = known ?? (await databases.init('SQLITE_3'));
    const data = { entraMfa: { tenants: [test.config], ...entraMfa } };
    const config = readEntraMfaConfig(mockServices.rootConfig({ data }));
    const { graph } = new ConnectedTenants(config, test.clock);
    const events = mockServices.events.mock();
    const sync = syncOf(test, knex, config, graph, events);
    return {
      knex,
      config,
      events,
      sync: () => sync(test.tenant.tenantId, new AbortController().signal),
    };
  }

  it.each([
    [{ minutes: 4 }, 2],
    [{ minutes: 30 }, 15],
  ])(
    'with a timeout of %j tries a request for %i minutes',
    async (timeout, minutes) => {
      const schedule = { frequency: { hours: 1 }, timeout };
      const { sync } = await configured({ schedule });
      test.simulator.faults.set({
        rules: [{ endpoint: 'users', kind: 'status', status: 503 }],
      });

      await expect(sync()).rejects.toThrow('503');

      const waited = test.sleeps.reduce((sum, sleep) => sum + sleep, 0);
      // Before them, their number was waited for, which is not worth much; beside them, other data sets keep their pace.
      expect(waited).toBeLessThanOrEqual(minutes * 60_000 + 45_000);
      expect(waited).toBeGreaterThan((minutes - 1) * 60_000);
    },
  );

  it('publishes events as their schemas say, which name nobody', async () => {
    const { sync, knex, events } = await configured({});
    await sync();
    const published = events.publish.mock.calls.map(([event]) => event);
    expect(published.map(({ eventPayload }) => eventPayload)).toEqual([
      expect.objectContaining({ snapshot: 1, groupRefs: [teamRef] }),
    ]);
    for (const { topic, eventPayload } of published) {
      const { schema } = entraMfaEvents.find(event => event.topic === topic)!;
      // Neither less than is documented, nor more.
      const exactly = { ...schema, additionalProperties: false };
      const read = z.fromJSONSchema(exactly).safeParse(eventPayload);
      expect(read.error).toBeUndefined();
    }
    const told = JSON.stringify(published);
    const people = await knex<PersonRow>('person').select('display_name');
    expect(people.length).toBeGreaterThan(20);
    expect(people.filter(person => told.includes(person.display_name))).toEqual(
      [],
    );
  });

  it('assesses a tenant by what is configured for it', async () => {
    const { sync, knex, config } = await configured({
      tenants: [{ ...test.config, ownTelephonyProvider: true }],
    });
    await sync();
    const snapshot = await knex<SnapshotRow>('snapshot').first('settings');
    expect(JSON.parse(snapshot!.settings)).toEqual({
      ...config.rules,
      phoneDelivery: 'own-provider',
    });
  });

  it('reads what is not switched off, and keeps nothing old of what is', async () => {
    const { knex, sync } = await configured({});
    await sync();
    const roles = async () => {
      const [newest] = await knex<SnapshotRow>('snapshot')
        .orderBy('snapshot', 'desc')
        .limit(1);
      return Object.keys(JSON.parse(newest.data_sets)).filter(id =>
        /^(role|leave)/.test(id),
      );
    };
    expect(await roles()).toEqual(
      expect.arrayContaining(['role-assignments', 'leave-dates']),
    );
    const requests = () => test.simulator.stats().requests.roleAssignments;
    const before = requests();
    const off = { switchedOff: ['role-assignments', 'leave-dates'] };
    const other = await configured(
      { tenants: [{ ...test.config, ...off }] },
      knex,
    );
    await other.sync();
    expect(await roles()).not.toEqual(
      expect.arrayContaining(['role-assignments']),
    );
    expect(await roles()).not.toContain('leave-dates');
    expect(requests()).toBe(before);
    const skipped = await knex('run_collector')
      .where({ run: 2, outcome: 'skipped' })
      .whereIn('data_set', off.switchedOff);
    expect(skipped.map(({ problem }) => JSON.parse(problem).code)).toEqual([
      'switched-off',
      'switched-off',
    ]);
  });
});

describe('a tenant of the portal', () => {
  it('is not asked again once another replica has disconnected it', async () => {
    const knex = await databases.init('SQLITE_3');
    const test = await startTestTenant({ size: 20, frozenClock: true });
    try {
      const { tenantId } = test.tenant;
      const { clientId, clientSecret } = test.config;
      const data = {
        entraMfa: {
          connect: {
            clientId,
            clientSecret,
            authority: test.simulator.url,
            graphRoot: test.simulator.url,
          },
        },
      };
      const config = readEntraMfaConfig(mockServices.rootConfig({ data }));
      const tenants = new ConnectedTenants(config, test.clock);
      await knex.transaction(trx =>
        insertPortalConnection(trx, {
          tenantId,
          contact: null,
          switchedOff: [],
          kind: 'consent',
          clientId: null,
          secretEndsAt: null,
          credentialAt: null,
          connectedAt: test.clock.now(),
        }),
      );
      expect(await tenants.refresh(knex)).toEqual({
        came: [tenantId],
        gone: [],
      });
      const sync = syncOf(
        test,
        knex,
        { ...config, tenants: tenants.all },
        tenants.graph,
      );
      await sync(tenantId, new AbortController().signal);
      expect(await knex('snapshot').count({ of: '*' })).toEqual([{ of: 1 }]);

      const asked = (name: 'users' | 'registrations') =>
        test.simulator.stats().requests[name] ?? 0;
      const before = [asked('users'), asked('registrations')];
      test.simulator.faults.set({
        rules: [{ endpoint: 'users', kind: 'slow', milliseconds: 300 }],
      });
      const running = sync(tenantId, new AbortController().signal).catch(
        error => error,
      );
      while (asked('users') === before[0]) {
        await new Promise(resolve => setTimeout(resolve, 5));
      }
      await knex.transaction(trx =>
        endPortalConnection(trx, tenantId, test.clock.now()),
      );
      expect(await running).toEqual(
        new Error(`Tenant ${tenantId} was disconnected meanwhile`),
      );
      expect([asked('users'), asked('registrations')]).toEqual([
        before[0] + 1,
        before[1],
      ]);
      expect(await knex('snapshot').count({ of: '*' })).toEqual([{ of: 1 }]);
      expect(await tenants.refresh(knex)).toEqual({
        came: [],
        gone: [tenantId],
      });
      expect([tenants.all, tenants.ids, [...tenants.graph]]).toEqual([
        [],
        [],
        [],
      ]);
    } finally {
      await test.stop();
    }
  });
});
