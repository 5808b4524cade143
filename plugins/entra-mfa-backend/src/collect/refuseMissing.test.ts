import type { Knex } from 'knex';
import { TestDatabases } from '../__testUtils__/TestDatabases';
import { reportRow, userRow } from '../__testUtils__/rows';
import { testRules, TestSync } from '../__testUtils__/TestSync';

jest.setTimeout(60_000);

const databases = TestDatabases.create({ ids: ['SQLITE_3'] });
const numbers = (from: number, to: number) =>
  Array.from({ length: to - from + 1 }, (_, i) => from + i);

describe.each(databases.eachSupportedId())('on %s', databaseId => {
  let knex: Knex;
  let sync: TestSync;
  let tenants = 0;

  beforeAll(async () => {
    knex = await databases.init(databaseId);
  });

  beforeEach(() => {
    tenants += 1;
    sync = new TestSync(knex, { tenantId: `tenant-${tenants}` });
  });

  /** 100 members of whom 90 have registered, 20 disabled accounts and 10 guests. */
  function tenant(property: (number: number) => object = () => ({})) {
    const user = (number: number) => ({
      ...(number > 100 && number <= 120 && { accountEnabled: false }),
      ...(number > 120 && { userType: 'Guest' }),
      ...property(number),
    });
    sync.source.pages = {
      users: [numbers(1, 130).map(number => userRow(number, user(number)))],
      registrations: [
        numbers(1, 130)
          .filter(number => number <= 100 || number > 120)
          .map(number => reportRow(number, number <= 90)),
      ],
    };
  }

  /** One row of 50 has no value of a property. */
  function fifty(property: object | null, rows = 50) {
    sync.source.pages = {
      users: [numbers(1, rows).map(number => userRow(number))],
      registrations: [
        numbers(1, rows).map(number =>
          reportRow(number, true, number === 7 && property ? property : {}),
        ),
      ],
    };
  }

  async function figure() {
    const { counts } = await sync.published();
    const { covered, uncovered, unknown } = counts[0];
    return { covered, uncovered, unknown };
  }

  async function refusal() {
    await expect(sync.run()).rejects.toThrow();
    const { problem } = await sync.lastRun();
    return JSON.parse(problem!);
  }

  const published = { covered: 90, uncovered: 10, unknown: 0 };

  it('keeps the figure when the directory stops telling who is enabled and who is a guest', async () => {
    tenant();
    await sync.run();
    expect(await figure()).toEqual(published);
    tenant(() => ({ accountEnabled: null, userType: null }));
    for (let again = 0; again < 3; again += 1) {
      const problem = await refusal();
      expect(problem).toMatchObject({ code: 'missing-values' });
      expect(problem.message).toContain('accountEnabled (130 of 130 rows)');
      expect(problem.message).toContain('userType (130 of 130 rows)');
      expect(problem.action).toContain('User.Read.All');
      expect(await figure()).toEqual(published);
    }
    tenant();
    await sync.run();
    expect(await figure()).toEqual(published);
  });

  it('does not publish a first figure of which a property is not told', async () => {
    tenant(() => ({ accountEnabled: undefined }));
    expect((await refusal()).code).toBe('missing-values');
    expect((await sync.published()).snapshot).toBe(0);
  });

  it.each<[string, object]>([
    ['isMfaCapable', { isMfaCapable: null }],
    ['isMfaRegistered', { isMfaRegistered: undefined }],
    ['methodsRegistered', { methodsRegistered: null }],
  ])('publishes all but the one whose %s has no value', async (_, property) => {
    fifty(property);
    await sync.run();
    expect(await figure()).toEqual({ covered: 49, uncovered: 0, unknown: 1 });
    const { states } = await sync.published();
    expect(states[6]).toBe('unknown (missing-property)');
    await sync.run();
    expect(await figure()).toEqual({ covered: 49, uncovered: 0, unknown: 1 });
  });

  it.each<[string, object]>([
    ['isSsprEnabled', { isSsprEnabled: null }],
    ['isPasswordlessCapable', { isPasswordlessCapable: undefined }],
    ['isAdmin', { isAdmin: null }],
  ])('does not look at %s', async (_, property) => {
    fifty(property);
    await sync.run();
    expect(await figure()).toEqual({ covered: 50, uncovered: 0, unknown: 0 });
  });

  it.each([
    [49, 1, true],
    [99, 2, false],
    [100, 2, true],
    [10, 1, true],
    [10, 2, false],
  ])(
    'of %i rows believes %i without a value: %s',
    async (rows, without, isBelieved) => {
      sync.source.pages = {
        users: [
          numbers(1, rows).map(number =>
            userRow(number, number <= without ? { accountEnabled: null } : {}),
          ),
        ],
        registrations: [numbers(1, rows).map(number => reportRow(number))],
      };
      const ended = await sync.run().then(
        () => true,
        () => false,
      );
      expect(ended).toBe(isBelieved);
    },
  );

  it('believes of a row that had a value only what a second reading says too', async () => {
    fifty(null);
    await sync.run();
    fifty({ isMfaCapable: null });
    const problem = await refusal();
    expect(problem.message).toContain('isMfaCapable (1 of 50 rows)');
    expect(problem.action).toContain('AuditLog.Read.All');
    expect(await figure()).toEqual({ covered: 50, uncovered: 0, unknown: 0 });
    await sync.run();
    expect(await figure()).toEqual({ covered: 49, uncovered: 0, unknown: 1 });
    fifty(null);
    await sync.run();
    expect(await figure()).toEqual({ covered: 50, uncovered: 0, unknown: 0 });
  });

  it.each<[string, number[], object]>([
    ['of another row', [8], { isMfaCapable: null }],
    ['of another property', [7], { methodsRegistered: null }],
    ['of one row more', [7, 8], { isMfaCapable: null }],
  ])('does not take a second reading %s for the same', async (_, who, none) => {
    const losing = (rows: number[], property: object) => {
      sync.source.pages = {
        users: [numbers(1, 100).map(number => userRow(number))],
        registrations: [
          numbers(1, 100).map(number =>
            reportRow(number, true, rows.includes(number) ? property : {}),
          ),
        ],
      };
    };
    losing([], {});
    await sync.run();
    losing([7], { isMfaCapable: null });
    await refusal();
    losing(who, none);
    await refusal();
    expect(await figure()).toEqual({ covered: 100, uncovered: 0, unknown: 0 });
    await sync.run();
    expect((await figure()).unknown).toBe(who.length);
  });

  it('remembers what a reading lost when the one between them broke off', async () => {
    fifty(null);
    await sync.run();
    fifty({ isMfaCapable: null });
    await refusal();
    sync.source.before = dataSet => {
      if (dataSet === 'registrations') throw new Error('broken off');
    };
    await expect(sync.run()).rejects.toThrow();
    sync.source.before = () => {};
    await sync.run();
    expect((await figure()).unknown).toBe(1);
  });

  it.each<[string, object, object]>([
    ['isMfaCapable', {}, { isMfaCapable: 'yes' }],
    ['methodsRegistered', {}, { methodsRegistered: 'mobilePhone' }],
    ['accountEnabled', { accountEnabled: 'False' }, {}],
    ['userType', { userType: 1 }, {}],
  ])(
    'does not know the one whose %s is of a wrong type',
    async (_, user, report) => {
      const one = (number: number, row: object) => (number === 7 ? row : {});
      sync.source.pages = {
        users: [
          numbers(1, 50).map(number => userRow(number, one(number, user))),
        ],
        registrations: [
          numbers(1, 50).map(number =>
            reportRow(number, true, one(number, report)),
          ),
        ],
      };
      await sync.run();
      expect(await figure()).toEqual({ covered: 49, uncovered: 0, unknown: 1 });
    },
  );

  it.each<[string, object, object | null]>([
    ['disabled', { accountEnabled: false, userType: null }, null],
    [
      'disabled, without a method told',
      { accountEnabled: false },
      { methodsRegistered: null },
    ],
    ['guests', { userType: 'guest' }, { isMfaCapable: null }],
    [
      'agents',
      { '@odata.type': '#microsoft.graph.agentUser', userType: null },
      null,
    ],
    ['not in the directory', { id: 'gone' }, { isMfaRegistered: null }],
  ])(
    'does not mind what ten accounts lack that are %s',
    async (_, user, report) => {
      const lacks = (number: number) => number > 100;
      const users = numbers(1, 110).map(number =>
        userRow(number, lacks(number) ? user : {}),
      );
      sync.source.pages = {
        users: [users.filter(({ id }) => id !== 'gone')],
        registrations: [
          numbers(1, report ? 110 : 100).map(number =>
            reportRow(number, true, (lacks(number) && report) || {}),
          ),
        ],
      };
      await sync.run();
      expect(await figure()).toEqual({
        covered: 100,
        uncovered: 0,
        unknown: 0,
      });
    },
  );

  it('does not wait for a second reading of what a disabled account lost', async () => {
    const lacking = (user: object, report: object) => {
      sync.source.pages = {
        users: [
          numbers(1, 50).map(number =>
            userRow(
              number,
              number === 7 ? { accountEnabled: false, ...user } : {},
            ),
          ),
        ],
        registrations: [
          numbers(1, 50).map(number =>
            reportRow(number, true, number === 7 ? report : {}),
          ),
        ],
      };
    };
    lacking({}, {});
    await sync.run();
    lacking({ userType: null }, { isMfaCapable: null });
    await sync.run();
    expect(await figure()).toEqual({ covered: 49, uncovered: 0, unknown: 0 });
  });

  it('minds what guests lack where they count', async () => {
    sync.source.pages = {
      users: [
        numbers(1, 110).map(number =>
          userRow(number, number > 100 ? { userType: 'Guest' } : {}),
        ),
      ],
      registrations: [
        numbers(1, 110).map(number =>
          reportRow(number, true, number > 100 ? { isMfaCapable: null } : {}),
        ),
      ],
    };
    const rules = { ...testRules, countGuests: true };
    await expect(sync.run({ rules })).rejects.toThrow();
    await sync.run();
    expect((await figure()).covered).toBe(100);
  });

  it('counts a run that goes on after it was stopped as one', async () => {
    tenant(() => ({ accountEnabled: null }));
    const rows = sync.source.pages.users!.flat();
    sync.source.pages.users = [rows.slice(0, 100), rows.slice(100)];
    const stop = new AbortController();
    sync.source.before = (_, page) => {
      if (page === 2) stop.abort(new Error('stopped'));
    };
    await expect(sync.run({ signal: stop.signal })).rejects.toThrow('stopped');
    sync.source.before = () => {};
    expect((await refusal()).message).toContain('(130 of 130 rows)');
  });

  it('takes accounts without a user type for members where it is configured so', async () => {
    tenant(number => (number <= 60 ? { userType: null } : {}));
    expect((await refusal()).action).toContain('scope.userTypeNull');
    await sync.run({ rules: { ...testRules, userTypeNull: 'member' } });
    expect(await figure()).toEqual(published);
    const { counts } = await sync.published();
    // As who filters the report for members would find them: nobody who is disabled, and no guest.
    expect(JSON.parse(counts[0].counts).cis.members).toBe(100);
  });
});
