import { createBackendModule } from '@backstage/backend-plugin-api';
import { routes } from '@entra-mfa/backstage-plugin-entra-mfa-common/contract';
import {
  entraMfaStartExtensionPoint,
  type EntraMfaSyncs,
} from '@entra-mfa/backstage-plugin-entra-mfa-node';
import type { Knex } from 'knex';
import { TestDatabases } from '../__testUtils__/TestDatabases';
import { reportRow, userRow } from '../__testUtils__/rows';
import { startTestApi, type TestApi } from '../__testUtils__/startTestApi';
import { startTestTenant } from '../__testUtils__/startTestTenant';
import { TestSync } from '../__testUtils__/TestSync';
import { ConnectionError } from '../graph/errors';
import { isPostgres } from '../store/sql/dialect';
import { discardRun } from '../store/run/discardRun';
import { RunOvertakenError } from '../store/run/fence';

jest.setTimeout(120_000);

const databases = TestDatabases.create();
const numbers = Array.from({ length: 30 }, (_, index) => index + 1);

/** Refuses a write to runs, as a disk does that is full of something else. */
async function refuse(knex: Knex, what: string): Promise<() => Promise<void>> {
  if (isPostgres(knex)) {
    await knex.raw(
      `create function refuse() returns trigger language plpgsql as
       $$ begin raise exception sqlstate '53100'; end $$`,
    );
    await knex.raw(
      `create trigger refuse before ${what} on run for each row execute function refuse()`,
    );
    return () => knex.raw('drop function refuse cascade');
  }
  await knex.raw(
    `create trigger refuse before ${what} on run begin select raise(abort, 'full'); end`,
  );
  return () => knex.raw('drop trigger refuse');
}

/** Lets a run meet something at the second page of its report, when all that came before is stored. */
function meet(sync: TestSync, something: () => Promise<void>): void {
  sync.source.before = async (dataSet, page) => {
    if (dataSet === 'registrations' && page === 2) {
      while ((await sync.size('record')) < 60) {
        await new Promise(resolve => setTimeout(resolve, 5));
      }
      await something();
    }
  };
}

describe.each(databases.eachSupportedId())(
  'a run whose end cannot be stored on %s',
  databaseId => {
    async function createSync(tenantId = 'tenant-1') {
      const knex = await databases.init(databaseId);
      const sync = new TestSync(knex, { tenantId });
      sync.source.pages = {
        users: [numbers.map(number => userRow(number))],
        registrations: [
          numbers.map(number => reportRow(number)),
          [reportRow(31)],
        ],
      };
      return sync;
    }

    /** Runs into something at the second page of the report; before, the database is told what to refuse. */
    async function fails(
      sync: TestSync,
      what: string,
      error = new Error('broken'),
    ): Promise<() => Promise<void>> {
      let allow = async () => {};
      meet(sync, async () => {
        allow = await refuse(sync.knex, what);
        throw error;
      });
      await expect(sync.run()).rejects.toThrow();
      sync.source.before = () => {};
      return () => allow();
    }

    const unreachable = () => new ConnectionError('unreachable');

    it.each<[string, string, () => Error]>([
      ['of the end', 'update of state', () => new Error('broken')],
      [
        'of everything, also of heartbeats',
        'update',
        () => new Error('broken'),
      ],
      ['where the pages would be kept', 'update', unreachable],
    ])(
      'leaves no rows on the disk where it refuses the write %s',
      async (_, what, error) => {
        const sync = await createSync();

        const allow = await fails(sync, what, error());

        expect((await sync.lastRun()).state).toBe('running');
        expect(await sync.size('record')).toBe(0);
        expect(await sync.size('stage')).toBe(0);
        expect(sync.ends.of(sync.tenantId)).toMatchObject({
          run: 1,
          since: sync.now,
        });

        await allow();
        await sync.run();
        expect(sync.ends.of(sync.tenantId)).toBeNull();
        expect((await sync.published()).states).toHaveLength(30);
      },
    );

    it('leaves alone what another replica has taken over', async () => {
      const sync = await createSync();
      const { knex, tenantId } = sync;
      let refused: unknown;
      meet(sync, async () => {
        const { run, holder } = await sync.lastRun();
        await knex('run').update({ holder: 'replica-2/other' });
        const discarded = discardRun(knex, { tenantId, run, holder });
        refused = await discarded.catch(error => error);
        throw new Error('broken');
      });
      await expect(sync.run()).rejects.toThrow();
      expect(refused).toBeInstanceOf(RunOvertakenError);
      expect(await sync.size('record')).toBe(60);
      expect(sync.ends.of(tenantId)).toBeNull();
    });

    it('is held, also where the next one cannot even begin, until one has ended', async () => {
      const sync = await createSync();
      const allow = await fails(sync, 'update of state');
      const since = sync.now;
      await allow();
      const allowAgain = await refuse(sync.knex, 'insert');
      await expect(sync.run()).rejects.toThrow('The sync failed (');
      expect(sync.ends.of(sync.tenantId)).toMatchObject({ run: 2, since });

      await allowAgain();
      sync.source.before = () => {
        throw new Error('broken');
      };
      await expect(sync.run()).rejects.toThrow();
      expect((await sync.lastRun()).state).toBe('failed');
      expect(sync.ends.of(sync.tenantId)).toBeNull();
    });

    describe('in a portal', () => {
      let api: TestApi | undefined;
      afterEach(() => api?.stop());

      it('is told with the health of its tenant at once, until another end is stored', async () => {
        const test = await startTestTenant({
          size: 20,
          frozenClock: true,
          reportLimit: false,
        });
        try {
          const sync = await createSync(test.tenant.tenantId);
          sync.now = test.clock.now();
          let syncs!: EntraMfaSyncs;
          api = await startTestApi(sync, { tenants: [test.config] }, [
            createBackendModule({
              pluginId: 'entra-mfa',
              moduleId: 'test-syncs',
              register({ registerInit }) {
                registerInit({
                  deps: { start: entraMfaStartExtensionPoint },
                  async init({ start }) {
                    start.beforeSchedule(async given => {
                      syncs = given;
                    });
                  },
                });
              },
            }),
          ]);
          const health = async () => {
            const { body } = await api!.get('/tenants');
            const [{ freshness }] =
              routes.getTenants.response.parse(body).items;
            return [
              freshness.health,
              ...freshness.problems.map(({ code }) => code),
            ];
          };
          await syncs.run(sync.tenantId);
          expect(await health()).toEqual(['healthy']);

          let allow = await refuse(sync.knex, 'update of state');
          await expect(syncs.run(sync.tenantId)).rejects.toThrow();
          await allow();
          expect(await health()).toEqual(['needs-attention', 'not-stored']);

          await syncs.run(sync.tenantId);
          expect(await health()).toEqual(['healthy']);

          // The next one ends on another replica, of which this one only knows by the database.
          allow = await refuse(sync.knex, 'update of state');
          await expect(syncs.run(sync.tenantId)).rejects.toThrow();
          await allow();
          await sync.knex('run').where({ state: 'running' }).update({
            state: 'published',
            ended_at: sync.now,
          });
          expect(await health()).toEqual(['healthy']);
        } finally {
          await test.stop();
        }
      });
    });
  },
);

it('stores the end of a run that filled the disk, where only its own rows can make room', async () => {
  const knex = await databases.init('SQLITE_3');
  const sync = new TestSync(knex);
  sync.source.pages = {
    users: [numbers.map(number => userRow(number))],
    registrations: [numbers.map(number => reportRow(number)), [reportRow(31)]],
  };
  let full: unknown;
  meet(sync, async () => {
    const [{ page_count: pages }] = await knex.raw('pragma page_count');
    await knex.raw(`pragma max_page_count = ${pages + 5}`);
    // Runs of another tenant, until none fits: the row of this one cannot grow where it is, either.
    const fill = async (run: number): Promise<never> => {
      await knex('run').insert({
        ...{ tenant_id: 'tenant-2', run, state: 'failed', holder: 'other' },
        ...{ started_at: sync.now, heartbeat_at: sync.now },
      });
      return fill(run + 1);
    };
    full = await fill(1).catch(error => error.code);
    throw new ConnectionError('unreachable');
  });

  await expect(sync.run()).rejects.toThrow();

  expect(full).toBe('SQLITE_FULL');
  const { state, problem } = await sync.lastRun();
  expect([state, JSON.parse(problem!).code]).toEqual(['failed', 'unreachable']);
  expect(await sync.size('record')).toBe(0);
  expect(sync.ends.of(sync.tenantId)).toBeNull();

  // Somebody gives it a larger disk.
  await knex.raw('pragma max_page_count = 100000');
  sync.source.before = () => {};
  await sync.run();
  expect((await sync.published()).states).toHaveLength(30);
});
