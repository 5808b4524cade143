import type { NotificationSendOptions } from '@backstage/plugin-notifications-node';
import { createLedTenant } from '../__testUtils__/ledTenant';
import { silentLogger } from '../__testUtils__/silentLogger';
import { TestDatabases } from '../__testUtils__/TestDatabases';
import { register, tenantId } from '../__testUtils__/testTenant';
import { findMonth } from './findMonth';
import { NoticeSender } from './NoticeSender';

jest.setTimeout(60_000);

const databases = TestDatabases.one();

describe.each(databases.eachSupportedId())('on %s', databaseId => {
  async function start(asked: { monthlyReportOn?: number; leads?: boolean }) {
    const knex = await databases.init(databaseId);
    const sync = await createLedTenant(knex);
    const sent: NotificationSendOptions[] = [];
    const sender = new NoticeSender({
      knex,
      clock: sync.clock,
      logger: silentLogger,
      notifications: {
        send: async one => {
          sent.push(one);
        },
      },
      plugins: {
        getInstalledPlugins: async () => [{ pluginId: 'notifications' }],
      },
    });
    const notify = {
      ...{ leads: true, security: ['group:default/security'], approvers: [] },
      ...{ pagePath: '/entra-mfa', ...asked },
    };
    const finder = findMonth({ knex, clock: sync.clock, notify });
    return {
      sync,
      sent,
      told: () => sent.map(({ payload }) => payload.title),
      /** Syncs at a time, and tells what there is to tell. */
      async run(at: string) {
        const time = new Date(at);
        await sync.letPass(time.getTime() - sync.now.getTime());
        sync.source.refreshedAt = time;
        await sync.runNow();
        await sender.tell(tenantId, finder);
      },
    };
  }

  it('tells leads and security of the month that is over, once, from its day on', async () => {
    const { sync, sent, told, run } = await start({ monthlyReportOn: 3 });
    await run('2026-11-28T08:00:00Z');
    register(sync, 2);
    await run('2026-12-30T08:00:00Z');
    // What is read in January is none of December.
    register(sync, 8);
    await run('2027-01-02T08:00:00Z');
    // November began before the history did: nothing is compared.
    expect(told()).toEqual([
      'Contoso in November 2026: 5 of 8 registered for MFA',
      'CHECKOUT in November 2026: 2 of 3 registered for MFA',
      'FIELD in November 2026: 1 of 2 registered for MFA',
      'PAYMENTS in November 2026: 3 of 4 registered for MFA',
    ]);
    expect(sent[0].payload.description).not.toMatch(/before/);

    sent.length = 0;
    await run('2027-01-03T08:00:00Z');
    await run('2027-01-04T08:00:00Z');
    // Checkout is all registered, and Payments with it; who had no row for so long is not.
    expect(told()).toEqual([
      'Contoso in December 2026: 6 of 9 registered for MFA',
      'FIELD in December 2026: 1 of 3 registered for MFA',
    ]);
    expect(sent[0]).toMatchObject({
      recipients: { type: 'entity', entityRef: ['group:default/security'] },
      payload: {
        description: expect.stringMatching(
          /^As read on 30 December: 3 not registered, 6 registered, 1 more than a month before\./,
        ),
        link: `/entra-mfa/changes/month?tenant=${tenantId}&month=2026-12`,
      },
    });
    expect(sent[1]).toMatchObject({
      recipients: { type: 'entity', entityRef: ['user:default/ada'] },
      payload: {
        link: `/entra-mfa/changes/month?tenant=${tenantId}&month=2026-12&team=group%3Adefault%2Ffield`,
      },
    });
    expect(JSON.stringify(sent)).not.toMatch(/Person|person\d/);
  });

  it.each([
    ['where nobody chose a day', {}],
    ['of a month in which nothing was read', { monthlyReportOn: 1 }],
  ])('tells nobody %s', async (_, asked) => {
    const { told, run } = await start(asked);
    await run('2026-11-28T08:00:00Z');
    await run('2027-01-05T08:00:00Z');
    expect(told()).toEqual([]);
  });

  it('tells security alone where leads are told of nothing', async () => {
    const { told, run } = await start({ monthlyReportOn: 1, leads: false });
    await run('2026-11-28T08:00:00Z');
    await run('2026-12-05T08:00:00Z');
    expect(told()).toEqual([
      'Contoso in November 2026: 5 of 8 registered for MFA',
    ]);
  });
});
