import { TestDatabases } from '../__testUtils__/TestDatabases';
import { groupEntity } from '../__testUtils__/rows';
import { smallTenant } from '../__testUtils__/smallTenant';
import { testRules, TestSync } from '../__testUtils__/TestSync';
import { readTeamLeads } from '../store/read/readTeamLeads';

jest.setTimeout(60_000);

const databases = TestDatabases.create({ ids: ['SQLITE_3'] });
const payments = 'group:default/payments';
const checkout = 'group:default/checkout';

function led(name: string, lead: string | undefined, parent?: string) {
  const group = groupEntity(name, parent);
  const annotations = lead ? { 'entra-mfa/lead': lead } : undefined;
  return { ...group, metadata: { ...group.metadata, annotations } };
}

describe.each(databases.eachSupportedId())('leads on %s', databaseId => {
  async function createSync() {
    const knex = await databases.init(databaseId);
    const sync = new TestSync(knex);
    sync.source.pages = smallTenant();
    return sync;
  }
  function setGroups(sync: TestSync, ...groups: object[]) {
    sync.source.pages['catalog-groups'] = [groups];
  }
  async function leadsAt(sync: TestSync, snapshot: number, newest = false) {
    const view = { tenantId: sync.tenantId, snapshot, newest };
    return Object.fromEntries(
      await readTeamLeads(sync.knex, view, [payments, checkout]),
    );
  }

  it('are kept as they were at every snapshot', async () => {
    const sync = await createSync();
    setGroups(
      sync,
      led('payments', 'tom, maya'),
      led('checkout', undefined, 'payments'),
    );
    await sync.run();
    await sync.run();
    setGroups(
      sync,
      led('payments', 'tom'),
      led('checkout', 'group:guild', 'payments'),
    );
    await sync.run();
    setGroups(sync, led('checkout', 'group:guild'));
    await sync.run();

    const both = { [payments]: ['user:default/maya', 'user:default/tom'] };
    expect(await leadsAt(sync, 1)).toEqual(both);
    expect(await leadsAt(sync, 2)).toEqual(both);
    expect(await leadsAt(sync, 3)).toEqual({
      [checkout]: ['group:default/guild'],
      [payments]: ['user:default/tom'],
    });
    const last = { [checkout]: ['group:default/guild'] };
    expect(await leadsAt(sync, 4)).toEqual(last);
    expect(await leadsAt(sync, 4, true)).toEqual(last);
    // Four rows: what did not change was not written again.
    expect(await sync.size('team_lead')).toBe(4);
  });

  it('follow a change of the setting, though nothing else changed', async () => {
    const sync = await createSync();
    setGroups(sync, led('payments', 'maya'), led('checkout', undefined));
    await sync.run();
    const leads = { relations: [], annotations: [], profile: [] };
    await sync.run({ rules: { ...testRules, leads } });
    expect(await leadsAt(sync, 1)).toEqual({
      [payments]: ['user:default/maya'],
    });
    expect(await leadsAt(sync, 2, true)).toEqual({});
    const versions = await sync.knex('snapshot').pluck('rules_version');
    expect(new Set(versions).size).toBe(1);
  });

  it('leave records of groups without one as they were', async () => {
    const sync = await createSync();
    setGroups(sync, led('payments', 'maya'), {
      ...groupEntity('checkout', 'payments'),
      metadata: {
        name: 'checkout',
        namespace: 'default',
        annotations: { 'some-tool/seen-at': '12:00' },
      },
    });
    await sync.run();
    expect(await sync.records('catalog-groups')).toEqual([
      [checkout, { title: 'checkout', parentRef: payments, target: null }],
      [
        payments,
        {
          title: 'PAYMENTS',
          parentRef: null,
          target: null,
          leads: { annotations: { 'entra-mfa/lead': ['maya'] } },
        },
      ],
    ]);
  });
});
