import type { EntraMfaClock } from '@entra-mfa/backstage-plugin-entra-mfa-node';
import type { Knex } from 'knex';
import type { RuleSettings } from '../assess/types';
import { collectors } from '../collectors';
import { chosenOf } from '../collectors/alternatives';
import { explain } from '../graph/explain';
import {
  STILL_TRUE,
  type CoverageRow,
  type PersonRow,
  type RecordRow,
  type RunCollectorRow,
  type RunRow,
} from '../store/sql/tables';
import { runSync, type RunSyncOptions } from '../sync/runSync';
import { UnstoredEnds } from '../sync/UnstoredEnds';
import { letTimePass } from './letTimePass';
import { MemorySource } from './MemorySource';
import { silentLogger } from './silentLogger';

/** The app that reads. */
export const clientId = '0a1b2c3d-0000-4000-8000-00000000c11e';

export const testRules: RuleSettings = {
  basis: 'registered',
  targetPermille: 950,
  breakGlassIds: [],
  countGuests: false,
  listed: [],
  listedPatterns: [],
};

/** Runs syncs of one tenant from a source in memory, an hour apart, and reads what they leave. */
export class TestSync {
  readonly source = new MemorySource();
  readonly ends = new UnstoredEnds();
  readonly tenantId: string;
  now = new Date('2026-11-21T08:00:00Z');

  constructor(
    readonly knex: Knex,
    private readonly options: Partial<RunSyncOptions> = {},
  ) {
    this.tenantId = options.tenantId ?? 'tenant-1';
  }

  get clock(): EntraMfaClock {
    return { now: () => new Date(this.now), sleep: async () => {} };
  }

  async run(options: Partial<RunSyncOptions> = {}) {
    await this.letPass(3_600_000);
    return this.runNow(options);
  }

  /** Lets time pass, for everybody. */
  async letPass(milliseconds: number): Promise<void> {
    this.now = new Date(this.now.getTime() + milliseconds);
    await letTimePass(this.knex, milliseconds);
  }

  /** Runs some hours later, when Microsoft has refreshed the report an hour before. */
  async runRefreshed(hours: number, options: Partial<RunSyncOptions> = {}) {
    await this.letPass(hours * 3_600_000);
    this.source.refreshedAt = new Date(this.now.getTime() - 3_600_000);
    return this.runNow(options);
  }

  async runNow(options: Partial<RunSyncOptions> = {}) {
    const { tenantId } = this;
    return runSync({
      tenantId,
      rules: testRules,
      hold: { people: 10, permille: 50 },
      collectors: chosenOf(collectors),
      sources: { graph: this.source, catalog: this.source },
      explain: (error, collector, premium) =>
        explain(error, { tenantId, clientId, collector, premium }),
      knex: this.knex,
      clock: this.clock,
      signal: new AbortController().signal,
      logger: silentLogger,
      replica: 'replica-1',
      ends: this.ends,
      ...this.options,
      ...options,
    });
  }

  /** What anybody can see: the people and counts of the newest snapshot. */
  async published() {
    const tenant = await this.knex('tenant')
      .where({ tenant_id: this.tenantId })
      .first();
    const visible = (table: string) =>
      this.knex(table)
        .where({ tenant_id: this.tenantId, to_snapshot: STILL_TRUE })
        .where('from_snapshot', '<=', tenant?.last_snapshot ?? 0);
    const people: PersonRow[] = await visible('person').orderBy('object_id');
    const counts: CoverageRow[] = await visible('coverage').orderBy('team_ref');
    const teams = await visible('person_team').orderBy([
      'object_id',
      'team_ref',
    ]);
    const roles = await visible('person_role').orderBy([
      'object_id',
      'kind',
      'role_id',
    ]);
    const further = await visible('person_entity').orderBy([
      'object_id',
      'entity_ref',
    ]);
    const unmatched = await visible('unmatched').orderBy('unmatched_key');
    return {
      snapshot: tenant?.last_snapshot ?? 0,
      states: people.map(person => `${person.state} (${person.reason})`),
      people,
      counts,
      teams: teams.map(
        ({ object_id, team_ref, direct }) =>
          `${object_id.slice(-1)} ${direct ? 'in' : 'below'} ${team_ref}`,
      ),
      roles: roles.map(
        ({ object_id, kind, role_id }) =>
          `${object_id.slice(-1)} ${kind} ${role_id}`,
      ),
      furtherUsers: further.map(
        ({ object_id, entity_ref }) => `${object_id.slice(-1)} ${entity_ref}`,
      ),
      unmatched: unmatched.map(row => `${row.kind} ${row.unmatched_key}`),
    };
  }

  /** The current records of a data set: key and body. */
  async records<Body = Record<string, unknown>>(
    dataSet: string,
  ): Promise<[key: string, body: Body][]> {
    const rows = await this.knex<RecordRow>('record')
      .where({
        tenant_id: this.tenantId,
        data_set: dataSet,
        to_run: STILL_TRUE,
      })
      .orderBy('record_key')
      .select('record_key', 'body');
    return rows.map(row => [row.record_key, JSON.parse(row.body)]);
  }

  /** How many rows a table holds, those that are no longer true too. */
  async size(table: string): Promise<number> {
    const row = await this.knex(table).count({ size: '*' }).first();
    return Number(row!.size);
  }

  async lastRun(): Promise<RunRow & { collectors: RunCollectorRow[] }> {
    const run = await this.knex<RunRow>('run')
      .where({ tenant_id: this.tenantId })
      .orderBy('run', 'desc')
      .first();
    const rows = await this.knex<RunCollectorRow>('run_collector').where({
      tenant_id: this.tenantId,
      run: run!.run,
    });
    return { ...run!, collectors: rows };
  }
}
