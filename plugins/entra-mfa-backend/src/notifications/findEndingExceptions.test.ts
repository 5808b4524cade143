import type { NotificationSendOptions } from '@backstage/plugin-notifications-node';
import { TestDatabases } from '../__testUtils__/TestDatabases';
import { putException } from '../__testUtils__/exceptions';
import { objectId } from '../__testUtils__/rows';
import { silentLogger } from '../__testUtils__/silentLogger';
import { TestSync } from '../__testUtils__/TestSync';
import { findEndingExceptions } from './findEndingExceptions';
import { NoticeSender } from './NoticeSender';

jest.setTimeout(60_000);

const databases = TestDatabases.create();

describe.each(databases.eachSupportedId())(
  'the reminder of an exception on %s',
  databaseId => {
    async function start(pluginIds = ['notifications']) {
      const knex = await databases.init(databaseId);
      const sync = new TestSync(knex);
      const sent: NotificationSendOptions[] = [];
      const notifications = {
        fails: false,
        async send(options: NotificationSendOptions) {
          if (this.fails) {
            throw new Error('The notifications are away');
          }
          sent.push(options);
        },
      };
      const sender = new NoticeSender({
        knex,
        clock: sync.clock,
        logger: silentLogger,
        notifications,
        plugins: {
          getInstalledPlugins: async () =>
            pluginIds.map(pluginId => ({ pluginId })),
        },
      });
      const finder = findEndingExceptions({
        knex,
        clock: sync.clock,
        notify: {
          security: [],
          approvers: [],
          leads: true,
          pagePath: '/entra-mfa',
        },
        exceptions: { remindDaysBefore: 14 },
      });
      const put = (id: string, until: string, approved = true) =>
        putException(knex, {
          tenantId: sync.tenantId,
          id,
          subject: objectId(1),
          until,
          requestedAt: sync.now,
          approvedAt: approved ? sync.now : undefined,
        });
      return {
        sync,
        sent,
        notifications,
        put,
        tell: () => sender.tell(sync.tenantId, finder),
      };
    }

    it('goes to who asked and who approved, once, as long before the end as is set', async () => {
      const { sync, sent, put, tell } = await start();
      await put('e', '2026-12-31');
      sync.now = new Date('2026-12-16T23:59:59Z');
      await tell();
      expect(sent).toEqual([]);
      sync.now = new Date('2026-12-17T00:00:00Z');
      await tell();
      await tell();
      sync.now = new Date('2026-12-31T00:00:00Z');
      await tell();
      expect(sent).toMatchObject([
        {
          recipients: {
            type: 'entity',
            entityRef: ['user:default/lead', 'user:default/security'],
          },
          payload: {
            title: 'An MFA exception for one person ends on 2026-12-31',
            link: '/entra-mfa/compliance/exceptions?tenant=tenant-1',
          },
        },
      ]);
    });

    it('is sent of what a replica approved whose clock is ahead', async () => {
      const { sync, sent, put, tell } = await start();
      await put('e', '2026-11-25');
      sync.now = new Date(sync.now.getTime() - 3_600_000);
      await tell();
      expect(sent).toHaveLength(1);
    });

    it('is not sent of what is not in force', async () => {
      const { sync, sent, put, tell } = await start();
      await put('waits', '2026-11-25', false);
      await put('over', '2026-11-22');
      sync.now = new Date('2026-11-23T00:00:00Z');
      await tell();
      expect(sent).toEqual([]);
    });

    it('is sent later where it could not be sent', async () => {
      const { sent, notifications, put, tell } = await start();
      await put('e', '2026-11-25');
      notifications.fails = true;
      await tell();
      notifications.fails = false;
      await tell();
      expect(sent).toHaveLength(1);
    });

    it('is left out in a portal without notifications', async () => {
      const { sent, put, tell } = await start(['catalog']);
      await put('e', '2026-11-25');
      await tell();
      expect(sent).toEqual([]);
    });
  },
);
