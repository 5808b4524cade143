import { TestDatabases } from '../__testUtils__/TestDatabases';
import { objectId } from '../__testUtils__/rows';
import { smallTenant } from '../__testUtils__/smallTenant';
import { TestSync } from '../__testUtils__/TestSync';
import type { DataSetId } from '../collectors/types';
import { GraphRequestError } from '../graph/errors';

jest.setTimeout(60_000);

const databases = TestDatabases.create();

const holder = (id: string, number: number) => ({
  id,
  principalId: objectId(number),
  roleDefinitionId: '62e90394-69f5-4237-9190-012177145e10',
  directoryScopeId: '/',
});

const component = (name: string) => ({
  kind: 'Component',
  metadata: { name, namespace: 'default' },
  spec: { type: 'service' },
  relations: [{ type: 'ownedBy', targetRef: 'group:default/checkout' }],
});

describe.each(databases.eachSupportedId())(
  'a data set that breaks off on %s',
  databaseId => {
    it.each<[DataSetId, unknown[][], Error, string]>([
      [
        'role-assignments',
        [[holder('r1', 1)], [holder('r2', 2)]],
        new GraphRequestError(403, 'Authorization_RequestDenied', null, false),
        'failed',
      ],
      [
        'catalog-ownership',
        [[component('shop')], [component('till')]],
        new Error('the catalog is away'),
        'failed',
      ],
    ])(
      'leaves nothing of its first page: %s',
      async (dataSet, pages, error, outcome) => {
        const knex = await databases.init(databaseId);
        const sync = new TestSync(knex);
        sync.source.pages = smallTenant();
        await sync.run();
        const before = await sync.published();
        const records = await sync.records(dataSet);
        sync.source.pages[dataSet] = pages;
        sync.source.before = (asked, page) => {
          if (asked === dataSet && page === 2) {
            throw error;
          }
        };

        await sync.run();

        const after = await sync.published();
        expect(after.snapshot).toBe(2);
        expect(after.people).toEqual(before.people);
        expect(await sync.records(dataSet)).toEqual(records);
        expect((await sync.lastRun()).collectors).toContainEqual(
          expect.objectContaining({ data_set: dataSet, outcome }),
        );

        sync.source.before = () => {};
        await sync.run();
        expect(await sync.records(dataSet)).toHaveLength(pages.flat().length);
      },
    );

    it('says nothing of what a database error holds', async () => {
      const knex = await databases.init(databaseId);
      const sync = new TestSync(knex);
      sync.source.pages = smallTenant();
      await knex.schema.dropTable('snapshot');

      const error: Error = await sync.run().then(
        () => new Error('published'),
        thrown => thrown,
      );

      const { problem } = await sync.lastRun();
      expect(error.message).toMatch(/^The sync failed \(\w+ \w+\)\.$/);
      expect(JSON.parse(problem!)).toMatchObject({
        code: 'internal',
        message: error.message,
      });
      expect(error.cause).toBeUndefined();
    });
  },
);
