import fc from 'fast-check';
import { CatalogPeople } from './CatalogPeople';
import { TeamForest } from './TeamForest';

interface User {
  ref: string;
  objectId: string | null;
  email: string | null;
}

interface Person {
  id: string;
  upn: string;
  mail: string | null;
  enabled: boolean | null;
}

/** Who is joined: pairs of person and user; and who of the catalog is not. */
function join(users: readonly User[], people: readonly Person[]) {
  const catalog = new CatalogPeople(new TeamForest([]));
  for (const { ref, objectId, email } of users) {
    catalog.addUser(ref, { displayName: ref, objectId, email });
  }
  catalog.sortMemberships();
  for (const { id, upn, mail, enabled } of people) {
    if (catalog.meet(id)) {
      const addresses = { userPrincipalName: upn, mail };
      catalog.claim(id, { ...addresses, accountEnabled: enabled });
    }
  }
  const pairs = people.flatMap(({ id }) => {
    const ref = catalog.refOf(catalog.find(id));
    return ref === null ? [] : [[id, ref]];
  });
  return {
    pairs: pairs.map(pair => pair.join(' ')).sort(),
    unmatched: [...catalog.unmatched()].sort(),
  };
}

const user = (ref: string, rest: Partial<User> = {}): User => ({
  ref,
  objectId: null,
  email: null,
  ...rest,
});
const person = (id: string, rest: Partial<Person> = {}): Person => ({
  id,
  upn: `${id}@upn`,
  mail: null,
  enabled: true,
  ...rest,
});

const x = user('x', { email: 'x@mail' });

describe('who is joined with whom', () => {
  it.each<[string, User[], Person[], string[]]>([
    ['nobody', [x], [person('1')], []],
    ['by object id', [user('a', { objectId: '1' })], [person('1')], ['1 a']],
    [
      'by object id without regard to case',
      [user('a', { objectId: 'AB' })],
      [person('ab')],
      ['ab a'],
    ],
    [
      'by object id before an address',
      [user('a', { objectId: '1', email: 'other@mail' }), x],
      [person('1', { mail: 'x@mail' }), person('2', { mail: 'x@mail' })],
      ['1 a', '2 x'],
    ],
    [
      'by an object id that the directory has not: by that alone',
      [user('a', { objectId: 'gone', email: 'x@mail' })],
      [person('1', { mail: 'x@mail' })],
      [],
    ],
    [
      'by mail without regard to case',
      [x],
      [person('1', { mail: 'X@Mail' })],
      ['1 x'],
    ],
    ['by user principal name', [x], [person('1', { upn: 'X@MAIL' })], ['1 x']],
    [
      'a name before a mail',
      [x],
      [person('1', { mail: 'x@mail' }), person('2', { upn: 'x@mail' })],
      ['2 x'],
    ],
    [
      'an enabled account before a disabled one, even by name',
      [x],
      [
        person('1', { upn: 'x@mail', enabled: false }),
        person('2', { mail: 'x@mail' }),
      ],
      ['2 x'],
    ],
    [
      'a disabled account where there is no other',
      [x],
      [person('1', { mail: 'x@mail', enabled: false })],
      ['1 x'],
    ],
    [
      'an account that is not said to be disabled as an enabled one',
      [x],
      [
        person('1', { mail: 'x@mail', enabled: null }),
        person('2', { mail: 'x@mail' }),
      ],
      ['1 x'],
    ],
    [
      'the smallest object id among equals',
      [x],
      [person('2', { mail: 'x@mail' }), person('1', { mail: 'x@mail' })],
      ['1 x'],
    ],
    [
      'one user of a person whose name and mail are two users’',
      [x, user('y', { email: 'y@mail' })],
      [person('1', { mail: 'x@mail', upn: 'y@mail' })],
      ['1 y'],
    ],
    [
      'no second choice for who loses the first',
      [x, user('y', { email: 'y@mail' })],
      [
        person('1', { mail: 'x@mail', upn: 'y@mail', enabled: false }),
        person('2', { mail: 'y@mail' }),
      ],
      ['2 y'],
    ],
    [
      'the first ref of users with the same object id',
      [user('b', { objectId: '1' }), user('a', { objectId: '1' })],
      [person('1')],
      ['1 a'],
    ],
    [
      'the first ref of users with the same address',
      [user('z', { email: 'x@mail' }), x],
      [person('1', { mail: 'x@mail' }), person('2', { mail: 'x@mail' })],
      ['1 x'],
    ],
  ])('%s', (_, users, people, pairs) => {
    expect(join(users, people).pairs).toEqual(pairs);
    const joined = pairs.map(pair => pair.split(' ')[1]);
    expect(join(users, people).unmatched).toEqual(
      users
        .map(({ ref }) => ref)
        .filter(ref => !joined.includes(ref))
        .sort(),
    );
  });
});

describe('whatever the tenant and the catalog', () => {
  const address = fc.constantFrom('a@x', 'b@x', 'c@x', 'A@x');
  const id = fc.constantFrom('1', '2', '3', '4', '5', '6');
  const users = fc.uniqueArray(
    fc.record<User>({
      ref: fc.constantFrom('p', 'q', 'r', 's', 't', 'u'),
      objectId: fc.option(id),
      email: fc.option(address),
    }),
    { selector: ({ ref }) => ref },
  );
  const people = fc.uniqueArray(
    fc.record<Person>({
      id,
      upn: address,
      mail: fc.option(address),
      enabled: fc.option(fc.boolean()),
    }),
    { selector: one => one.id },
  );
  const inAnyOrder = <T>(all: T[]) =>
    fc.tuple(
      fc.constant(all),
      fc.shuffledSubarray(all, { minLength: all.length }),
    );

  it('no order changes who is joined', () => {
    fc.assert(
      fc.property(
        users.chain(inAnyOrder),
        people.chain(inAnyOrder),
        ([someUsers, otherUsers], [somePeople, otherPeople]) => {
          expect(join(otherUsers, otherPeople)).toEqual(
            join(someUsers, somePeople),
          );
        },
      ),
    );
  });

  it('everybody is joined once at most, and told as not matched otherwise', () => {
    fc.assert(
      fc.property(users, people, (someUsers, somePeople) => {
        const { pairs, unmatched } = join(someUsers, somePeople);
        const [ids, refs] = [0, 1].map(side =>
          pairs.map(pair => pair.split(' ')[side]),
        );
        expect(new Set(ids).size).toBe(ids.length);
        expect([...refs, ...unmatched].sort()).toEqual(
          someUsers.map(({ ref }) => ref).sort(),
        );
      }),
    );
  });

  it('who is joined by an address has a better claim than all others', () => {
    const rank = (one: Person, email: string) =>
      `${one.enabled === false}${one.upn.toLowerCase() !== email}${one.id}`;
    fc.assert(
      fc.property(users, people, (someUsers, somePeople) => {
        const named = new Set(someUsers.map(one => one.objectId));
        const others = somePeople.filter(one => !named.has(one.id));
        const open = someUsers
          .filter(one => one.objectId === null && one.email !== null)
          .sort((a, b) => (a.ref < b.ref ? -1 : 1));
        const emails = new Set(open.map(one => one.email!.toLowerCase()));
        const claimOf = (one: Person) =>
          [one.upn, one.mail]
            .map(value => value?.toLowerCase() ?? '')
            .find(value => emails.has(value));
        const expected = [...emails].flatMap(email => {
          const [best] = others
            .filter(one => claimOf(one) === email)
            .sort((a, b) => (rank(a, email) < rank(b, email) ? -1 : 1));
          const first = open.find(one => one.email!.toLowerCase() === email)!;
          return best ? [`${best.id} ${first.ref}`] : [];
        });
        const byId = somePeople.filter(one => named.has(one.id));
        const { pairs } = join(someUsers, somePeople);
        const byAddress = pairs.filter(
          pair => !byId.some(one => pair.startsWith(`${one.id} `)),
        );
        expect(byAddress).toEqual(expected.sort());
        expect(pairs).toHaveLength(byAddress.length + byId.length);
      }),
    );
  });
});

describe('teams of catalog users', () => {
  it('are found by user, each once, in any order', () => {
    const body = { title: 'team', parentRef: null, target: null };
    const forest = new TeamForest(['g', 'h'].map(ref => ({ ref, body })));
    const catalog = new CatalogPeople(forest);
    for (const ref of ['a', 'b', 'c']) {
      catalog.addUser(ref, { displayName: ref, objectId: ref, email: null });
    }
    for (const [userRef, groupRef] of [
      ['c', 'h'],
      ['a', 'g'],
      ['c', 'g'],
      ['c', 'h'],
      ['nobody', 'g'],
      ['b', 'no team'],
    ]) {
      catalog.addMembership(userRef, groupRef);
    }
    catalog.sortMemberships();
    const teams = ['a', 'b', 'c', 'd'].map(ref =>
      catalog.teamsOf(catalog.find(ref)),
    );
    expect(teams).toEqual([[0], [], [1, 0], []]);
  });
});
