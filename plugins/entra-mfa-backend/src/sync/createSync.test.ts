import { mockServices } from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { TestDatabases } from '../__testUtils__/TestDatabases';
import {
  startTestTenant,
  type TestTenant,
} from '../__testUtils__/startTestTenant';
import { silentLogger } from '../__testUtils__/silentLogger';
import { collectors } from '../collectors';
import { readEntraMfaConfig } from '../config/readEntraMfaConfig';
import type { SnapshotRow } from '../store/sql/tables';
import { createSync } from './createSync';
import { graphSources } from './graphSources';
import { UnstoredEnds } from './UnstoredEnds';

jest.setTimeout(120_000);

const databases = TestDatabases.create({ ids: ['SQLITE_3'] });

describe('a configured sync', () => {
  let test: TestTenant;

  beforeEach(async () => {
    test = await startTestTenant({ size: 20, frozenClock: true });
  });

  afterEach(() => test.stop());

  async function configured(entraMfa: object) {
    const knex = await databases.init('SQLITE_3');
    const data = { entraMfa: { tenants: [test.config], ...entraMfa } };
    const config = readEntraMfaConfig(mockServices.rootConfig({ data }));
    const sync = createSync({
      throttled() {},
      config,
      auth: mockServices.auth(),
      catalog: catalogServiceMock(),
      events: mockServices.events.mock(),
      signals: { publish: async () => {} },
      clock: test.clock,
      knex,
      logger: silentLogger,
      ends: new UnstoredEnds(),
      collectors,
      graph: graphSources(config, test.clock),
    });
    return {
      knex,
      config,
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
      // Before them, their number was waited for, which is not worth much.
      expect(waited).toBeLessThanOrEqual(minutes * 60_000 + 15_000);
      expect(waited).toBeGreaterThan((minutes - 1) * 60_000);
    },
  );

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
});
