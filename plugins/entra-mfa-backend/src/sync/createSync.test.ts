import { ConfigReader } from '@backstage/config';
import { mockServices, TestDatabases } from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import {
  startTestTenant,
  type TestTenant,
} from '../__testUtils__/startTestTenant';
import { migrateTestDatabase } from '../__testUtils__/TestSync';
import { readEntraMfaConfig } from '../config/readEntraMfaConfig';
import type { SnapshotRow } from '../store/tables';
import { createSync } from './createSync';

jest.setTimeout(120_000);

const databases = TestDatabases.create({ ids: ['SQLITE_3'] });

let test: TestTenant;

afterEach(async () => test?.stop());

it('judges a tenant by what is configured for it', async () => {
  test = await startTestTenant({ size: 40 });
  const knex = await databases.init('SQLITE_3');
  await migrateTestDatabase(knex);
  const config = readEntraMfaConfig(
    new ConfigReader({
      entraMfa: { tenants: [{ ...test.config, ownTelephonyProvider: true }] },
    }),
  );
  const sync = createSync({
    config,
    auth: mockServices.auth(),
    catalog: catalogServiceMock(),
    events: mockServices.events.mock(),
    signals: { publish: async () => {} },
    clock: test.clock,
    knex,
    logger: mockServices.logger.mock(),
  });
  await sync(test.config.tenantId, new AbortController().signal);
  const snapshot = await knex<SnapshotRow>('snapshot').first('settings');
  expect(JSON.parse(snapshot!.settings)).toEqual({
    ...config.rules,
    phoneDelivery: 'own-provider',
  });
});
