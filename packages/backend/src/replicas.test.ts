import { TestDatabases } from '@backstage/backend-test-utils';
import type {
  Overview,
  People,
  Teams,
} from '@entra-mfa/backstage-plugin-entra-mfa-common';
import { startSimulator, type Simulator } from 'entra-simulator';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Replica } from './__testUtils__/Replica';
import { until } from './__testUtils__/until';

jest.setTimeout(300_000);

const databases = TestDatabases.create({ ids: ['POSTGRES_18'] });
const whereThereIsPostgres = databases.supports('POSTGRES_18')
  ? describe
  : describe.skip;
type Database = Awaited<ReturnType<TestDatabases['init']>>;

interface Run {
  run: number;
  state: string;
  snapshot: number | null;
}

/** The tables of versions, and what a row is known by. */
const versioned = {
  record: ['to_run', 'tenant_id', 'data_set', 'record_key'],
  person: ['to_snapshot', 'tenant_id', 'object_id'],
  person_team: ['to_snapshot', 'tenant_id', 'team_ref', 'object_id'],
  team: ['to_snapshot', 'tenant_id', 'team_ref'],
  coverage: ['to_snapshot', 'tenant_id', 'team_ref'],
  unmatched: ['to_snapshot', 'tenant_id', 'kind', 'unmatched_key'],
};

whereThereIsPostgres('two portals on one database', () => {
  let folder: string;
  let simulator: Simulator;
  let database: Database;
  const replicas: Replica[] = [];

  const table = (name: string) => database.withSchema('entra-mfa').table(name);
  const runs = (): Promise<Run[]> => table('run').orderBy('run');
  const starters = (run: number) =>
    replicas.filter(replica =>
      replica.hasLogged(`Run ${run} of tenant ${simulator.tenantId} starts`),
    );
  const lastPublished = () =>
    until('the last run is published', async () => {
      const last = (await runs()).at(-1);
      return last?.state === 'published' && last;
    });

  async function start(name: string): Promise<Replica> {
    const { tenantId, clientId, clientSecret, url } = simulator;
    const { connectionSettings } = database.client;
    // Knex hides the password from whoever enumerates the settings.
    const { password } = connectionSettings;
    const replica = await Replica.start({
      name,
      folder,
      env: {
        NODE_EXTRA_CA_CERTS: simulator.certificatePath,
        IDENTITY_ENDPOINT: simulator.msiUrl,
        IDENTITY_HEADER: simulator.identityHeader,
      },
      config: {
        backend: {
          database: {
            client: 'pg',
            connection: { ...connectionSettings, password },
            pluginDivisionMode: 'schema',
            ensureSchemaExists: true,
          },
        },
        catalog: {
          providers: {
            microsoftGraphOrg: {
              contoso: {
                target: `${url}/v1.0`,
                tenantId,
                user: {
                  filter: "accountEnabled eq true and userType eq 'Member'",
                },
                schedule: {
                  frequency: { hours: 1 },
                  timeout: { minutes: 5 },
                  initialDelay: { seconds: 0 },
                },
              },
            },
          },
        },
        entraMfa: {
          tenants: [
            {
              tenantId,
              clientId,
              clientSecret,
              authority: url,
              graphRoot: url,
            },
          ],
        },
        portal: { security: { users: ['user:development/guest'] } },
      },
    });
    replicas.push(replica);
    return replica;
  }

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'entra-mfa-'));
    simulator = await startSimulator({
      size: 60,
      certificateDir: folder,
      reportLimit: false,
    });
    database = await databases.init('POSTGRES_18');
  });

  afterAll(async () => {
    await Promise.all(replicas.map(replica => replica.kill()));
    await simulator.stop();
    await rm(folder, { recursive: true });
  });

  it('read the tenant one at a time, show the same, and outlive each other', async () => {
    const { tenantId } = simulator;
    const one = await start('one');
    const two = await start('two');
    await lastPublished();

    // The catalog was being filled when the tenant was read: it is read again.
    await until('everybody in the catalog has been read', async () => {
      const [inCatalog] = await database
        .withSchema('catalog')
        .table('final_entities')
        .whereNotNull('final_entity')
        .whereRaw("entity_ref ~ '^(user|group):'")
        .count();
      const [read] = await table('data_set')
        .whereIn('data_set', ['catalog-users', 'catalog-groups'])
        .sum('rows');
      const count = Number(inCatalog.count);
      return count > 0 && Number(read.sum) === count;
    });

    // Both at once: nobody is turned away but for a sync under way.
    const both = () =>
      Promise.all([one.syncNow(tenantId), two.syncNow(tenantId)]);
    for (let round = 0; round < 2; round += 1) {
      simulator.tenant?.change(0.3, simulator.clock.now());
      const before = await lastPublished();
      const refused = await until('a sync is accepted', async () => {
        const statuses = await both();
        return (
          statuses.includes(202) && statuses.filter(status => status !== 202)
        );
      });
      expect(refused.every(status => status === 409)).toBe(true);
      await until('a later run is published', async () => {
        const last = (await runs()).at(-1);
        return last?.state === 'published' && last.run > before.run;
      });
    }

    // One of them reads, and Graph does not answer it; then it is killed.
    simulator.faults.set({
      rules: [
        { kind: 'slow', endpoint: 'registrations', milliseconds: 600_000 },
      ],
    });
    const held = await until('a run waits for Graph', async () => {
      await both();
      const last = (await runs()).at(-1);
      const waits = simulator.faults.hits.some(hits => hits > 0);
      const staged = await table('stage').first();
      return waits && staged && last?.state === 'running' && last.run;
    });
    expect(await both()).toEqual([409, 409]);
    const [killed, survivor] =
      starters(held)[0] === one ? [one, two] : [two, one];
    await killed.kill();

    const before = (await runs()).at(-2);
    const survived = await survivor.read<Overview>('/overview');
    expect(survived.snapshot?.number).toBe(before?.snapshot);
    simulator.faults.clear();
    simulator.tenant?.change(0.3, simulator.clock.now());
    await until('the run counts as dead, and the survivor may', async () => {
      // The minute passes after which a run that nothing is heard of counts as dead.
      await table('run')
        .where({ run: held })
        .update({
          heartbeat_at: database.raw(`heartbeat_at - interval '1 minute'`),
        });
      return (await survivor.syncNow(tenantId)) === 202;
    });
    await until('the survivor has published', async () => {
      const last = (await runs()).at(-1);
      return last?.state === 'published' && last.run === held;
    });

    // It comes back, and both read again and show the same.
    const back = await start('back');
    expect(await back.syncNow(tenantId)).toBe(202);
    const final = await until('the one that came back has read', async () => {
      const last = (await runs()).at(-1);
      return last?.state === 'published' && last.run > held && last;
    });
    const shown = (replica: Replica) =>
      Promise.all([
        replica
          .read<Overview>('/overview')
          .then(({ snapshot, counts, directory }) => ({
            snapshot,
            counts,
            directory,
          })),
        replica.read<Teams>('/teams'),
        replica.read<People>('/people?count=true&limit=200'),
      ]);
    const [overview, teams, people] = await shown(back);
    expect(await shown(survivor)).toEqual([overview, teams, people]);
    expect(overview.snapshot?.number).toBe(final.snapshot);
    expect(people.totalItems).toBeGreaterThan(60);

    // By the rows themselves.
    const all = await runs();
    expect(all.map(({ run }) => run)).toEqual(all.map((_, index) => index + 1));
    // No run was begun by both, and none was lost.
    expect(
      all.map(({ run, state }) => ({
        run,
        state,
        begun: starters(run).length,
      })),
    ).toEqual(all.map(({ run }) => ({ run, state: 'published', begun: 1 })));
    const snapshots: number[] = await table('snapshot')
      .orderBy('snapshot')
      .pluck('snapshot');
    expect(snapshots).toEqual(snapshots.map((_, index) => index + 1));
    expect(
      all.flatMap(({ snapshot }) => (snapshot === null ? [] : [snapshot])),
    ).toEqual(snapshots);
    for (const [name, [end, ...key]] of Object.entries(versioned)) {
      const open = await table(name)
        .where(end, 2147483647)
        .groupBy(key)
        .havingRaw('count(*) > 1')
        .select(key);
      expect([name, open]).toEqual([name, []]);
    }
    expect(await table('stage').count()).toEqual([{ count: '0' }]);
    const changed = await table('record')
      .whereNot('to_run', 2147483647)
      .count();
    expect(Number(changed[0].count)).toBeGreaterThan(0);
  });
});
