import { TestDatabases } from '../__testUtils__/TestDatabases';
import { putException } from '../__testUtils__/exceptions';
import { objectId } from '../__testUtils__/rows';
import { silentLogger } from '../__testUtils__/silentLogger';
import { startNotifications } from '../__testUtils__/startNotifications';
import { TestSync } from '../__testUtils__/TestSync';
import { decideException } from '../store/exceptions/decideException';
import { withdrawException } from '../store/exceptions/withdrawException';
import { findExceptionSteps } from './findExceptionSteps';
import { NoticeSender } from './NoticeSender';

jest.setTimeout(60_000);

const databases = TestDatabases.create();

describe.each(databases.eachSupportedId())(
  'steps on exceptions on %s',
  databaseId => {
    let portal: Awaited<ReturnType<typeof startNotifications>>;
    let sync: TestSync;

    beforeEach(async () => {
      portal = await startNotifications();
      sync = new TestSync(await databases.init(databaseId));
    });

    afterEach(() => portal.stop());

    const put = (id: string, rest: object = {}) =>
      putException(sync.knex, {
        tenantId: sync.tenantId,
        id,
        subject: objectId(1),
        until: '2026-12-31',
        requestedAt: sync.now,
        ...rest,
      });

    const decide = (id: string, decision: 'approved' | 'refused') =>
      decideException(
        sync.knex,
        { tenantId: sync.tenantId, id },
        {
          decision,
          decided_by: 'user:default/guard',
          decided_at: sync.now,
          decision_note: 'Agreed',
        },
      );

    async function tell(approvers = ['group:default/security']) {
      const { knex, clock, tenantId } = sync;
      const sender = new NoticeSender({
        knex,
        clock,
        logger: silentLogger,
        notifications: portal.service,
        plugins: {
          getInstalledPlugins: async () => [{ pluginId: 'notifications' }],
        },
      });
      const notify = {
        security: [],
        approvers,
        leads: true,
        pagePath: '/entra-mfa',
      };
      await sender.tell(tenantId, findExceptionSteps({ knex, clock, notify }));
    }

    const titles = async (user: string) =>
      (await portal.inbox(user)).map(({ title }: { title: string }) => title);

    it('tell who decides of a request, once', async () => {
      await put('e');
      await tell();
      await tell();
      expect(await portal.inbox('guard')).toEqual([
        expect.objectContaining({
          title: 'An MFA exception for one person waits for a decision',
          description: expect.stringContaining('until 2026-12-31'),
          link: '/entra-mfa/compliance/exceptions?tenant=tenant-1',
          topic: 'MFA exception requested',
        }),
      ]);
      expect(await portal.inbox('lead')).toEqual([]);
    });

    it('do not tell who asked, though they may decide on others', async () => {
      await put('e', { requestedBy: 'user:default/guard' });
      await tell();
      expect(await portal.inbox('guard')).toEqual([]);
    });

    it('tell nobody of a request that is withdrawn, has lapsed or is decided', async () => {
      await put('withdrawn');
      await withdrawException(
        sync.knex,
        { tenantId: sync.tenantId, id: 'withdrawn' },
        sync.now,
      );
      await put('lapsed', { until: '2026-01-01' });
      await put('decided');
      await decide('decided', 'approved');
      await tell();
      expect(await portal.inbox('guard')).toEqual([]);
    });

    it.each([
      [
        'approved',
        'in force until 2026-12-31',
        'Your request for an MFA exception for a team was approved',
      ],
      [
        'refused',
        'who refused it and why',
        'Your request for an MFA exception for a team was refused',
      ],
    ] as const)(
      'tell who asked, once, that it was %s',
      async (decision, text, title) => {
        await put('e', { kind: 'group', subject: 'group:default/payments' });
        await decide('e', decision);
        await tell();
        await tell();
        expect(await portal.inbox('lead')).toEqual([
          expect.objectContaining({
            title,
            description: expect.stringContaining(text),
            topic: 'MFA exception decided',
          }),
        ]);
      },
    );

    it('tell nothing of what was decided long ago', async () => {
      await put('e');
      await decide('e', 'approved');
      sync.now = new Date(sync.now.getTime() + 9 * 86_400_000);
      await tell();
      expect(await titles('lead')).toEqual([]);
    });

    it('tell who asked, also where nobody is named who decides', async () => {
      await put('waits');
      await put('decided');
      await decide('decided', 'refused');
      await tell([]);
      expect(await titles('lead')).toHaveLength(1);
      expect(await titles('guard')).toEqual([]);
    });
  },
);
