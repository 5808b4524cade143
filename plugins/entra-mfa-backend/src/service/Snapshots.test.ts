import { TestDatabases } from '@backstage/backend-test-utils';
import { peopleQuerySchema } from 'backstage-plugin-entra-mfa-common';
import {
  createTestTenant,
  register,
  tenantId,
} from '../__testUtils__/testTenant';
import { readTenantCounts } from '../store/read/readCounts';
import { readPeople } from '../store/read/readPeople';
import { Snapshots } from './Snapshots';

jest.setTimeout(60_000);

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });

describe.each(databases.eachSupportedId())('snapshots on %s', databaseId => {
  it('answers of one piece while a sync publishes', async () => {
    const knex = await databases.init(databaseId);
    const sync = await createTestTenant(knex);
    await sync.run();
    const snapshots = new Snapshots(knex, sync.clock, [tenantId]);
    let reads = 0;

    const answer = await snapshots.readPublished(
      {},
      async ({ view, snapshot }) => {
        reads += 1;
        const counts = await readTenantCounts(knex, view);
        if (reads === 1) {
          register(sync, 2);
          await sync.run();
        }
        const { rows } = await readPeople(
          knex,
          view,
          {
            filter: peopleQuerySchema.parse({ state: 'uncovered' }),
            sort: 'privileged',
            allowed: null,
          },
          { after: null, limit: 50 },
        );
        return [snapshot.number, counts!.states.uncovered, rows.length];
      },
    );

    expect(answer).toEqual([1, 3, 3]);
    expect(reads).toBe(2);
  });
});
