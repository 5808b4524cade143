import knexFactory, { type Knex } from 'knex';
import { migrateTestDatabase } from '../src/__testUtils__/migrateTestDatabase';
import { silentLogger } from '../src/__testUtils__/silentLogger';
import { testRules } from '../src/__testUtils__/TestSync';
import { trustCertificate } from '../src/__testUtils__/trustCertificate';
import type { ScopeRule } from '../src/assess/scope/types';
import type { DataSetId } from '../src/collectors/types';
import { forgetOldReads } from '../src/connections/forgetOldReads';
import { ensureConnection } from '../src/store/connections/holdConnection';
import { answer, inputOf } from './childProcess';
import { measure, type Measured } from './measure';
import {
  changeTenant,
  clock,
  ofOwnPace,
  pluginSource,
  readDirectoryOnce,
} from './sources';
import type { BenchTenant } from './simulator';
import { syncTenant } from './syncTenant';

const TEAMS = 1_000;
const DAY = 86_400_000;
const KEPT_DAYS = 400;

/** What devices, scope rules and retention take. */
export interface FurtherReadsResult {
  devices: number;
  events: number;
  /** Rows of people and of what was read that went when their time was over. */
  removed: number;
  steps: ({ what: string } & Measured)[];
}

const rules: ScopeRule[] = ['An', 'Be', 'Ca'].map(name => ({
  name,
  filter: `startsWith(displayName, '${name}')`,
  group: null,
  owner: 'group:default/security',
  reason: 'Measured',
}));

async function main() {
  const { tenant, database } = inputOf<{
    tenant: BenchTenant;
    database: Knex.Config;
  }>();
  trustCertificate(tenant.certificate);
  const knex = knexFactory(database);
  await migrateTestDatabase(knex);
  const steps: FurtherReadsResult['steps'] = [];
  const step = async (what: string, run: () => Promise<unknown>) => {
    steps.push({ what, ...(await measure(run)) });
  };
  const sync =
    (off: readonly DataSetId[], scopeRules: ScopeRule[] = []) =>
    () =>
      syncTenant(knex, tenant, pluginSource(tenant), TEAMS, {
        switchedOff: [...ofOwnPace, ...off],
        rules: { ...testRules, ...(scopeRules.length > 0 && { scopeRules }) },
        explain: error => {
          throw error;
        },
      });
  await readDirectoryOnce(tenant);
  const further: DataSetId[] = ['devices', 'registration-events'];
  await step('First sync, without devices and events', sync(further));
  await step('Nothing changed, without devices and events', sync(further));
  await step('Devices for the first time', sync(['registration-events']));
  await step('Registration events for the first time', sync([]));
  await step('Nothing changed', sync([]));
  await step('Three scope rules for the first time', sync([], rules));
  await step('Nothing changed, with scope rules', sync([], rules));
  await changeTenant(tenant, 0.1);
  await readDirectoryOnce(tenant);
  await step('10 % changed', sync([], rules));
  // What is kept is asked of each connection.
  await ensureConnection(knex, tenant.tenantId);
  const before = await countRows(knex);
  await step('What was replaced is removed when its time is over', () =>
    forgetOldReads(
      {
        knex,
        clock: {
          ...clock,
          now: () => new Date(Date.now() + (KEPT_DAYS + 1) * DAY),
        },
        logger: silentLogger,
        peopleDays: KEPT_DAYS,
        runsDays: KEPT_DAYS,
      },
      new AbortController().signal,
    ),
  );
  const result: FurtherReadsResult = {
    devices: await countOf(knex('record').where({ data_set: 'devices' })),
    events: await countOf(
      knex('record').where({ data_set: 'registration-events' }),
    ),
    removed: before - (await countRows(knex)),
    steps,
  };
  await knex.destroy();
  answer(result);
}

async function countRows(knex: Knex): Promise<number> {
  return (await countOf(knex('record'))) + (await countOf(knex('person')));
}

async function countOf(rows: Knex.QueryBuilder): Promise<number> {
  const [{ count }] = await rows.count({ count: '*' });
  return Number(count);
}

main().catch(error => {
  process.stderr.write(`${error.stack}\n`);
  process.exit(1);
});
