import type { NotificationSendOptions } from '@backstage/plugin-notifications-node';
import { TestDatabases } from '../__testUtils__/TestDatabases';
import { reportRow, userRow } from '../__testUtils__/rows';
import { silentLogger } from '../__testUtils__/silentLogger';
import { TestSync } from '../__testUtils__/TestSync';
import { findHolds } from './findHolds';
import { NoticeSender } from './NoticeSender';

jest.setTimeout(60_000);

const databases = TestDatabases.create();
const numbers = Array.from({ length: 40 }, (_, number) => number);

describe.each(databases.eachSupportedId())('on %s', databaseId => {
  async function start(options: { security?: string[]; plugins?: string[] }) {
    const { security = ['group:default/security'] } = options;
    const { plugins = ['notifications'] } = options;
    const knex = await databases.init(databaseId);
    const sync = new TestSync(knex);
    const sent: NotificationSendOptions[] = [];
    const service = {
      fails: false,
      async send(notification: NotificationSendOptions) {
        if (this.fails) {
          throw new Error('The notifications are away');
        }
        sent.push(notification);
      },
    };
    const sender = new NoticeSender({
      knex,
      clock: sync.clock,
      logger: silentLogger,
      notifications: service,
      plugins: {
        getInstalledPlugins: async () =>
          plugins.map(pluginId => ({ pluginId })),
      },
    });
    const finder = findHolds({
      knex,
      notify: { security, approvers: [], leads: true, pagePath: '/entra-mfa' },
    });
    return {
      sent,
      service,
      /** Syncs as the plugin does, and tells what there is to tell. */
      async run(registered: number) {
        sync.source.pages = {
          users: [numbers.map(number => userRow(number))],
          registrations: [
            numbers.map(number => reportRow(number, number < registered)),
          ],
        };
        await sync.run().catch(() => {});
        await sender.tell(sync.tenantId, finder);
      },
    };
  }

  it('tells security of a hold once, and of the next one again', async () => {
    const { run, sent } = await start({});
    await run(36);
    expect(sent).toEqual([]);
    await run(4);
    await run(4);
    await run(3);
    expect(sent).toMatchObject([
      {
        recipients: { type: 'entity', entityRef: ['group:default/security'] },
        payload: {
          title: 'The MFA figure is held: it would fall from 90.0 % to 10.0 %',
          link: '/entra-mfa?tenant=tenant-1',
          severity: 'critical',
        },
      },
    ]);
    await run(36);
    await run(8);
    expect(sent).toHaveLength(2);
  });

  it('tries again at the next sync', async () => {
    const { run, sent, service } = await start({});
    await run(36);
    service.fails = true;
    await run(4);
    expect(sent).toEqual([]);
    service.fails = false;
    await run(4);
    expect(sent).toHaveLength(1);
  });

  it.each([
    ['security is nobody', { security: [] }],
    ['the portal has no notifications', { plugins: ['catalog'] }],
  ])('tells nobody where %s', async (_, options) => {
    const { run, sent } = await start(options);
    await run(36);
    await run(4);
    expect(sent).toEqual([]);
  });
});
