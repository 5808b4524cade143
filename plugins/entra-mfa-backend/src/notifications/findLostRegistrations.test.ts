import { mockServices } from '@backstage/backend-test-utils';
import { TestDatabases } from '../__testUtils__/TestDatabases';
import { objectId, reportRow, userEntity } from '../__testUtils__/rows';
import { startNotifications } from '../__testUtils__/startNotifications';
import { createLedTenant } from '../__testUtils__/ledTenant';
import { tenantId } from '../__testUtils__/testTenant';
import type { TestSync } from '../__testUtils__/TestSync';
import { findLostRegistrations } from './findLostRegistrations';
import { NoticeSender } from './NoticeSender';

jest.setTimeout(60_000);

const databases = TestDatabases.create();

const notify = {
  leads: true,
  security: ['group:default/security'],
  approvers: [],
  pagePath: '/entra-mfa',
};

function lose(sync: TestSync, ...numbers: number[]) {
  const lost = numbers.map(number => objectId(number));
  const rows = sync.source.pages.registrations!.flat() as { id: string }[];
  sync.source.pages.registrations = [
    rows.map(row =>
      lost.includes(row.id) ? reportRow(Number(row.id.slice(-4)), false) : row,
    ),
  ];
}

describe.each(databases.eachSupportedId())('alarm on %s', databaseId => {
  let portal: Awaited<ReturnType<typeof startNotifications>>;

  beforeEach(async () => {
    portal = await startNotifications();
  });

  afterEach(() => portal.stop());

  async function start(plugins = ['entra-mfa', 'notifications']) {
    const sync = await createLedTenant(await databases.init(databaseId));
    const logger = mockServices.logger.mock();
    let fails = false;
    let sent = 0;
    const finder = findLostRegistrations({
      knex: sync.knex,
      clock: sync.clock,
      notify,
    });
    const sender = new NoticeSender({
      knex: sync.knex,
      clock: sync.clock,
      logger,
      plugins: {
        getInstalledPlugins: async () =>
          plugins.map(pluginId => ({ pluginId })),
      },
      notifications: {
        send: async options => {
          if (fails && sent > 0) {
            throw new Error('the portal went away');
          }
          sent += 1;
          await portal.service.send(options);
        },
      },
    });
    await sync.run();
    return {
      sync,
      logger,
      sent: () => sent,
      failAfterOne: (yes: boolean) => {
        fails = yes;
      },
      tell: () => sender.tell(tenantId, finder),
      run: async () => {
        await sync.runRefreshed(1);
        await sender.tell(tenantId, finder);
      },
    };
  }

  const titles = async (user: string) =>
    (await portal.inbox(user))
      .map(({ title }: { title: string }) => title)
      .sort();

  it('tells security of all and each lead of their team, without a name, once', async () => {
    const { sync, run, tell, sent } = await start();
    lose(sync, 1, 11, 10, 3);
    await run();
    await run();
    await tell();

    // Person 3 is in no team; person 1 is in Payments and in Checkout.
    expect(await titles('guard')).toEqual([
      '4 people lost their MFA registrations',
    ]);
    expect(await titles('tom')).toEqual([
      '1 person of PAYMENTS lost their MFA registration',
      '2 people of CHECKOUT lost their MFA registrations',
    ]);
    expect(await titles('ada')).toEqual([
      '1 person of FIELD lost their MFA registration',
    ]);
    expect(sent()).toBe(4);

    const [payload] = await portal.inbox('ada');
    expect(payload).toMatchObject({
      severity: 'high',
      topic: 'MFA registration lost',
      link: `/entra-mfa/changes?tenant=${tenantId}&kind=lost&from=2026-11-21T09%3A00%3A00.000Z&to=2026-11-21T10%3A00%3A00.000Z&team=group%3Adefault%2Ffield`,
    });
    const everything = JSON.stringify(
      await Promise.all(['guard', 'tom', 'ada'].map(portal.inbox)),
    );
    expect(everything).not.toMatch(/Person|person\d|00000000-0000-4000/);
  });

  it('tells again of who registered and lost it again, and of nobody else', async () => {
    const { sync, run } = await start();
    const before = sync.source.pages.registrations!;
    lose(sync, 10);
    await run();
    sync.source.pages.registrations = before;
    await run();
    expect(await titles('ada')).toHaveLength(1);
    lose(sync, 10);
    await run();
    expect(await titles('ada')).toHaveLength(2);
  });

  it('waits for the second read where the row is gone, and tells then', async () => {
    const { sync, run } = await start();
    const rows = sync.source.pages.registrations!.flat() as { id: string }[];
    sync.source.pages.registrations = [
      rows.filter(({ id }) => id !== objectId(10)),
    ];
    await run();
    expect(await titles('ada')).toEqual([]);
    await run();
    expect(await titles('ada')).toEqual([
      '1 person of FIELD lost their MFA registration',
    ]);
  });

  it('is not raised by people who join without, by other rules or by leaving', async () => {
    const { sync, run, sent } = await start();
    sync.source.pages.users = sync.source.pages.users!.map(page =>
      (page as { id: string }[]).filter(({ id }) => id !== objectId(1)),
    );
    sync.source.pages['catalog-memberships']!.push([userEntity(12, ['field'])]);
    await run();
    expect(sent()).toBe(0);
  });

  it('goes on after a failure where it stopped, and repeats nothing', async () => {
    const { sync, run, tell, sent, failAfterOne, logger } = await start();
    lose(sync, 10, 11);
    failAfterOne(true);
    await run();
    expect(sent()).toBe(1);
    expect(logger.warn).toHaveBeenCalledWith(
      expect.stringContaining('the next sync tries again'),
    );
    failAfterOne(false);
    await tell();
    expect(sent()).toBe(3);
    expect(await titles('guard')).toHaveLength(1);
    expect(await titles('tom')).toHaveLength(1);
    expect(await titles('ada')).toHaveLength(1);
  });

  it('replaces what a process sent before it died, instead of adding to it', async () => {
    const { sync, run, tell } = await start();
    lose(sync, 10);
    await run();
    await sync.knex('notice').delete();
    await tell();
    expect(await titles('ada')).toHaveLength(1);
  });

  it('tells nobody of what is days old, nor in a portal without notifications', async () => {
    const old = await start();
    lose(old.sync, 10);
    await old.sync.run();
    old.sync.now = new Date(old.sync.now.getTime() + 4 * 24 * 3_600_000);
    await old.run();
    expect(old.sent()).toBe(0);

    const without = await start(['entra-mfa']);
    lose(without.sync, 10);
    await without.run();
    expect(without.sent()).toBe(0);
    expect(without.logger.warn).not.toHaveBeenCalled();
  });
});
