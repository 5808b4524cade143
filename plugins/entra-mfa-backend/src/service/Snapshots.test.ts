import { NotFoundError } from '@backstage/errors';
import { routes } from '@entra-mfa/backstage-plugin-entra-mfa-common/contract';
import { TestDatabases } from '../__testUtils__/TestDatabases';
import { objectId } from '../__testUtils__/rows';
import {
  createTestTenant,
  register,
  tenantId,
} from '../__testUtils__/testTenant';
import { readTenantCounts } from '../store/read/readCounts';
import { readPeople } from '../store/read/readPeople';
import { readPerson } from '../store/read/readPerson';
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
            filter: routes.getPeople.query.parse({ state: 'uncovered' }),
            publishedAt: snapshot.at,
            groupsVersion: null,
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

  it('finds what is there although a sync publishes while it is looked for', async () => {
    const knex = await databases.init(databaseId);
    const sync = await createTestTenant(knex);
    await sync.run();
    const snapshots = new Snapshots(knex, sync.clock, [tenantId]);
    let reads = 0;

    const answer = await snapshots.readPublished({}, async ({ view }) => {
      reads += 1;
      if (reads === 1) {
        register(sync, 2);
        await sync.run();
      }
      const person = await readPerson(knex, view, objectId(2), null);
      if (!person) {
        throw new NotFoundError('There is no such person');
      }
      return person.state;
    });

    expect(answer).toBe('uncovered');
    expect(reads).toBe(2);
  });

  it('does not look twice for what is not there', async () => {
    const knex = await databases.init(databaseId);
    const sync = await createTestTenant(knex);
    await sync.run();
    const snapshots = new Snapshots(knex, sync.clock, [tenantId]);
    let reads = 0;
    const look = snapshots.readPublished({}, async () => {
      reads += 1;
      throw new NotFoundError('There is no such person');
    });

    await expect(look).rejects.toThrow('There is no such person');
    expect(reads).toBe(1);
  });
});
