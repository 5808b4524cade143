import type { FaultProfileInput, SimulatorOptions } from 'entra-simulator';
import type { Knex } from 'knex';
import { TestDatabases } from '../__testUtils__/TestDatabases';
import { inSmallPages } from '../__testUtils__/readPages';
import { simulatedSources } from '../__testUtils__/simulatedSources';
import {
  startTestTenant,
  type TestTenant,
} from '../__testUtils__/startTestTenant';
import { TestSync } from '../__testUtils__/TestSync';
import { collectors } from '../collectors';

jest.setTimeout(60_000);

const databases = TestDatabases.create({ ids: ['SQLITE_3'] });

describe.each(databases.eachSupportedId())(
  'the licence check misfires on %s',
  databaseId => {
    let knex: Knex;
    let tenants = 0;
    let test: TestTenant;
    let sync: TestSync;

    beforeAll(async () => {
      knex = await databases.init(databaseId);
    });

    afterEach(() => test.stop());

    async function start(options: SimulatorOptions) {
      test = await startTestTenant({
        seed: 7,
        size: 100,
        startDate: new Date('2026-11-20T06:00:00Z'),
        frozenClock: true,
        ...options,
      });
      tenants += 1;
      sync = new TestSync(knex, {
        tenantId: `tenant-${tenants}`,
        clock: test.clock,
        collectors: collectors.map(collector =>
          collector.id === 'registrations'
            ? inSmallPages(collector)
            : collector,
        ),
        sources: simulatedSources(test),
      });
    }

    const misfires = (...pages: [page: number, times: number][]) => {
      const profile: FaultProfileInput = {
        rules: pages.map(([page, times]) => ({
          endpoint: 'registrations',
          kind: 'licenceMissing',
          page,
          times,
        })),
      };
      test.simulator.faults.set(profile);
    };

    async function report() {
      const { collectors: rows } = await sync.lastRun();
      const { outcome, pages, calls, problem } = rows.find(
        ({ data_set }) => data_set === 'registrations',
      )!;
      const code = problem && JSON.parse(problem).code;
      return { outcome, failed: calls - pages, code };
    }

    it.each<SimulatorOptions>([
      { licence: 'p2' },
      { licence: 'p1' },
      { licence: 'p2', planStatus: 'Warning' },
    ])('and a figure comes of it in a tenant with %j', async options => {
      await start(options);
      misfires([1, 2], [2, 1], [4, 2]);
      await sync.runNow();
      expect(await report()).toEqual({
        outcome: 'complete',
        failed: 5,
        code: null,
      });
      const { people } = await sync.published();
      expect(people.some(({ state }) => state === 'covered')).toBe(true);
    });

    it('and is believed the third time, with what Microsoft names against it', async () => {
      await start({ licence: 'p2', planStatus: 'Warning' });
      misfires([1, 3]);
      await expect(sync.runNow()).rejects.toThrow('Directory.Read.All');
      expect(await report()).toEqual({
        outcome: 'failed',
        failed: 3,
        code: 'licence-check-failed',
      });
      expect((await sync.published()).snapshot).toBe(0);
    });

    it.each<SimulatorOptions>([
      { licence: 'free' },
      { licence: 'p2', planStatus: 'Suspended' },
    ])('never in a tenant with %j, which has no licence', async options => {
      await start(options);
      await sync.runNow();
      expect(await report()).toMatchObject({
        outcome: 'skipped',
        failed: 1,
        code: 'no-licence',
      });
      const { states } = await sync.published();
      expect(states).toContain('unknown (no-licence)');
    });
  },
);
