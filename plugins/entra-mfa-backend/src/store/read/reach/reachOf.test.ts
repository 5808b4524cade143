import { TestDatabases } from '../../../__testUtils__/TestDatabases';
import { createTestTenant, tenantId } from '../../../__testUtils__/testTenant';
import { reachOf } from './reachOf';

jest.setTimeout(60_000);

const databases = TestDatabases.create({ ids: ['SQLITE_3'] });

it('goes from a team to those beside it in the tree, and not through all teams for each', async () => {
  const knex = await databases.init('SQLITE_3');
  await (await createTestTenant(knex)).run();
  const { sql, bindings } = reachOf(
    knex,
    { tenantId, snapshot: 1, newest: true },
    { teamRef: 'group:default/payments' },
  ).toSQL();
  const plan: { detail: string }[] = await knex.raw(
    `EXPLAIN QUERY PLAN ${sql}`,
    bindings as string[],
  );
  const steps = plan
    .map(({ detail }) => detail)
    .filter(detail => /^(SEARCH|SCAN) t\b/.test(detail));
  expect(steps).toHaveLength(4);
  expect(steps.filter(step => !/(team|parent)_ref=\?/.test(step))).toEqual([]);
});
