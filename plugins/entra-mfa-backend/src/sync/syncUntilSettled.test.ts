import { TestDatabases } from '../__testUtils__/TestDatabases';
import { putException } from '../__testUtils__/exceptions';
import { objectId } from '../__testUtils__/rows';
import { smallTenant } from '../__testUtils__/smallTenant';
import { TestSync } from '../__testUtils__/TestSync';
import { syncUntilSettled } from './syncUntilSettled';

jest.setTimeout(60_000);

const databases = TestDatabases.create({ ids: ['SQLITE_3'] });

async function createSync() {
  const knex = await databases.init('SQLITE_3');
  const sync = new TestSync(knex);
  sync.source.pages = smallTenant();
  return sync;
}

it('takes in an exception that was approved while people were assessed', async () => {
  const sync = await createSync();
  let syncs = 0;
  await syncUntilSettled(sync.knex, sync.tenantId, async () => {
    syncs += 1;
    const snapshot = await sync.run();
    if (syncs === 1) {
      await putException(sync.knex, {
        tenantId: sync.tenantId,
        id: 'e',
        subject: objectId(2),
        until: '2026-12-31',
        requestedAt: sync.now,
        approvedAt: new Date(sync.now.getTime() + 1000),
      });
    }
    return snapshot;
  });
  expect(syncs).toBe(2);
  expect((await sync.published()).states[1]).toBe('exempt (exception)');
});

it('syncs once where nothing happened meanwhile', async () => {
  const sync = await createSync();
  await putException(sync.knex, {
    tenantId: sync.tenantId,
    id: 'e',
    subject: objectId(2),
    until: '2026-12-31',
    requestedAt: sync.now,
    approvedAt: sync.now,
  });
  await syncUntilSettled(sync.knex, sync.tenantId, () => sync.run());
  expect((await sync.published()).snapshot).toBe(1);
});
