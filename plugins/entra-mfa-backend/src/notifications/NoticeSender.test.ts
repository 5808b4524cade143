import type {
  EntraMfaNotice,
  EntraMfaNotifier,
} from '@entra-mfa/backstage-plugin-entra-mfa-node';
import type { NotificationSendOptions } from '@backstage/plugin-notifications-node';
import { mockServices } from '@backstage/backend-test-utils';
import { generateKeyPairSync, sign } from 'node:crypto';
import { TestDatabases } from '../__testUtils__/TestDatabases';
import { createSyncedTenant, tenantId } from '../__testUtils__/testTenant';
import { EvidenceLogs } from '../evidence/EvidenceLogs';
import { AddedNotifiers } from './AddedNotifiers';
import { findCheckpoint } from './findCheckpoint';
import { NoticeSender } from './NoticeSender';

jest.setTimeout(60_000);

const databases = TestDatabases.one();

it.each(['', 'a b', 'a'.repeat(33)])('refuses the name %j', id => {
  const added = new AddedNotifiers();
  expect(() => added.addNotifier({ id, notify: async () => {} })).toThrow(
    'letters, digits and hyphens',
  );
});

it('takes each name once', () => {
  const added = new AddedNotifiers();
  const chat = { id: 'chat', notify: async () => {} };
  added.addNotifier(chat);
  expect(() => added.addNotifier(chat)).toThrow('added already');
});

describe.each(databases.eachSupportedId())('on %s', databaseId => {
  /** A tenant with a signed log, and the checkpoint of the day to be told of it. */
  async function start({
    installed = ['notifications'],
    recipients = ['user:default/ruth'],
  } = {}) {
    const sync = await createSyncedTenant(databases, databaseId);
    const { knex, clock } = sync;
    const { privateKey, publicKey } = generateKeyPairSync('ed25519');
    const logs = new EvidenceLogs({
      name: 'portal.example.com',
      signer: {
        name: 'portal.example.com',
        publicKey,
        sign: async bytes => sign(null, bytes, privateKey),
      },
      knex,
      logger: mockServices.logger.mock(),
    });
    const logger = mockServices.logger.mock();
    const sent: NotificationSendOptions[] = [];
    const heard: Record<string, EntraMfaNotice[]> = { chat: [], pager: [] };
    const broken = new Set<string>();
    const notifierOf = (id: string): EntraMfaNotifier => ({
      id,
      async notify(notice) {
        if (broken.has(id)) throw new Error('Ada Lovelace');
        heard[id].push(notice);
      },
    });
    const sender = new NoticeSender({
      ...{ knex, clock, logger },
      notifications: {
        async send(one) {
          if (broken.has('portal')) throw new Error('away');
          sent.push(one);
        },
      },
      notifiers: [notifierOf('chat'), notifierOf('pager')],
      plugins: {
        getInstalledPlugins: async () =>
          installed.map(pluginId => ({ pluginId })),
      },
    });
    const finder = findCheckpoint({
      ...{ knex, clock },
      evidence: { checkpoints: { directory: null, url: null, recipients } },
      notify: { pagePath: '/entra-mfa' },
    });
    return {
      ...{ sync, logs, sent, heard, broken, logger },
      tell: () => sender.tell(tenantId, finder),
      counts: () => [sent.length, heard.chat.length, heard.pager.length],
    };
  }

  it('hands a signed checkpoint on once a day, whole, to the portal and to each notifier', async () => {
    const { sync, logs, sent, heard, tell, counts } = await start();
    await tell();
    expect(counts()).toEqual([0, 0, 0]);
    await logs.sign(tenantId);
    await tell();
    await tell();
    expect(counts()).toEqual([1, 1, 1]);
    const [{ payload, recipients }] = sent;
    expect(recipients).toEqual({
      type: 'entity',
      entityRef: ['user:default/ruth'],
    });
    expect(payload.description).toMatch(
      /^portal\.example\.com\/entra-mfa\/[^\n]+\n\d+\n[^\n]+\n\n— portal\.example\.com /,
    );
    expect(heard.chat).toEqual([
      {
        key: expect.stringMatching(/^checkpoint\/\d{4}-\d\d-\d\d$/),
        tenantId,
        topic: 'Checkpoints of evidence',
        severity: 'low',
        title: payload.title,
        description: payload.description,
        link: `/entra-mfa/compliance/evidence?tenant=${tenantId}`,
        recipients: ['user:default/ruth'],
      },
    ]);
    await sync.letPass(24 * 3_600_000);
    await tell();
    expect(counts()).toEqual([2, 2, 2]);
  });

  it('tells what fails again, and nobody twice', async () => {
    const { logs, broken, logger, tell, counts } = await start();
    await logs.sign(tenantId);
    broken.add('chat');
    await tell();
    expect(counts()).toEqual([1, 0, 1]);
    const warnings = logger.warn.mock.calls.map(([message]) => message);
    expect(warnings).toEqual([expect.stringContaining("notifier 'chat'")]);
    expect(warnings.join()).not.toContain('Ada');
    broken.clear();
    broken.add('portal');
    await tell();
    await tell();
    expect(counts()).toEqual([1, 1, 1]);
  });

  it('tells notifiers where the portal has no notifications', async () => {
    const { logs, tell, counts } = await start({ installed: [] });
    await logs.sign(tenantId);
    await tell();
    await tell();
    expect(counts()).toEqual([0, 1, 1]);
  });

  it('tells nobody of checkpoints who did not ask', async () => {
    const { logs, tell, counts } = await start({ recipients: [] });
    await logs.sign(tenantId);
    await tell();
    expect(counts()).toEqual([0, 0, 0]);
  });
});
