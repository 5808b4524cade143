import { TestDatabases } from '@backstage/backend-test-utils';
import type { Knex } from 'knex';
import { readdirSync } from 'fs';
import { resolve } from 'path';
import {
  objectId,
  reportRow,
  ownedEntity,
  userEntity,
  userRow,
} from '../__testUtils__/rows';
import { TestSync } from '../__testUtils__/TestSync';
import { globalAdministrator } from '../assess/roles/privilegedRoles';
import { insertDrill } from './breakGlass/insertDrill';

jest.setTimeout(60_000);

const databases = TestDatabases.create();
const directory = resolve(__dirname, '../../migrations');
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
  'coverage',
  'unmatched',
  'person_change',
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
  'erasure',
];

describe.each(databases.eachSupportedId())('migrations on %s', databaseId => {
  async function existing(knex: Knex) {
    const found = await Promise.all(
      tables.map(async table => (await knex.schema.hasTable(table)) && table),
    );
    return found.filter(Boolean);
  }

  it('go up, hold a synced tenant, go down and up again', async () => {
    const knex = await databases.init(databaseId);
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
    await insertDrill(knex, {
      tenant_id: sync.tenantId,
      object_id: 'a',
      drill_id: 'd1',
      held_on: '2026-11-20',
      note: null,
      recorded_by: 'user:default/security',
      recorded_at: sync.now,
    });

    for (const _ of readdirSync(directory)) {
      await knex.migrate.down({ directory });
    }
    expect(await existing(knex)).toEqual([]);

    await knex.migrate.latest({ directory });
    await sync.run();
    expect((await sync.published()).snapshot).toBe(1);
  });

  it('compares keys by bytes, as the code does', async () => {
    const knex = await databases.init(databaseId);
    await knex.migrate.latest({ directory });
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
});
