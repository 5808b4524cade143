import { TestDatabases } from '../__testUtils__/TestDatabases';
import { userEntity, userRow } from '../__testUtils__/rows';
import { smallTenant } from '../__testUtils__/smallTenant';
import { TestSync } from '../__testUtils__/TestSync';

jest.setTimeout(60_000);

const databases = TestDatabases.create({ ids: ['SQLITE_3'] });

/** A User entity without an object id. */
function byMail(number: number, email: string) {
  const entity = userEntity(number);
  return {
    ...entity,
    metadata: { ...entity.metadata, annotations: {} },
    spec: { profile: { email } },
  };
}

describe.each(databases.eachSupportedId())(
  'joining people with the catalog on %s',
  databaseId => {
    async function joined(users: object[], entities: object[]) {
      const knex = await databases.init(databaseId);
      const sync = new TestSync(knex);
      sync.source.pages = smallTenant();
      sync.source.pages.users = [users];
      sync.source.pages['catalog-users'] = [entities];
      await sync.run();
      const { people, unmatched } = await sync.published();
      return {
        refs: people.map(row => row.entity_ref?.replace('user:default/', '')),
        unmatched: unmatched.filter(key => key.startsWith('catalog-user')),
      };
    }

    it('gives a shared mail to the enabled account, whichever has the smaller object id', async () => {
      const shared = { mail: 'Shared@contoso.com' };
      const { refs, unmatched } = await joined(
        [
          userRow(1, { ...shared, accountEnabled: false }),
          userRow(2, shared),
          userRow(3, shared),
        ],
        [byMail(9, 'SHARED@contoso.com')],
      );
      expect(refs).toEqual([undefined, 'person9', undefined]);
      expect(unmatched).toEqual([]);
    });

    it('gives an address to whose user principal name it is', async () => {
      const { refs } = await joined(
        [userRow(1, { mail: 'person2@contoso.com' }), userRow(2)],
        [byMail(9, 'person2@contoso.com')],
      );
      expect(refs).toEqual([undefined, 'person9']);
    });

    it('joins who names an object id by that alone', async () => {
      const { refs, unmatched } = await joined(
        [userRow(1), userRow(2)],
        [
          userEntity(1),
          userEntity(7, [], {
            spec: { profile: { email: 'person2@contoso.com' } },
          }),
        ],
      );
      expect(refs).toEqual(['person1', undefined]);
      expect(unmatched).toEqual(['catalog-user user:default/person7']);
    });
  },
);
