import {
  createBackendModule,
  type BackendFeature,
} from '@backstage/backend-plugin-api';
import { mockServices } from '@backstage/backend-test-utils';
import { personStates } from '@entra-mfa/backstage-plugin-entra-mfa-common';
import { routes } from '@entra-mfa/backstage-plugin-entra-mfa-common/contract';
import drata from '@entra-mfa/backstage-plugin-entra-mfa-backend-module-drata';
import vanta from '@entra-mfa/backstage-plugin-entra-mfa-backend-module-vanta';
import {
  EntraMfaSinkError,
  entraMfaEvidenceSinksExtensionPoint,
  type EntraMfaEvidencePerson,
  type EntraMfaEvidenceSink,
} from '@entra-mfa/backstage-plugin-entra-mfa-node';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { putException } from '../__testUtils__/exceptions';
import { objectId } from '../__testUtils__/rows';
import { startTestApi, type TestApi } from '../__testUtils__/startTestApi';
import { TestDatabases } from '../__testUtils__/TestDatabases';
import type { TestSync } from '../__testUtils__/TestSync';
import {
  createTestTenant,
  register,
  tenantId,
} from '../__testUtils__/testTenant';
import { testRules } from '../__testUtils__/TestSync';
import { withControls } from '../__testUtils__/withControls';
import { AddedSinks } from './AddedSinks';
import { EvidencePusher } from './EvidencePusher';

jest.setTimeout(60_000);

const databases = TestDatabases.one();
const rules = {
  ...testRules,
  breakGlassIds: [objectId(3)],
  listed: [{ objectId: objectId(12), owner: 'Ops', reason: 'A service' }],
};
const push = 'entra-mfa-evidence-push';

/** One server for both platforms: it takes everything, unless it is told to refuse. */
class Platforms {
  sent: { path: string; body: string }[] = [];
  refusing: number | null = null;
  readonly #server = createServer(async (request, response) => {
    const path = request.url ?? '';
    const body = await text(request);
    if (path !== '/oauth/token' && this.refusing) {
      response.writeHead(this.refusing).end(body);
      return;
    }
    this.sent.push({ path, body });
    response.end(
      JSON.stringify({ access_token: 't', expires_in: 3600, success: true }),
    );
  });

  async start(): Promise<string> {
    this.#server.listen(0, '127.0.0.1');
    await once(this.#server, 'listening');
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  stop(): void {
    this.#server.closeAllConnections();
    this.#server.close();
  }

  of(path: RegExp) {
    return this.sent.filter(one => path.test(one.path));
  }

  people<Person>(path: RegExp, list: 'resources' | 'data'): Person[] {
    return JSON.parse(this.of(path).at(-1)!.body)[list];
  }
}

function adding(sink: EntraMfaEvidenceSink): BackendFeature {
  return createBackendModule({
    pluginId: 'entra-mfa',
    moduleId: `test-${sink.id}`,
    register(env) {
      env.registerInit({
        deps: { sinks: entraMfaEvidenceSinksExtensionPoint },
        init: async ({ sinks }) => sinks.addSink(sink),
      });
    },
  });
}

async function exemptTenant(sync: TestSync) {
  await sync.run({ rules, ...withControls });
  await putException(sync.knex, {
    ...{ tenantId, id: 'leave', subject: objectId(2), until: '2027-01-31' },
    ...{ requestedAt: sync.now, approvedAt: sync.now },
  });
  await sync.run({ rules, ...withControls });
}

describe.each(databases.eachSupportedId())('sinks on %s', id => {
  it('have who counts as the portal counts them, and the report of what was approved, once', async () => {
    const sync = await createTestTenant(await databases.init(id));
    await exemptTenant(sync);
    const platforms = new Platforms();
    const apiUrl = await platforms.start();
    const none: EntraMfaEvidenceSink = {
      ...{ id: 'none', title: 'None' },
      pushPeople: async () => {
        throw new Error('No tenant is configured for it');
      },
    };
    const secrets = { clientId: 'i', clientSecret: 'canary-secret' };
    let api: TestApi | null = null;
    try {
      api = await startTestApi(
        sync,
        {
          scope: { breakGlassIds: [objectId(3)] },
          sinks: {
            vanta: {
              ...{ tenantId, apiUrl, ...secrets, customResourceId: 's' },
              userAccountResourceId: 'a',
              documents: { documentId: 'd', ...secrets },
            },
            drata: {
              ...{ tenantId, apiUrl, apiKey: 'canary-secret' },
              ...{ connectionId: 1, resourceId: 2 },
            },
          },
        },
        [vanta, drata, adding(none)],
      );
      const sinks = async () =>
        routes.getSinks.response.parse((await api!.get('/sinks')).body).items;
      expect((await sinks()).map(({ state }) => state)).toEqual([
        'waiting',
        'waiting',
      ]);

      await api.run(push);
      const { body } = await api.get('/overview').expect(200);
      const records = platforms.people<{ state: string }>(
        /\/sessions\/[^/]+$/,
        'data',
      );
      const resources = platforms.people<{
        uniqueId: string;
        customProperties: { state: string; reason: string };
      }>(/custom_resource/, 'resources');
      const byState = (states: string[]) =>
        Object.fromEntries(
          personStates.map(state => [
            state,
            states.filter(one => one === state).length,
          ]),
        );
      const shown = body.counts.states;
      expect(byState(records.map(({ state }) => state))).toEqual(shown);
      expect(byState(resources.map(one => one.customProperties.state))).toEqual(
        shown,
      );
      const stateOf = (number: number) => {
        const found = resources.find(
          ({ uniqueId }) => uniqueId === objectId(number),
        );
        return `${found?.customProperties.state} (${found?.customProperties.reason})`;
      };
      expect([2, 3, 12, 7].map(stateOf)).toEqual([
        'exempt (exception)',
        'out-of-scope (break-glass)',
        'out-of-scope (listed)',
        'unknown (no-row-yet)',
      ]);
      const accounts = platforms.people<{
        uniqueId: string;
        email: string;
        mfaEnabled: boolean | null;
      }>(/user_account/, 'resources');
      expect(
        accounts.filter(({ mfaEnabled }) => mfaEnabled === false),
      ).toHaveLength(shown.uncovered);
      expect(accounts[0].email).toBe('person1@contoso.com');

      expect(await sinks()).toMatchObject([
        {
          ...{ id: 'vanta', title: 'Vanta', tenant: tenantId, state: 'taken' },
          taken: { snapshot: 2, people: resources.length },
          documents: 0,
        },
        { id: 'drata', state: 'taken', problems: [] },
      ]);
      // Nobody is told twice.
      const before = platforms.sent.length;
      await api.run(push);
      expect(platforms.sent).toHaveLength(before);

      await api
        .post('/assessments')
        .send({ title: 'Ours', from: '2026-11-01', to: '2026-11-20' })
        .expect(201);
      await api.post('/assessments/1/submit').send({}).expect(200);
      await api
        .post('/assessments/1/decision', 'decider')
        .send({ decision: 'approved', step: 2 })
        .expect(200);
      platforms.refusing = 403;
      await api.run(push);
      expect((await sinks())[0]).toMatchObject({
        state: 'failed',
        problems: [
          'Vanta answered 403 to the report of an assessment. Check what the credentials may do there.',
        ],
      });
      platforms.refusing = null;
      await api.run(push);
      await api.run(push);
      const [upload, ...more] = platforms.of(/documents/);
      expect(more).toEqual([]);
      expect(upload.path).toBe('/v1/documents/d/uploads');
      expect(upload.body).toContain('%PDF-');
      expect((await sinks())[0]).toMatchObject({
        state: 'taken',
        documents: 1,
      });
    } finally {
      await api?.stop();
      platforms.stop();
    }
  });

  it('go on where a push was cut, and wait where the newest is stale or held', async () => {
    const sync = await createTestTenant(await databases.init(id));
    await exemptTenant(sync);
    const { knex } = sync;
    const auditor = mockServices.auditor.mock();
    const logger = mockServices.logger.mock();
    const seen: string[] = [];
    let failing: Error | null = new Error('canary: person1@contoso.com');
    const sink: EntraMfaEvidenceSink = {
      ...{ id: 'test', title: 'The test' },
      async pushPeople({ people, resumeAfter, took }) {
        for await (const batch of people(resumeAfter)) {
          if (failing && seen.length > 0) throw failing;
          seen.push(...batch.map((one: EntraMfaEvidencePerson) => one.id));
          await took(batch[batch.length - 1].id);
        }
        return { people: seen.length };
      },
    };
    const config = {
      sinks: { test: { tenantId } },
      tenants: [{ tenantId }] as never,
      ...{ staleAfterSeconds: 86_400, reportStaleAfterSeconds: 172_800 },
    };
    const pusher = new EvidencePusher({
      ...{ knex, clock: sync.clock, logger, auditor, config, atOnce: 4 },
      sinks: [sink],
      paperOf: () => Promise.reject(new Error('There is none')),
    });
    const run = () => pusher.push(new AbortController().signal);
    const rows = () =>
      knex('evidence_push')
        .orderBy('snapshot')
        .select('snapshot', 'attempts', 'people', 'problem');

    await run();
    expect(await rows()).toEqual([
      {
        ...{ snapshot: 2, attempts: 1, people: null },
        problem:
          'The test was not reached, or did not take it (Error). It is tried again in an hour.',
      },
    ]);
    expect(JSON.stringify(jest.mocked(logger.warn).mock.calls)).not.toContain(
      'canary',
    );
    failing = new EntraMfaSinkError('Ask for a new key.');
    await run();
    expect((await rows())[0].problem).toBe('Ask for a new key.');
    failing = null;
    // Somebody registers meanwhile, and the snapshot that is being pushed stays what it was.
    const all = await knex('person').where({ to_snapshot: 2147483647 });
    await run();
    expect(await rows()).toEqual([
      { snapshot: 2, attempts: 3, people: all.length, problem: null },
    ]);
    expect(seen).toEqual([...new Set(seen)].sort());
    expect(jest.mocked(auditor.createEvent).mock.calls.at(-1)).toEqual([
      {
        eventId: 'evidence-push',
        severityLevel: 'medium',
        meta: { tenantId, sink: 'test', snapshot: 2, resumed: true },
      },
    ]);

    seen.length = 0;
    register(sync, 8);
    await sync.run({ rules });
    const { now } = sync;
    await sync.letPass(25 * 3_600_000);
    await run();
    expect(seen).toEqual([]);
    sync.now = now;
    await knex('hold').insert({
      ...{ tenant_id: tenantId, run: 9, since: now, found_at: now },
      ...{ snapshot: 3, from_covered: 9, from_uncovered: 1 },
      ...{ to_covered: 1, to_uncovered: 9 },
    });
    await run();
    expect(seen).toEqual([]);
    await knex('hold').update({ released_at: now, released_by: 'user:a/b' });
    await run();
    expect(seen).toHaveLength(all.length);

    // A snapshot of nobody takes nobody away.
    await knex('evidence_push').delete();
    await knex('person').delete();
    await run();
    expect(await rows()).toEqual([]);
  });
});

it('takes each sink once, by an id that it can keep', () => {
  const added = new AddedSinks();
  const sink = { id: 'one', title: 'One', pushPeople: jest.fn() };
  added.addSink(sink);
  expect(() => added.addSink(sink)).toThrow(/was added already/);
  expect(() => added.addSink({ ...sink, id: 'One!' })).toThrow(/lower-case/);
  expect(added.sinks).toEqual([sink]);
});
