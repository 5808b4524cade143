import type { Knex } from 'knex';
import { TestDatabases } from '../__testUtils__/TestDatabases';
import { reportRow, userRow } from '../__testUtils__/rows';
import { testRules, TestSync } from '../__testUtils__/TestSync';
import { rulesVersion } from '../assess/rulesVersion';
import { toBoolean } from '../store/sql/toBoolean';
import type { PersonChangeRow, SnapshotRow } from '../store/sql/tables';

jest.setTimeout(60_000);

const databases = TestDatabases.create();

describe.each(databases.eachSupportedId())('on %s', databaseId => {
  let knex: Knex;
  let sync: TestSync;

  beforeEach(async () => {
    knex = await databases.init(databaseId);
    sync = new TestSync(knex);
    sync.source.pages = {
      users: [
        [
          userRow(1),
          userRow(2),
          userRow(3, { userType: 'Guest' }),
          userRow(4),
          userRow(5),
        ],
      ],
      registrations: [[1, 2, 3].map(number => reportRow(number))],
    };
    await sync.run();
  });

  /** Lets the last snapshot be one of other code, which assessed somebody in another way. */
  async function assessedByOtherCode(numbers: number[], state = 'uncovered') {
    const snapshot = { tenant_id: sync.tenantId, snapshot: 1 };
    const rules_version = rulesVersion(testRules).replace(/^\d+/, '1');
    await knex<SnapshotRow>('snapshot')
      .where(snapshot)
      .update({ rules_version });
    await knex('person')
      .whereIn(
        'object_id',
        numbers.map(number => userRow(number).id),
      )
      .update({ state, reason: 'not-registered' });
  }

  async function changes() {
    const rows = await knex<PersonChangeRow>('person_change').orderBy(
      'object_id',
    );
    return rows.map(row => [
      Number(row.object_id.slice(-2)),
      toBoolean(row.by_rules) ? 'rules' : 'facts',
    ]);
  }

  it('is by the rules where other code assesses the same facts in another way', async () => {
    await assessedByOtherCode([1, 2, 3]);
    sync.source.pages.registrations = [
      [reportRow(1), reportRow(2, true, { isAdmin: true }), reportRow(3)],
    ];
    await sync.run();
    expect(await changes()).toEqual([
      [1, 'rules'],
      [2, 'facts'],
      [3, 'rules'],
    ]);
  });

  it('is by the rules for a row without a value that decides', async () => {
    sync.source.pages.registrations = [
      [1, 2, 3].map(number =>
        reportRow(number, true, number === 2 ? { isMfaRegistered: null } : {}),
      ),
    ];
    // What was lost is believed the second time.
    await expect(sync.run()).rejects.toThrow();
    await sync.run();
    await knex('person_change').delete();
    const { snapshot } = await sync.published();
    await knex('snapshot')
      .where({ tenant_id: sync.tenantId, snapshot })
      .update({ rules_version: rulesVersion(testRules).replace(/^\d+/, '1') });
    await knex('person')
      .where({ object_id: userRow(2).id, from_snapshot: snapshot })
      .update({ state: 'uncovered', reason: 'not-registered' });
    await sync.run();
    expect(await changes()).toEqual([[2, 'rules']]);
  });

  it('is not by the rules where a person of the directory is another one', async () => {
    await assessedByOtherCode([1]);
    sync.source.pages.users![0][0] = userRow(1, { displayName: 'Ada' });
    await sync.run();
    expect(await changes()).toEqual([[1, 'facts']]);
  });

  it('is not by the rules where another report may account for it', async () => {
    await assessedByOtherCode([4, 5], 'covered');
    await sync.runRefreshed(1);
    expect(await changes()).toEqual([
      [4, 'facts'],
      [5, 'facts'],
    ]);
  });

  it('is by the rules for who has no row in the same report', async () => {
    await assessedByOtherCode([4]);
    await sync.run();
    expect(await changes()).toEqual([[4, 'rules']]);
  });

  it('asks the same code with what it was given', async () => {
    sync.source.pages.users![0][0] = userRow(1, { displayName: 'Ada' });
    await sync.run({ rules: { ...testRules, countGuests: true } });
    expect(await changes()).toEqual([
      [1, 'facts'],
      [3, 'rules'],
    ]);
  });
});
