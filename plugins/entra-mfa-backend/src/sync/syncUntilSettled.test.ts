import { TestDatabases } from '../__testUtils__/TestDatabases';
import { putException } from '../__testUtils__/exceptions';
import { objectId } from '../__testUtils__/rows';
import { smallTenant } from '../__testUtils__/smallTenant';
import { TestSync } from '../__testUtils__/TestSync';
import { collectorsFor } from '../collectors/collectorsFor';
import { endException } from '../store/exceptions/endException';
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

it('reads who is in the group of an exception that was approved while it read', async () => {
  const sync = await createSync();
  const group = 'aaaaaaaa-0000-4000-8000-000000000001';
  // No scope rule names a group.
  const collectors = collectorsFor({
    services: { tierAnnotation: 'entra-mfa/tier' },
    scope: { properties: [], groups: false },
  });
  sync.source.eachOf['scope-group-members'] = {
    [group]: [[{ id: objectId(2) }]],
  };
  const settle = async (id: string) => {
    let syncs = 0;
    let isAsked = false;
    sync.source.before = async dataSet => {
      if (dataSet === 'registrations' && !isAsked) {
        isAsked = true;
        await putException(sync.knex, {
          tenantId: sync.tenantId,
          id,
          kind: 'entra-group',
          subject: group,
          until: '2026-12-31',
          requestedAt: sync.now,
          approvedAt: sync.now,
        });
      }
    };
    await syncUntilSettled(sync.knex, sync.tenantId, () => {
      syncs += 1;
      return sync.run({ collectors });
    });
    const [, { state, exception_id }] = (await sync.published()).people;
    return `${syncs} ${state} ${exception_id}`;
  };
  expect(await settle('e1')).toBe('2 exempt e1');
  await endException(
    sync.knex,
    { tenantId: sync.tenantId, id: 'e1' },
    { ended_by: 'user:default/x', ended_at: sync.now, end_note: '' },
  );
  await sync.run({ collectors });
  // What was read for it is there still, but is as old as that.
  expect(await settle('e2')).toBe('2 exempt e2');
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
