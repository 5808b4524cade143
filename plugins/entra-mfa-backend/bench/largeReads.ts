import { ConfigReader } from '@backstage/config';
import knexFactory, { type Knex } from 'knex';
import { collectors } from '../src/collectors';
import { library } from '../src/controls/library';
import { readEntraMfaConfig } from '../src/config/readEntraMfaConfig';
import { getChanges } from '../src/service/changes/getChanges';
import { getOverview } from '../src/service/getOverview';
import { getPeople } from '../src/service/getPeople';
import { getTeam } from '../src/service/getTeam';
import { getTeams } from '../src/service/getTeams';
import { Snapshots } from '../src/service/Snapshots';
import { answer, inputOf } from './childProcess';
import { measure, median } from './measure';
import { clock } from './sources';
import type { BenchTenant } from './simulator';
import { writeHistory } from './writeHistory';

/** How long the reads of the pages take in a large tenant. */
export interface LargeReadsResult {
  reads: { what: string; milliseconds: number }[];
}

const READS = 21;
/** Shorter histories cannot answer for 90 days that end half a year ago. */
const HALF_A_YEAR_BACK = 270 * 24;

async function main() {
  const {
    tenant,
    others = [],
    written = false,
    database,
    hours,
    step,
  } = inputOf<{
    tenant: BenchTenant;
    others?: BenchTenant[];
    /** Whether the history is there already. */
    written?: boolean;
    database: Knex.Config;
    hours: number;
    step: number;
  }>();
  const knex = knexFactory(database);
  for (const { tenantId } of written ? [] : [...others, tenant]) {
    await writeHistory(knex, tenantId, hours, step);
  }
  const result: LargeReadsResult = {
    reads: await readAsPeopleDo(knex, tenant, hours),
  };
  await knex.destroy();
  answer(result);
}

/** Asks what the pages ask, as the API does behind its permissions. */
async function readAsPeopleDo(knex: Knex, tenant: BenchTenant, hours: number) {
  const { tenantId, clientId } = tenant;
  const config = readEntraMfaConfig(
    new ConfigReader({
      entraMfa: { tenants: [{ tenantId, clientId, clientSecret: 'not-used' }] },
    }),
  );
  const context = {
    collectors,
    frameworks: library,
    knex,
    config,
    clock,
    snapshots: new Snapshots(knex, clock, [tenantId]),
    sync: {
      trigger: async () => {},
      progress: async () => null,
      unstoredEnd: () => null,
      nextReadAt: async () => null,
    },
  };
  const all = { kind: 'all' } as const;
  const people = {
    limit: 50,
    sort: 'privileged',
    subTeams: true,
    count: false,
    facets: false,
  } as const;
  const listed = {
    limit: 50,
    subTeams: true,
    sort: 'kind',
    count: false,
  } as const;
  const daysAgo = (days: number) =>
    new Date(Date.now() - days * 86_400_000).toISOString();
  const at = new Date(Date.now() - (hours * 3_600_000) / 2).toISOString();
  const questions: [string, () => Promise<unknown>][] = [
    ['/overview', () => getOverview(context, {}, all)],
    ['/overview, half-way back', () => getOverview(context, { at }, all)],
    ['/people', () => getPeople(context, people, all)],
    [
      '/people?order=asc, from the end',
      () => getPeople(context, { ...people, order: 'asc' }, all),
    ],
    [
      '/people?count=true&facets=true',
      () => getPeople(context, { ...people, count: true, facets: true }, all),
    ],
    [
      '/people?state=uncovered',
      () => getPeople(context, { ...people, state: ['uncovered'] }, all),
    ],
    [
      '/people?team=… with sub-teams',
      () =>
        getPeople(context, { ...people, team: 'group:default/team-3' }, all),
    ],
    [
      '/people, half-way back',
      () => getPeople(context, { ...people, at }, all),
    ],
    [
      '/teams',
      () => getTeams(context, { limit: 50, sort: 'short', count: false }, all),
    ],
    [
      '/teams/group/default/team-3',
      () => getTeam(context, 'group:default/team-3', {}, all),
    ],
    [
      '/changes, 90 days',
      () => getChanges(context, { ...listed, from: daysAgo(90) }, all),
    ],
    [
      '/changes, 90 days half a year back',
      () =>
        getChanges(
          context,
          { ...listed, from: daysAgo(270), to: daysAgo(180) },
          all,
        ),
    ],
    [
      '/changes?team=… of a division, 90 days',
      () =>
        getChanges(
          context,
          { ...listed, from: daysAgo(90), team: 'group:default/team-3' },
          all,
        ),
    ],
    [
      '/changes?team=… without sub-teams, 90 days',
      () =>
        getChanges(
          context,
          { ...listed, from: daysAgo(90), team: 'group:default/team-4999' },
          all,
        ),
    ],
  ];
  const results: LargeReadsResult['reads'] = [];
  const asked = questions.filter(
    ([what]) => hours >= HALF_A_YEAR_BACK || !what.includes('half a year'),
  );
  for (const [what, ask] of asked) {
    const times: number[] = [];
    for (let read = 0; read < READS; read += 1) {
      times.push((await measure(ask)).milliseconds);
    }
    results.push({ what, milliseconds: median(times) });
  }
  return results;
}

main().catch(error => {
  process.stderr.write(`${error.stack}\n`);
  process.exit(1);
});
