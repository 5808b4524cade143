import { objectId, userRow } from '../__testUtils__/rows';
import { startTestApi, type TestApi } from '../__testUtils__/startTestApi';
import { TestDatabases } from '../__testUtils__/TestDatabases';
import { createTestTenant, tenantId } from '../__testUtils__/testTenant';
import { testRules, type TestSync } from '../__testUtils__/TestSync';
import { collectorsFor } from '../collectors/collectorsFor';
import { GraphRequestError } from '../graph/errors';
import type { RuleSettings } from '../assess/types';

jest.setTimeout(60_000);

const databases = TestDatabases.one();
const dataSet = 'registrations';
const P1 = '41781fb2-bc02-4b7c-bd55-b576c07bb09d';
const chosen = collectorsFor({
  services: { tierAnnotation: 'x/tier' },
  scope: { properties: [], groups: false },
  perUserMethods: true,
});

const body = (...types: string[]) => ({
  body: {
    value: types.map(type => ({
      '@odata.type': `#microsoft.graph.${type}AuthenticationMethod`,
      phoneType: 'mobile',
      phoneNumber: '+1 4255550123',
    })),
  },
});

describe.each(databases.eachSupportedId())(
  'a tenant without the report on %s',
  id => {
    let sync: TestSync;
    let api: TestApi;

    const plan = (...ids: string[]) => {
      sync.source.pages.organization = [
        [
          {
            id: tenantId,
            displayName: 'Contoso',
            assignedPlans: ids.map(servicePlanId => ({
              capabilityStatus: 'Enabled',
              servicePlanId,
            })),
          },
        ],
      ];
    };
    const read = (rules: Partial<RuleSettings> = {}) =>
      sync.run({ collectors: chosen, rules: { ...testRules, ...rules } });
    const batches = () => {
      const all = sync.source.asked.filter(one => one.startsWith(dataSet));
      sync.source.asked.length = 0;
      return all;
    };
    const overview = async () => (await api.get('/overview')).body;
    const endOfRead = async () => {
      const { state, collectors } = await sync.lastRun();
      const { outcome, problem } = collectors.find(
        one => one.data_set === dataSet,
      )!;
      return [state, outcome, problem && JSON.parse(problem).code];
    };

    beforeAll(async () => {
      sync = await createTestTenant(await databases.init(id));
      plan();
      sync.source.answers[dataSet] = {
        [objectId(1)]: body('password', 'microsoftAuthenticator'),
        [objectId(2)]: body('password'),
        [objectId(3)]: body('password', 'fido2'),
        [objectId(6)]: body('password', 'phone'),
        [objectId(8)]: body('password', 'email'),
        [objectId(10)]: body('password', 'external'),
        [objectId(11)]: body('password', 'softwareOath'),
        [objectId(12)]: { none: 'refused', code: 'x' },
      };
      await read();
      api = await startTestApi(sync, { perUserMethods: true });
    });
    afterAll(() => api.stop());

    it('has a figure from the methods of each, which is marked wherever it is', async () => {
      expect(batches()).toEqual([
        `${dataSet} ${[1, 2, 3, 4, 6, 7, 8, 10, 11, 12].map(objectId).join()}`,
      ]);
      const { states } = await sync.published();
      expect(states).toEqual([
        'covered (registered)',
        'uncovered (not-registered)',
        'covered (registered)',
        'out-of-scope (guest)',
        'out-of-scope (disabled)',
        'covered (registered)',
        'unknown (no-row-yet)',
        'uncovered (not-registered)',
        'unknown (external-method)',
        'covered (registered)',
        'unknown (no-row-yet)',
      ]);
      const { counts, freshness } = await overview();
      expect(freshness).toMatchObject({
        fromMethods: true,
        reportRefreshedAt: null,
        stale: false,
      });
      expect(counts.coverage).toMatchObject({ covered: 4, uncovered: 2 });
      expect(counts.bases.registered.permille).toBe(666);
      expect(counts.bases.capable).toMatchObject({
        covered: 0,
        uncovered: 0,
        permille: null,
      });
      const team = await api.get('/teams/group/default/payments');
      expect(team.body.freshness.fromMethods).toBe(true);
      const { text } = await api.get('/people.csv');
      expect(text).toContain('each person’s methods');
      expect((await api.get('/kpi.svg')).text).toContain(
        'From each person’s methods',
      );
      const tables = ['record', 'person', 'run_collector', 'stage_page'];
      for (const table of tables) {
        const exists = await sync.knex.schema.hasTable(table);
        const rows = exists ? await sync.knex(table) : [];
        expect(JSON.stringify(rows)).not.toContain('425555');
      }
    });

    it('knows of nobody whether they are capable, and says why', async () => {
      await read({ basis: 'capable' });
      const { states } = await sync.published();
      expect(states.slice(0, 3)).toEqual(
        Array(3).fill('unknown (capable-not-known)'),
      );
      const { text } = await api.get('/kpi.svg');
      expect(text).toContain('Not known for this tenant');
      await read();
      expect((await sync.published()).states[0]).toBe('covered (registered)');
    });

    it('asks for each once a day, and at once for who is new', async () => {
      batches();
      sync.source.pages.users!.push([userRow(13)]);
      sync.source.answers[dataSet]![objectId(13)] = body('fido2');
      await read();
      const asked = batches().join();
      expect(asked).toContain(objectId(13));
      expect(asked.split(',').length).toBeLessThan(8);
      await sync.letPass(24 * 3_600_000);
      await read();
      expect(batches().join().split(',')).toHaveLength(11);
    });

    it('keeps what was read where it is refused, and says which permission it takes', async () => {
      const given = sync.source.answers[dataSet]!;
      sync.source.answers[dataSet] = Object.fromEntries(
        Object.keys(given)
          .concat(objectId(4), objectId(7))
          .map(one => [
            one,
            { none: 'refused', code: 'accessDenied', speaksOfLicence: false },
          ]),
      );
      await sync.letPass(24 * 3_600_000);
      await read();
      expect(await endOfRead()).toEqual([
        'published',
        'skipped',
        'no-permission',
      ]);
      expect((await overview()).counts.coverage.covered).toBe(5);
      sync.source.answers[dataSet] = given;
    });

    it('reads nobody where there are too many', async () => {
      const few = chosen.map(one =>
        one.withoutPremium
          ? {
              ...one,
              withoutPremium: { ...one.withoutPremium, mostAccounts: 10 },
            }
          : one,
      );
      batches();
      await sync.run({ collectors: few });
      expect(batches()).toEqual([]);
      expect(await endOfRead()).toEqual([
        'published',
        'skipped',
        'too-many-people',
      ]);
    });

    it('reads the report as soon as the tenant has it, and nothing is marked any more', async () => {
      plan(P1);
      await read();
      expect(batches()).toEqual([`${dataSet} 1`]);
      const { counts, freshness } = await overview();
      expect(freshness.fromMethods).toBeUndefined();
      expect(counts.bases.capable.permille).not.toBeNull();
    });

    it('reads methods again once it has the report no more, of everybody', async () => {
      plan();
      await read();
      expect(batches().join().split(',')).toHaveLength(11);
      expect((await overview()).freshness.fromMethods).toBe(true);
    });

    it('is told of the licence alone where nobody chose to read methods', async () => {
      plan();
      sync.source.before = one => {
        if (one === dataSet) {
          throw new GraphRequestError(
            403,
            'Authentication_RequestFromNonPremiumTenantOrB2CTenant',
            null,
            true,
          );
        }
      };
      await sync.run();
      sync.source.before = () => {};
      expect(await endOfRead()).toEqual(['published', 'skipped', 'no-licence']);
    });
  },
);
