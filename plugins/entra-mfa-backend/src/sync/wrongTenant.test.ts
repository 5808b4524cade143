import { TestDatabases } from '../__testUtils__/TestDatabases';
import { smallTenant } from '../__testUtils__/smallTenant';
import { TestSync } from '../__testUtils__/TestSync';
import type { DataSetId } from '../collectors/types';
import { WrongTenantError } from '../graph/errors';

jest.setTimeout(60_000);

const databases = TestDatabases.create({ ids: ['SQLITE_3'] });

describe.each(databases.eachSupportedId())('on %s', databaseId => {
  async function createSync() {
    const knex = await databases.init(databaseId);
    const sync = new TestSync(knex);
    sync.source.pages = smallTenant();
    return sync;
  }

  const wrong = (id: DataSetId) => (dataSet: DataSetId) => {
    if (dataSet === id) {
      throw new WrongTenantError('unknown');
    }
  };

  it.each<DataSetId>(['organization', 'role-assignments'])(
    'ends the run when %s is of another tenant',
    async dataSet => {
      const sync = await createSync();
      sync.source.before = wrong(dataSet);
      await expect(sync.run()).rejects.toThrow('instead of');
      expect((await sync.published()).snapshot).toBe(0);
    },
  );

  it('ends a run that is gone on with', async () => {
    const sync = await createSync();
    const stop = new AbortController();
    sync.source.before = (dataSet, page) => {
      if (dataSet === 'registrations' && page === 2) {
        stop.abort(new Error('timeout'));
        stop.signal.throwIfAborted();
      }
    };
    await expect(sync.run({ signal: stop.signal })).rejects.toThrow('timeout');
    sync.source.before = wrong('organization');
    await expect(sync.run()).rejects.toThrow('instead of');
    expect((await sync.lastRun()).run).toBe(1);
    expect((await sync.published()).snapshot).toBe(0);
  });
});
