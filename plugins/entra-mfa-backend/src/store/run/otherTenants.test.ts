import { objectId, reportRow, userRow } from '../../__testUtils__/rows';
import { TestDatabases } from '../../__testUtils__/TestDatabases';
import { TestSync } from '../../__testUtils__/TestSync';
import { countMissing } from './countMissing';
import { readBodies } from './readBodies';
import { readDataSetVersions } from './readDataSetVersions';
import { readExpectedPeople } from './readExpectedPeople';
import { readKnownKeys } from './readKnownKeys';

const databases = TestDatabases.create();

it.each(databases.eachSupportedId())(
  'what a run reads is of the tenant itself, on %s',
  async databaseId => {
    const knex = await databases.init(databaseId);
    // The last that is written, and so the last that is read, is another one's.
    for (const tenantId of ['tenant-0', 'tenant-1', 'tenant-2']) {
      const sync = new TestSync(knex, { tenantId });
      const isOurs = tenantId === 'tenant-1';
      sync.source.pages = {
        users: [
          [
            userRow(1, { displayName: `Of ${tenantId}` }),
            ...(isOurs ? [] : [userRow(2)]),
          ],
        ],
        registrations: [
          [reportRow(1, true, isOurs ? {} : { isMfaCapable: null })],
        ],
      };
      sync.source.people = isOurs ? 1 : 2;
      await sync.run().catch(() => {});
    }
    const settings = { countGuests: false };
    const missing = (tenantId: string) =>
      countMissing(knex, tenantId, 'isMfaCapable', settings);
    expect([await missing('tenant-1'), await missing('tenant-2')]).toEqual([
      0, 1,
    ]);
    const bodies = await readBodies<{ displayName: string }>(
      knex,
      { tenantId: 'tenant-1', dataSet: 'users' },
      [objectId(1)],
    );
    expect([...bodies].map(([id, body]) => [id, body.displayName])).toEqual([
      [objectId(1), 'Of tenant-1'],
    ]);
    const users = { tenantId: 'tenant-1', dataSet: 'users' } as const;
    const both = [objectId(1), objectId(2)];
    expect([...(await readKnownKeys(knex, users, both))]).toEqual([
      objectId(1),
    ]);
    const run = { tenantId: 'tenant-1', run: 1, holder: 'replica-1' };
    expect(await readExpectedPeople(knex, run)).toBe(1);
    const { lastSnapshot } = await readDataSetVersions(knex, 'tenant-1', 1, []);
    expect(lastSnapshot).toMatchObject({ tenant_id: 'tenant-1', snapshot: 1 });
  },
);
