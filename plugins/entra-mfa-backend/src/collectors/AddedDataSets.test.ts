import { createBackendModule } from '@backstage/backend-plugin-api';
import {
  entraMfaDataSetsExtensionPoint,
  type EntraMfaDataSet,
} from '@entra-mfa/backstage-plugin-entra-mfa-node';
import { objectId } from '../__testUtils__/rows';
import { startTestApi } from '../__testUtils__/startTestApi';
import { TestDatabases } from '../__testUtils__/TestDatabases';
import { createTestTenant, tenantId } from '../__testUtils__/testTenant';
import { GraphRequestError } from '../graph/errors';
import { readDataSetRuns } from '../store/connections/readDataSetRuns';
import { AddedDataSets } from './AddedDataSets';
import { collectorsFor } from './collectorsFor';

jest.setTimeout(60_000);

const riskyUsers: EntraMfaDataSet = {
  id: 'acme/risky-users',
  title: 'risky users',
  endpoint: '/identityProtection/riskyUsers',
  query: { $select: 'id,riskLevel' },
  permission: 'IdentityRiskyUser.Read.All',
  licence: 'Microsoft Entra ID P2',
  why: 'To show who is at risk',
  toRecords({ id, riskLevel }) {
    if (typeof id !== 'string') throw new Error(`No id: ${riskLevel}`);
    return [{ key: id.toLowerCase(), body: { riskLevel: riskLevel ?? null } }];
  },
};

it.each([
  ['leavers', 'such as acme/leavers'],
  ['acme/', 'such as acme/leavers'],
  ['acme/a/b', 'such as acme/leavers'],
])('refuses the name %j', (id, should) => {
  const added = new AddedDataSets();
  const named = { ...riskyUsers, id: id as `${string}/${string}` };
  expect(() => added.addDataSet(named)).toThrow(should);
});

it('takes each name once', () => {
  const added = new AddedDataSets();
  added.addDataSet(riskyUsers);
  expect(() => added.addDataSet(riskyUsers)).toThrow('added already');
});

describe('a data set of another module', () => {
  const databases = TestDatabases.create();

  it.each(databases.eachSupportedId())(
    'is read, kept, shown and erased on %s',
    async databaseId => {
      const sync = await createTestTenant(await databases.init(databaseId));
      const added = new AddedDataSets();
      added.addDataSet(riskyUsers);
      const collectors = collectorsFor(
        {
          services: { tierAnnotation: 'entra-mfa/tier' },
          scope: { properties: [], groups: false },
        },
        added.collectors,
      );
      const at = (riskLevel: string) => [
        [{ id: objectId(12).toUpperCase(), riskLevel }],
      ];
      sync.source.pages['acme/risky-users'] = at('low');
      await sync.run({ collectors });
      const before = await sync.published();
      sync.source.pages['acme/risky-users'] = at('high');
      await sync.run({ collectors });
      // It decides nobody's state.
      expect((await sync.published()).people).toEqual(before.people);

      const api = await startTestApi(sync, {}, [
        createBackendModule({
          pluginId: 'entra-mfa',
          moduleId: 'acme',
          register(env) {
            env.registerInit({
              deps: { dataSets: entraMfaDataSetsExtensionPoint },
              async init({ dataSets }) {
                dataSets.addDataSet(riskyUsers);
              },
            });
          },
        }),
      ]);
      try {
        const { body: tenants } = await api.get('/tenants');
        expect(tenants.dataSets).toContainEqual({
          id: 'acme/risky-users',
          title: 'risky users',
          source: 'graph',
          endpoint: '/identityProtection/riskyUsers',
          permission: 'IdentityRiskyUser.Read.All',
          licence: 'Microsoft Entra ID P2',
          why: 'To show who is at risk',
        });
        const recordsOf = async () => {
          const { body } = await api.get(`/people/${tenantId}/${objectId(12)}`);
          return body.records
            .filter(({ dataSet }: { dataSet: string }) => dataSet.includes('/'))
            .map((record: { body: object }) => record.body);
        };
        expect(await recordsOf()).toEqual([{ riskLevel: 'high' }]);

        sync.source.pages.users = sync.source.pages.users!.map(page =>
          page.filter(row => (row as { id: string }).id !== objectId(12)),
        );
        await sync.run({ collectors });
        const erased = await api
          .post(`/people/${tenantId}/${objectId(12)}/erase`)
          .send({ reason: 'Request 4711' });
        expect(erased.status).toBe(200);
        const kept = await sync
          .knex('record')
          .where({ data_set: 'acme/risky-users' })
          .select('body');
        expect(kept.map(({ body }) => body)).toEqual(
          kept.map(() => '{"erased":true}'),
        );
        // The source still has them.
        await sync.run({ collectors });
        expect(
          await sync.knex('record').where({ data_set: 'acme/risky-users' }),
        ).toHaveLength(kept.length);
      } finally {
        await api.stop();
      }
    },
  );

  it('is read in its own cadence, and told as not due until then', async () => {
    const [databaseId] = databases.eachSupportedId()[0];
    const sync = await createTestTenant(await databases.init(databaseId));
    const added = new AddedDataSets();
    added.addDataSet({ ...riskyUsers, cadenceHours: 3 });
    const collectors = collectorsFor(
      {
        services: { tierAnnotation: 'entra-mfa/tier' },
        scope: { properties: [], groups: false },
      },
      added.collectors,
    );
    const { id } = riskyUsers;
    const outcomes: string[] = [];
    const runAnHourLater = async () => {
      await sync.run({ collectors });
      const { collectors: ended } = await sync.lastRun();
      outcomes.push(ended.find(({ data_set }) => data_set === id)!.outcome);
    };
    sync.source.pages[id] = [[{ id: objectId(12), riskLevel: 'low' }]];
    await runAnHourLater();
    sync.source.pages[id] = [[{ id: objectId(12), riskLevel: 'high' }]];
    await runAnHourLater();
    await runAnHourLater();
    expect(await sync.records(id)).toEqual([
      [objectId(12), { riskLevel: 'low' }],
    ]);
    await runAnHourLater();
    expect(await sync.records(id)).toEqual([
      [objectId(12), { riskLevel: 'high' }],
    ]);
    sync.source.before = dataSet => {
      if (dataSet === id) throw new GraphRequestError(503, '', null, false);
    };
    // What failed is not read yet, so it is due with the next run.
    await sync.letPass(3 * 3_600_000);
    await runAnHourLater();
    sync.source.before = () => {};
    await runAnHourLater();
    expect(outcomes).toEqual([
      'complete',
      'not-due',
      'not-due',
      'complete',
      'failed',
      'complete',
    ]);
    expect((await readDataSetRuns(sync.knex, tenantId)).get(id)!.outcome).toBe(
      'complete',
    );
    await runAnHourLater();
    const last = await readDataSetRuns(sync.knex, tenantId);
    expect(last.get(id)!.run).toBe(6);
  });

  it('of which a row is not as documented is not kept, and nobody is named', async () => {
    const [databaseId] = databases.eachSupportedId()[0];
    const sync = await createTestTenant(await databases.init(databaseId));
    const added = new AddedDataSets();
    added.addDataSet(riskyUsers);
    const collectors = collectorsFor(
      {
        services: { tierAnnotation: 'entra-mfa/tier' },
        scope: { properties: [], groups: false },
      },
      added.collectors,
    );
    sync.source.pages['acme/risky-users'] = [
      [{ id: objectId(2), riskLevel: 'low' }, { riskLevel: 'of Person 3' }],
    ];
    await sync.run({ collectors });
    const run = await sync
      .knex('run_collector')
      .where({ data_set: 'acme/risky-users' })
      .first();
    expect(run.outcome).toBe('failed');
    expect(run.problem).toContain('Row 2');
    expect(run.problem).not.toContain('Person 3');
    expect((await sync.published()).people.length).toBeGreaterThan(0);
  });
});
