import type { Knex } from 'knex';
import { readdirSync } from 'fs';
import { resolve } from 'path';
import { TestDatabases } from '../../__testUtils__/TestDatabases';
import {
  objectId,
  reportRow,
  ownedEntity,
  userEntity,
  userRow,
} from '../../__testUtils__/rows';
import { TestSync } from '../../__testUtils__/TestSync';
import { globalAdministrator } from '../../assess/roles/privilegedRoles';

jest.setTimeout(60_000);

const databases = TestDatabases.create();
const directory = resolve(__dirname, '../../../migrations');
const tables = [
  'tenant',
  'run',
  'run_collector',
  'stage',
  'data_set',
  'record',
  'snapshot',
  'person',
  'team',
  'team_lead',
  'person_team',
  'person_role',
  'person_entity',
  'entra_group',
  'coverage',
  'unmatched',
  'person_change',
  'person_change_total',
  'notice',
  'hold',
  'break_glass_drill',
  'exception',
  'owned_entity',
  'owner_set',
  'owner_coverage',
  'review',
  'review_item',
  'review_decision',
  'review_assignment',
  'review_reminder',
  'review_handover',
  'review_schedule',
  'review_schedule_user',
  'erasure',
  'connection',
  'connection_event',
  'connection_event_user',
  'connection_episode',
  'portal_connection',
  'connect_request',
  'retention',
  'forgetting',
  'sealed_secret',
  'evidence_item',
  'evidence_held',
  'evidence_tile',
  'evidence_checkpoint',
  'control_test',
  'control_status',
  'reminder_campaign',
  'reminder_sent',
  'assessment',
  'assessment_step',
  'assessment_comment',
  'assessment_auditor',
  'assessment_pin',
  'assessment_result',
  'evidence_push',
  'evidence_push_document',
];

/** Puts a row into a table that a sync has left empty. */
async function fill(knex: Knex, table: string): Promise<void> {
  if (await knex(table).first()) {
    return;
  }
  const columns = Object.entries(await knex(table).columnInfo());
  const required = columns.filter(
    ([, { nullable, defaultValue }]) => !nullable && defaultValue === null,
  );
  const valueOf = (type: string) => {
    if (type === 'boolean') return true;
    if (/char|text/.test(type)) return 'a';
    return /time/.test(type) ? new Date() : 1;
  };
  await knex(table).insert(
    Object.fromEntries(
      required.map(([name, { type }]) => [name, valueOf(type)]),
    ),
  );
}

describe.each(databases.eachSupportedId())('migrations on %s', databaseId => {
  async function existing(knex: Knex) {
    const found = await Promise.all(
      tables.map(async table => (await knex.schema.hasTable(table)) && table),
    );
    return found.filter(Boolean);
  }

  it('go up, hold a synced tenant, go down and up again', async () => {
    const knex = await databases.empty(databaseId);
    await knex.migrate.latest({ directory });
    expect(await existing(knex)).toEqual(tables);

    const sync = new TestSync(knex);
    sync.source.pages = {
      users: [[userRow(1)]],
      registrations: [[reportRow(1), reportRow(2)]],
      'role-assignments': [
        [
          {
            id: 'r1',
            principalId: objectId(1),
            roleDefinitionId: globalAdministrator,
          },
        ],
      ],
      'catalog-users': [[userEntity(1), userEntity(3)]],
      'catalog-ownership': [[ownedEntity('tool', ['user:default/person1'])]],
      'catalog-groups': [
        [
          {
            kind: 'Group',
            metadata: {
              name: 'payments',
              annotations: { 'entra-mfa/lead': 'person1' },
            },
          },
        ],
      ],
    };
    await sync.run();
    expect((await sync.published()).states).toEqual(['covered (registered)']);
    expect(await sync.size('team_lead')).toBe(1);
    expect(await sync.size('person_role')).toBe(1);
    // Each table holds something when it goes.
    for (const table of tables) {
      await fill(knex, table);
      expect([
        table,
        Number((await knex(table).count({ n: '*' }))[0].n),
      ]).not.toEqual([table, 0]);
    }

    for (const _ of readdirSync(directory)) {
      await knex.migrate.down({ directory });
    }
    expect(await existing(knex)).toEqual([]);

    await knex.migrate.latest({ directory });
    await sync.run();
    expect((await sync.published()).snapshot).toBe(1);
  });

  it('lets people whom a scope rule left out go down as listed', async () => {
    const knex = await databases.init(databaseId);
    const sync = new TestSync(knex);
    sync.source.pages = { users: [[userRow(1), userRow(2)]] };
    await sync.run();
    const { people } = await sync.published();
    const person = (object_id: string) =>
      knex('person').where({ object_id }).first();
    await knex('person')
      .where({ object_id: objectId(1) })
      .update({
        state: 'out-of-scope',
        reason: 'scope-rule',
        scope_class: 'scope-rule',
        scope_rule: 'Partners',
      });
    await knex.migrate.down({
      directory,
      name: '20261130140000_scope_rules.js',
    });
    const { scope_rule: _, ...second } = people[1];
    expect(await person(objectId(1))).toMatchObject({
      reason: 'listed',
      scope_class: 'listed',
    });
    expect(await person(objectId(2))).toEqual(second);
    await knex.migrate.latest({ directory });
    expect(await person(objectId(2))).toEqual(people[1]);
  });

  it('lets a tenant with an application of its own go down as disconnected', async () => {
    const knex = await databases.init(databaseId);
    const at = new Date('2026-11-30T08:00:00Z');
    const portal = (tenant_id: string, rest: object) =>
      knex('portal_connection').insert({
        ...{ tenant_id, connected_at: at, switched_off: '[]' },
        ...rest,
      });
    await portal('own', {
      kind: 'application',
      client_id: 'b7d1c4a2-55e0-4f3c-9a61-0c8d2e4f6a91',
      secret_ends_at: at,
      credential_at: at,
    });
    await portal('reader', { kind: 'reader' });
    for (const [tenant_id, purpose] of [
      ['own', 'application'],
      ['reader', 'reader'],
    ]) {
      await knex('sealed_secret').insert({
        ...{ tenant_id, purpose, key_id: 'k', wrapped_key: 'w' },
        ...{ sealed: 's', sealed_at: at },
      });
    }
    await knex.migrate.down({
      directory,
      name: '20261130171000_own_application.js',
    });
    const left = await knex('portal_connection').orderBy('tenant_id');
    expect(
      left.map(({ kind, deleted_at }) => [kind, deleted_at !== null]),
    ).toEqual([
      ['consent', true],
      ['reader', false],
    ]);
    expect(left[0]).not.toHaveProperty('client_id');
    expect(await knex('sealed_secret').pluck('tenant_id')).toEqual(['reader']);
    await knex.migrate.latest({ directory });
    expect(await knex('portal_connection').pluck('client_id')).toEqual([
      null,
      null,
    ]);
  });

  it('compares keys by bytes, as the code does', async () => {
    const knex = await databases.init(databaseId);
    const keys = ['b', 'A', 'a|b', 'a', 'a-b', 'Z', 'ä', 'a.b'];
    await knex('record').insert(
      keys.map(record_key => ({
        tenant_id: 't',
        data_set: 'users',
        record_key,
        from_run: 1,
        hash: 'h',
        body: '{}',
      })),
    );
    const sorted = await knex('record')
      .orderBy('record_key')
      .pluck('record_key');
    expect(sorted).toEqual([...keys].sort());
  });

  it('lets a tenant have one open review of each scope, whoever asks', async () => {
    const knex = await databases.init(databaseId);
    const at = new Date('2026-11-21T08:00:00Z');
    const open = (tenant_id: string, review: number, rest: object = {}) =>
      knex('review').insert({
        tenant_id,
        review,
        title: 'Q4 2026',
        snapshot: 1,
        baseline_snapshot: 1,
        since: at,
        no_method_after_days: 14,
        roles_not_known: 0,
        opened_by: 'user:default/ada',
        opened_at: at,
        last_step_at: at,
        ...rest,
      });
    await open('t', 1, { closed_at: at, closed_by: 'user:default/ada' });
    await open('t', 2);
    await expect(open('t', 3)).rejects.toMatchObject({
      message: expect.stringMatching(/unique/i),
    });
    await open('other', 1);
    const role = { scope_kind: 'role', scope_id: globalAdministrator };
    await open('t', 3, role);
    await expect(open('t', 4, role)).rejects.toMatchObject({
      message: expect.stringMatching(/unique/i),
    });
    const of = { tenant_id: 't', object_id: objectId(1) };
    for (const review of [2, 3]) {
      await knex('review_item').insert({
        ...{ ...of, review, reasons: 0, keep_needs_note: false },
        ...{ privileged_rank: 0, sort_name: 'person 1' },
      });
    }
    const by = 'user:default/ada';
    await knex('review_schedule').insert({
      ...{ tenant_id: 't', schedule_id: 's', title: 'Field', every: 'monthly' },
      ...{ first_day: '2026-12-01', next_day: '2026-12-01', state: 'running' },
      ...{ created_by: by, created_at: at, changed_by: by, changed_at: at },
    });
    await knex('review_handover').insert({
      ...{ tenant_id: 't', review: 2, step: 1, from_ref: by, to_ref: by },
      ...{ items: 1, given_by: by, given_at: at },
    });
    expect(await knex('review_schedule').pluck('version')).toEqual([1]);
    await knex.migrate.down({
      directory,
      name: '20261201120000_review_changes.js',
    } as never);
    expect(await knex('review_schedule').pluck('title')).toEqual(['Field']);
    // An earlier version knows none of a role, and one that is open.
    await knex.migrate.down({
      directory,
      name: '20261130220000_review_schedules.js',
    } as never);
    expect(await knex('review').orderBy('review').pluck('review')).toEqual([
      1, 1, 2,
    ]);
    expect(await knex('review_item').pluck('review')).toEqual([2]);
  });
});
