import fc from 'fast-check';
import { CatalogPeople } from './CatalogPeople';
import { TeamHierarchy } from './TeamHierarchy';

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
  const catalog = new CatalogPeople(new TeamHierarchy([]));
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
  const joined = people.map(({ id }) => ({
    id,
    refs: catalog.usersOf(id).map(number => catalog.refOf(number)),
  }));
  for (const { refs } of joined) {
    expect(refs).toEqual([...refs].sort());
  }
  return {
    pairs: joined
      .flatMap(({ id, refs }) => refs.map(ref => `${id} ${ref}`))
      .sort(),
    several: [...catalog.several()].map(refs => refs.join(' ')).sort(),
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
      'both users of a person whose name and mail they have',
      [x, user('y', { email: 'y@mail' })],
      [person('1', { mail: 'x@mail', upn: 'y@mail' })],
      ['1 x', '1 y'],
    ],
    [
      'one of two users, where the other is somebody else’s',
      [x, user('y', { email: 'y@mail' })],
      [
        person('1', { mail: 'x@mail', upn: 'y@mail', enabled: false }),
        person('2', { mail: 'y@mail' }),
      ],
      ['1 x', '2 y'],
    ],
    [
      'all users with the same object id',
      [user('b', { objectId: '1' }), user('a', { objectId: '1' })],
      [person('1')],
      ['1 a', '1 b'],
    ],
    [
      'all users with the same address, to one person',
      [user('z', { email: 'x@mail' }), x],
      [person('1', { mail: 'x@mail' }), person('2', { mail: 'x@mail' })],
      ['1 x', '1 z'],
    ],
    [
      'one user by object id and another by mail',
      [user('a', { objectId: '1' }), x],
      [person('1', { mail: 'x@mail' })],
      ['1 a', '1 x'],
    ],
    [
      'one user by object id and another by name',
      [user('a', { objectId: '1' }), x],
      [person('1', { upn: 'x@mail' }), person('2', { mail: 'x@mail' })],
      ['1 a', '1 x'],
    ],
    [
      'a mail to who has no other user, before who has one by name',
      [user('y', { email: 'y@mail' }), x],
      [
        person('1', { mail: 'x@mail', upn: 'y@mail' }),
        person('2', { mail: 'x@mail' }),
      ],
      ['1 y', '2 x'],
    ],
    [
      'one user where name and mail are the same address',
      [x],
      [person('1', { mail: 'x@mail', upn: 'X@mail' })],
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

  it('every user is one person’s or told as not matched', () => {
    fc.assert(
      fc.property(users, people, (someUsers, somePeople) => {
        const { pairs, several, unmatched } = join(someUsers, somePeople);
        const refs = pairs.map(pair => pair.split(' ')[1]);
        const refsOf = (personId: string) =>
          pairs.flatMap(pair =>
            pair.startsWith(`${personId} `) ? pair[2] : [],
          );
        expect(several).toEqual(
          somePeople
            .map(({ id: one }) => refsOf(one))
            .filter(({ length }) => length > 1)
            .map(all => all.join(' '))
            .sort(),
        );
        expect([...refs, ...unmatched].sort()).toEqual(
          someUsers.map(({ ref }) => ref).sort(),
        );
      }),
    );
  });

  it('who is joined by an address has a better claim than all others', () => {
    fc.assert(
      fc.property(users, people, (someUsers, somePeople) => {
        const named = new Set(someUsers.map(one => one.objectId));
        const emailOf = (one: User) =>
          one.objectId === null ? one.email?.toLowerCase() : undefined;
        const emails = new Set(someUsers.flatMap(one => emailOf(one) ?? []));
        const rank = (one: Person, email: string) => {
          const hasOther =
            named.has(one.id) || emails.has(one.upn.toLowerCase());
          const isName = one.upn.toLowerCase() === email;
          return `${one.enabled === false}${isName ? 0 : 1}${hasOther}${
            one.id
          }`;
        };
        const ownerOf = (email: string) =>
          somePeople
            .filter(one =>
              [one.upn, one.mail].some(value => value?.toLowerCase() === email),
            )
            .sort((a, b) => (rank(a, email) < rank(b, email) ? -1 : 1))[0];
        const expected = someUsers.flatMap(one => {
          const email = emailOf(one);
          const owner =
            one.objectId === null
              ? email && ownerOf(email)?.id
              : somePeople.find(other => other.id === one.objectId)?.id;
          return owner ? [`${owner} ${one.ref}`] : [];
        });
        expect(join(someUsers, somePeople).pairs).toEqual(expected.sort());
      }),
      { numRuns: 1_000 },
    );
  });
});

describe('teams of catalog users', () => {
  it('are found by user, each once, in any order', () => {
    const body = { title: 'team', parentRef: null, target: null };
    const forest = new TeamHierarchy(['g', 'h'].map(ref => ({ ref, body })));
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
      catalog.teamsOf(catalog.usersOf(ref)),
    );
    expect(teams).toEqual([[0], [], [1, 0], []]);
  });

  it('are those of all users of a person, each once', () => {
    const body = { title: 'team', parentRef: null, target: null };
    const forest = new TeamHierarchy(
      ['g', 'h', 'i'].map(ref => ({ ref, body })),
    );
    const catalog = new CatalogPeople(forest);
    for (const ref of ['a', 'b']) {
      catalog.addUser(ref, { displayName: ref, objectId: '1', email: null });
    }
    for (const [userRef, groupRef] of [
      ['a', 'g'],
      ['a', 'h'],
      ['b', 'h'],
      ['b', 'i'],
    ]) {
      catalog.addMembership(userRef, groupRef);
    }
    catalog.sortMemberships();
    expect(catalog.teamsOf(catalog.usersOf('1'))).toEqual([0, 1, 2]);
  });
});
