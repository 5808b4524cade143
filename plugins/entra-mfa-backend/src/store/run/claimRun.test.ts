import type { Knex } from 'knex';
import { TestDatabases } from '../../__testUtils__/TestDatabases';
import { databaseTime } from '../sql/databaseTime';
import type { RunRow } from '../sql/tables';
import { claimRun } from './claimRun';

const databases = TestDatabases.create();
const now = new Date('2026-11-21T08:00:00Z');
const tenants = ['tenant-0', 'tenant-1', 'tenant-2'];

describe.each(databases.eachSupportedId())('on %s', databaseId => {
  let knex: Knex;

  beforeEach(async () => {
    knex = await databases.init(databaseId);
    await knex('tenant').insert(
      tenants.map(tenant_id => ({ tenant_id, last_run: 1 })),
    );
  });

  const begin = (tenant_id: string, rest: Partial<RunRow>) =>
    knex('run').insert({
      tenant_id,
      run: 1,
      holder: `replica-1/${tenant_id}`,
      started_at: now,
      heartbeat_at: databaseTime(knex),
      begun_at: databaseTime(knex),
      ...rest,
    });
  const claim = (tenantId: string) =>
    claimRun(knex, { tenantId, replica: 'replica-2', now });

  it('begins anew where the run before left no page, whatever was left by others with its number', async () => {
    for (const tenant of tenants) {
      await begin(tenant, { state: 'failed' });
    }
    const stage = ['tenant-0', 'tenant-2'].map(tenant_id => ({
      tenant_id,
      run: 1,
      data_set: 'users',
      page: 1,
      rows: 2,
    }));
    await knex('stage').insert(stage);
    expect(await claim('tenant-1')).toMatchObject({ run: 2, resumed: false });
    expect(await claim('tenant-2')).toMatchObject({ run: 1, resumed: true });
  });

  it('ends the run that it overtakes, and nobody else’s of that number', async () => {
    for (const tenant_id of tenants) {
      const isOurs = tenant_id === 'tenant-1';
      await begin(tenant_id, {
        state: 'running',
        ...(isOurs && { heartbeat_at: new Date(0) }),
      });
      await knex('run_collector').insert({
        tenant_id,
        run: 1,
        data_set: 'users',
        outcome: 'running',
      });
    }
    await claim('tenant-1');
    const states = (table: string, column: string) =>
      knex(table).where({ run: 1 }).orderBy('tenant_id').pluck(column);
    expect(await states('run', 'state')).toEqual([
      'running',
      'overtaken',
      'running',
    ]);
    expect(await states('run_collector', 'outcome')).toEqual([
      'running',
      'partial',
      'running',
    ]);
  });
});
