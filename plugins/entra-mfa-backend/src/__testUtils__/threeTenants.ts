import type { Knex } from 'knex';
import { databaseTime } from '../store/sql/databaseTime';
import { STILL_TRUE } from '../store/sql/tables';

/** One before `tenant-1` in every index, and one after it. */
export const threeTenants = ['tenant-0', 'tenant-1', 'tenant-2'];

/** When their runs began, each a millisecond after the one before. */
export const threeBegan = new Date('2026-11-21T08:00:00Z');

/** Who runs each of them. */
export const holder = 'replica-1';

/**
 * Each tenant is in its third run. The numbers, the holder and the keys are the same in all; what they
 * say is not.
 */
export async function startThreeTenants(knex: Knex) {
  for (const [n, tenant_id] of threeTenants.entries()) {
    const put = async (table: string, rows: object[]) => {
      for (const row of rows) {
        await knex(table).insert({ tenant_id, ...row });
      }
    };
    await put('tenant', [{ last_run: 3 + n, last_snapshot: n }]);
    const started_at = new Date(threeBegan.getTime() + n);
    const run = { run: 3, holder, started_at, expected_people: 10 + n };
    await put('run', [
      { ...run, state: 'running', heartbeat_at: databaseTime(knex) },
    ]);
    await put('run_collector', [
      { run: 2, data_set: 'users', outcome: 'complete', lost: `[${n}]` },
      ...['users', 'roles'].map((data_set, at) => ({
        run: 3,
        data_set,
        outcome: at === 0 ? 'partial' : 'running',
        pages: n,
        rows: 5 + n,
        waited_ms: 100 * (n + 1),
      })),
    ]);
    await put('stage', [{ run: 3, data_set: 'users', page: 1, rows: 5 + n }]);
    await put(
      'data_set',
      ['users', 'roles'].map((data_set, at) => ({
        data_set,
        version: n + 1,
        read_run: at + 1 === n ? 3 : 1,
        read_at: threeBegan,
        rows: 20 + n,
      })),
    );
    const record = { to_run: STILL_TRUE, hash: `of-${n}` };
    const gone = '{"userType":null}';
    await put('record', [
      ...['a', 'b'].flatMap((record_key, at) =>
        [at + 1 === n ? '{"userType":"Guest"}' : gone, gone].map(
          (body, version) => ({
            ...record,
            data_set: 'users',
            record_key,
            from_run: 1 + 2 * version,
            body,
          }),
        ),
      ),
      {
        ...record,
        data_set: 'roles',
        record_key: 'a',
        from_run: 3,
        body: `"${n}"`,
      },
      ...(n === 1 ? ['users', 'registrations'] : ['registrations']).map(
        data_set => ({
          ...record,
          data_set,
          record_key: 'c',
          from_run: 1,
          body: '{"isMfaCapable":null}',
        }),
      ),
    ]);
    const snapshots = [1, 2, 3];
    await put(
      'snapshot',
      snapshots.map(snapshot => ({
        snapshot,
        run: snapshot + 10 * n,
        at: started_at,
        rules_version: `of-${n}`,
        settings: '{}',
        data_sets: '{}',
      })),
    );
    await put(
      'team_lead',
      snapshots.map(from_snapshot => ({
        team_ref: 'group:default/payments',
        lead_ref: 'user:default/lead',
        from_snapshot,
      })),
    );
    await put(
      'person_change',
      snapshots.map(snapshot => ({
        snapshot,
        object_id: 'a',
        condition_before: 0,
        condition_after: 1,
        renamed: false,
        by_rules: false,
        previous_snapshot: 0,
        next_snapshot: STILL_TRUE,
      })),
    );
  }
}
