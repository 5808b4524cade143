import { objectId, reportRow, userRow } from '../../__testUtils__/rows';
import { TestDatabases } from '../../__testUtils__/TestDatabases';
import { TestSync } from '../../__testUtils__/TestSync';
import { countMissing } from './countMissing';
import { readBodies } from './readBodies';

const databases = TestDatabases.create();

it.each(databases.eachSupportedId())(
  'bodies, and what they lack, are those of the tenant itself, on %s',
  async databaseId => {
    const knex = await databases.init(databaseId);
    // The last that is written, and so the last that is read, is another one's.
    for (const tenantId of ['tenant-0', 'tenant-1', 'tenant-2']) {
      const sync = new TestSync(knex, { tenantId });
      const isOurs = tenantId === 'tenant-1';
      sync.source.pages = {
        users: [[userRow(1, { displayName: `Of ${tenantId}` })]],
        registrations: [
          [reportRow(1, true, isOurs ? {} : { isMfaCapable: null })],
        ],
      };
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
  },
);
