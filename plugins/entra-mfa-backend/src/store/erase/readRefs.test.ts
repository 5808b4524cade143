import { TestDatabases } from '../../__testUtils__/TestDatabases';
import {
  startThreeTenants,
  threeBegan,
  threeTenants,
} from '../../__testUtils__/threeTenants';
import { STILL_TRUE } from '../sql/tables';
import { readRefs } from './readRefs';

jest.setTimeout(60_000);

const databases = TestDatabases.create();

it.each(databases.eachSupportedId())(
  'an entity was somebody’s from and until snapshots of their own tenant, on %s',
  async databaseId => {
    const knex = await databases.init(databaseId);
    await startThreeTenants(knex);
    const entity_ref = 'user:default/jane';
    for (const tenant_id of threeTenants) {
      for (const [object_id, from_snapshot, to_snapshot] of [
        ['jane', 1, 2],
        ['zed', 2, STILL_TRUE],
      ]) {
        const held = { entity_ref, from_snapshot, to_snapshot };
        await knex('person_entity').insert({ tenant_id, object_id, ...held });
      }
    }
    for (const [n, tenantId] of threeTenants.entries()) {
      const [found] = await readRefs(knex, { tenantId, objectId: 'jane' }, []);
      const time = new Date(threeBegan.getTime() + n);
      expect(found).toMatchObject({
        ref: entity_ref,
        span: {
          snapshots: [1, 2],
          runs: [1 + 10 * n, 2 + 10 * n],
          times: [time, time],
        },
      });
    }
  },
);
