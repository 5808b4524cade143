import { TestDatabases } from '../../__testUtils__/TestDatabases';
import { createTestTenant, tenantId } from '../../__testUtils__/testTenant';
import { countMatches, type Matching } from './countMatches';

jest.setTimeout(60_000);

const databases = TestDatabases.create({ ids: ['SQLITE_3'] });

describe('countMatches', () => {
  let count: (rest: Partial<Matching>) => Promise<number>;
  let asked: string[];

  const counting = {
    test: (name: string) => {
      asked.push(name);
      return true;
    },
  };

  /** Takes as long as a heavy pattern does on a long name. */
  const heavy = {
    test: () => {
      const end = performance.now() + 15;
      while (performance.now() < end);
      return false;
    },
  };

  beforeAll(async () => {
    const sync = await createTestTenant(await databases.init('SQLITE_3'));
    await sync.run();
    count = rest =>
      countMatches(sync.knex, {
        view: { tenantId, snapshot: 1, newest: true },
        pattern: counting,
        allowed: null,
        enough: Infinity,
        budgetMs: Infinity,
        ...rest,
      });
  });

  beforeEach(() => {
    asked = [];
  });

  it('asks everybody, or until it has found enough', async () => {
    expect(await count({})).toBe(11);
    expect(asked).toHaveLength(11);
    asked = [];
    expect(await count({ enough: 1 })).toBe(1);
    expect(asked).toHaveLength(1);
  });

  it('lets other work have its turn', async () => {
    let turns = 0;
    let goesOn = true;
    const turn = () => {
      turns += 1;
      if (goesOn) setImmediate(turn);
    };
    setImmediate(turn);
    await count({ pattern: { test: () => false } });
    const alone = turns;
    turns = 0;
    await count({ pattern: heavy });
    goesOn = false;
    expect(turns).toBeGreaterThan(alone + 5);
  });

  it('refuses a pattern that takes too long', async () => {
    await expect(count({ pattern: heavy, budgetMs: 30 })).rejects.toThrow(
      /^The pattern takes too long/,
    );
  });
});
