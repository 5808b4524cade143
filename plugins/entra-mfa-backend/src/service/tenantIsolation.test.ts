import { TestDatabases } from '../__testUtils__/TestDatabases';
import { liveBeside } from '../__testUtils__/liveBeside';

jest.setTimeout(240_000);

const databases = TestDatabases.one();

describe.each(databases.eachSupportedId())('a tenant on %s', databaseId => {
  it('is told and keeps the same beside another with the same ids and numbers', async () => {
    const start = () => databases.init(databaseId);
    const alone = await liveBeside(await start(), { alone: true });
    const beside = await liveBeside(await start(), { alone: false });
    expect(Object.keys(alone.answers).length).toBeGreaterThan(60);
    expect(beside).toEqual(alone);
    expect(JSON.stringify(beside.answers)).not.toContain('Other ');
  });
});
