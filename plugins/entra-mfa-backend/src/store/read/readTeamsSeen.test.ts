import { TestDatabases } from '../../__testUtils__/TestDatabases';
import { createTestTenant, tenantId } from '../../__testUtils__/testTenant';
import type { PersonCriteria } from './personFilter';
import { readTeamsSeen } from './readTeamsSeen';

jest.setTimeout(60_000);

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });
const ref = (name: string) => `group:default/${name}`;
const view = { tenantId, snapshot: 1, newest: true };
const allowed: PersonCriteria = {
  kind: 'team',
  refs: [ref('payments')],
  includeSubTeams: true,
};

it.each(databases.eachSupportedId())(
  'finds the teams of which everybody is seen on %s',
  async databaseId => {
    const knex = await databases.init(databaseId);
    await (await createTestTenant(knex)).run();
    const teams = ['engineering', 'payments', 'checkout', 'field', 'vacant'];
    const seen = await readTeamsSeen(knex, view, teams.map(ref), allowed);
    expect(seen.sort()).toEqual(
      ['checkout', 'engineering', 'payments', 'vacant'].map(ref),
    );
  },
);

it('goes through the people of each team, and not through everybody for each team', async () => {
  const knex = await databases.init('SQLITE_3');
  await (await createTestTenant(knex)).run();
  const asked: { sql: string; bindings: readonly string[] }[] = [];
  knex.on('query', query => asked.push(query));
  await readTeamsSeen(knex, view, [ref('field')], allowed);
  const [{ sql, bindings }] = asked;
  const plan: { detail: string }[] = await knex.raw(
    `EXPLAIN QUERY PLAN ${sql}`,
    bindings,
  );
  const everybody = plan.filter(
    ({ detail }) =>
      /INDEX (person_by_|person_replaced_|sqlite_autoindex_person_1)/.test(
        detail,
      ) && !detail.includes('object_id=?'),
  );
  expect(everybody).toEqual([]);
});
