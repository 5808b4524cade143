import { TestDatabases } from '../__testUtils__/TestDatabases';
import {
  groupEntity,
  ownedEntity,
  reportRow,
  userEntity,
  userRow,
} from '../__testUtils__/rows';
import { smallTenant } from '../__testUtils__/smallTenant';
import { testRules, TestSync } from '../__testUtils__/TestSync';

jest.setTimeout(60_000);

const databases = TestDatabases.create();

const odd = [
  ['half of a surrogate pair', '\uD83D'],
  ['a NUL', '\0'],
] as const;

describe.each(databases.eachSupportedId())('text on %s', databaseId => {
  it.each(odd)('with %s is stored, and is the same again', async (_, part) => {
    const knex = await databases.init(databaseId);
    const sync = new TestSync(knex);
    const names = {
      displayName: `Ada ${part}`,
      userPrincipalName: `ada${part}@contoso.com`,
    };
    const team = groupEntity('payments');
    sync.source.pages = {
      ...smallTenant(),
      organization: [[{ id: 'tenant-1', displayName: `Contoso ${part}` }]],
      users: [[userRow(1, names), userRow(2), userRow(3)]],
      registrations: [
        [
          reportRow(1, true, { userDisplayName: `Ada ${part}` }),
          reportRow(2),
          reportRow(3, false),
        ],
      ],
      'catalog-users': [
        [
          userEntity(1, [], { spec: { profile: { displayName: `A${part}` } } }),
          userEntity(2),
        ],
      ],
      'catalog-groups': [
        [
          { ...team, metadata: { ...team.metadata, title: `Pay ${part}` } },
          groupEntity('checkout', 'payments'),
        ],
      ],
      'catalog-ownership': [
        [
          ownedEntity('till', ['group:default/payments'], {
            metadata: { title: `Till ${part}` },
          }),
        ],
      ],
    };
    await sync.run();
    const first = await sync.published();
    expect(first.people[0]).toMatchObject({
      display_name: 'Ada \uFFFD',
      user_principal_name: 'ada\uFFFD@contoso.com',
    });
    await sync.run();
    // A setting of the rules assesses everybody again, with what is stored.
    await sync.run({
      rules: { ...testRules, countGuests: true },
    });
    expect(await knex('person_change')).toEqual([]);
    const { people } = await sync.published();
    expect(people[0]).toMatchObject({
      from_snapshot: first.people[0]!.from_snapshot,
      display_name: 'Ada \uFFFD',
    });
    const records = await knex('record').where('from_run', '>', 1);
    expect(records).toEqual([]);
  });
});
