import { TestDatabases } from '../../__testUtils__/TestDatabases';
import { objectId, reportRow } from '../../__testUtils__/rows';
import { createTestTenant, tenantId } from '../../__testUtils__/testTenant';
import type { PersonChangeRow } from '../sql/tables';

jest.setTimeout(60_000);

const databases = TestDatabases.create();

it.each(databases.eachSupportedId())(
  'leaves no change of a run that died on %s',
  async databaseId => {
    const sync = await createTestTenant(await databases.init(databaseId));
    await sync.run();
    const rows = sync.source.pages.registrations!.flat() as { id: string }[];
    sync.source.pages.registrations = [
      rows.map(row => (row.id === objectId(1) ? reportRow(1, false) : row)),
    ];
    await sync.run();
    const changes = () =>
      sync.knex<PersonChangeRow>('person_change').orderBy('object_id');
    const published = await changes();
    expect(published.map(row => [row.object_id, row.snapshot])).toContainEqual([
      objectId(1),
      2,
    ]);

    // What a process that was killed before it published left behind.
    await sync.knex<PersonChangeRow>('person_change').insert({
      ...published[0],
      tenant_id: tenantId,
      snapshot: 3,
      previous_snapshot: 2,
    });
    await sync
      .knex('run')
      .where({ run: 2 })
      .update({ state: 'running', holder: 'replica-2/dead' });
    await sync.letPass(24 * 3_600_000);
    await sync.run();
    expect(await changes()).toEqual(published);
  },
);
