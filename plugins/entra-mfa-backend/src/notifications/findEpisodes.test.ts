import type { NotificationSendOptions } from '@backstage/plugin-notifications-node';
import { silentLogger } from '../__testUtils__/silentLogger';
import { smallTenant } from '../__testUtils__/smallTenant';
import { TestDatabases } from '../__testUtils__/TestDatabases';
import { clientId, TestSync } from '../__testUtils__/TestSync';
import { collectors } from '../collectors';
import type { TenantConfig } from '../config/types';
import { Connections } from '../connections/Connections';
import { ConnectionError, GraphRequestError } from '../graph/errors';
import { findEpisodes } from './findEpisodes';
import { NoticeSender } from './NoticeSender';

jest.setTimeout(60_000);

const databases = TestDatabases.one();
const contact = 'user:default/ida';
const security = 'group:default/security';
const notify = {
  leads: true,
  security: [security],
  approvers: [],
  pagePath: '/entra-mfa',
};

describe.each(databases.eachSupportedId())('on %s', id => {
  async function start(ids: string[]) {
    const knex = await databases.init(id);
    const syncs = ids.map(tenantId => {
      const sync = new TestSync(knex, { tenantId });
      sync.source.pages = {
        ...smallTenant(),
        organization: [[{ id: tenantId, displayName: `The ${tenantId}` }]],
      };
      return sync;
    });
    const [{ clock }] = syncs;
    const sent: NotificationSendOptions[] = [];
    const sender = new NoticeSender({
      knex,
      clock,
      logger: silentLogger,
      notifications: {
        send: async notification => {
          sent.push(notification);
        },
      },
      plugins: {
        getInstalledPlugins: async () => [{ pluginId: 'notifications' }],
      },
    });
    let tenants = ids.map(
      tenantId =>
        ({
          ...{ tenantId, clientId, contact },
          credential: { kind: 'secret' },
        } as TenantConfig),
    );
    const limits = {
      staleAfterSeconds: 6 * 3600,
      reportStaleAfterSeconds: 1e9,
    };
    let connections = new Connections({
      ...{ knex, clock, collectors, logger: silentLogger },
      config: { tenants, connect: null, ...limits },
    });
    const tell = async () => {
      await connections.lookAtAll();
      for (const tenantId of ids) {
        const finder = findEpisodes({ knex, clock, tenants, notify });
        await sender.tell(tenantId, finder);
        await sender.tell(tenantId, finder);
      }
    };
    return {
      syncs,
      tell,
      titles: () => sent.splice(0).map(({ payload }) => payload.title),
      sent,
      async configure(next: string[]) {
        tenants = tenants.filter(({ tenantId }) => next.includes(tenantId));
        connections = new Connections({
          ...{ knex, clock, collectors, logger: silentLogger },
          config: { tenants, connect: null, ...limits },
        });
        await connections.begin();
      },
      async run(before: () => void = () => {}) {
        for (const sync of syncs) {
          sync.source.before = before;
          await sync.runNow().catch(() => {});
        }
        await tell();
      },
    };
  }

  it('tells contact and security once when it begins, with what to do, and once when it ends', async () => {
    const { run, sent, titles, syncs, tell, configure } = await start(['a']);
    await run();
    expect(sent).toEqual([]);
    const refused = () => {
      throw new GraphRequestError(
        403,
        'Authorization_RequestDenied',
        null,
        false,
      );
    };
    await syncs[0].letPass(3_600_000);
    await run(refused);
    await syncs[0].letPass(3_600_000);
    await run(refused);
    expect(sent).toHaveLength(1);
    const [{ recipients, payload }] = sent;
    expect(recipients).toEqual({
      type: 'entity',
      entityRef: [security, contact],
    });
    expect(payload).toMatchObject({
      title: 'The connection to The a needs attention',
      link: '/entra-mfa/connections/a',
      description: expect.stringContaining('Ask a Global Administrator'),
    });
    expect(JSON.stringify(payload)).not.toContain(clientId);
    titles();
    await syncs[0].letPass(3_600_000);
    await run();
    expect(titles()).toEqual([
      'The connection to The a does not need attention any more',
    ]);
    // Nobody syncs any more.
    await syncs[0].letPass(7 * 3_600_000);
    await tell();
    expect(titles()).toEqual([
      'The connection to The a is stale: its figures are older than the limit, and no control counts as met',
    ]);
    await configure([]);
    await tell();
    expect(titles()).toEqual([
      'The connection to The a is fresh again',
      'The connection to The a was disconnected: it is not configured any more',
    ]);
  });

  it('leaves alone that the portal was stopped in a run', async () => {
    const { run, sent, syncs, tell } = await start(['a']);
    await run();
    const stop = new AbortController();
    syncs[0].source.before = () => stop.abort();
    await syncs[0].runNow({ signal: stop.signal }).catch(() => {});
    await tell();
    await run();
    expect(sent).toEqual([]);
  });

  it('tells as one what begins with more than five of them within a minute', async () => {
    const ids = ['a', 'b', 'c', 'd', 'e', 'f', 'g'];
    const { run, sent, syncs } = await start(ids);
    await run();
    for (const sync of syncs) {
      sync.now = new Date(sync.now.getTime() + 3_600_000);
    }
    await run(() => {
      throw new ConnectionError('unreachable');
    });
    expect(new Set(sent.map(({ payload }) => payload.title))).toEqual(
      new Set(['7 connections to Microsoft Entra need attention']),
    );
    expect(new Set(sent.map(({ payload }) => payload.scope)).size).toBe(1);
  });
});
