import fc from 'fast-check';
import { RoleHolders } from './RoleHolders';

const all = {
  active: true,
  eligible: true,
  groups: true,
  groupEligibility: true,
};

const people = ['p1', 'p2', 'p3'];
const groups = ['g1', 'g2', 'g3'];
const roles = ['r1', 'r2', 'r3'];

const row = fc.oneof(
  fc.record({
    kind: fc.constantFrom('active' as const, 'eligible' as const),
    principalId: fc.constantFrom(...people, ...groups),
    roleDefinitionId: fc.constantFrom(...roles),
  }),
  fc.record({
    memberId: fc.constantFrom(...people),
    groupId: fc.constantFrom(...groups),
  }),
  fc.record({
    nestedId: fc.constantFrom(...groups),
    groupId: fc.constantFrom(...groups),
  }),
  fc.record({
    eligibleId: fc.constantFrom(...people, ...groups),
    groupId: fc.constantFrom(...groups),
  }),
);

type Row = typeof row extends fc.Arbitrary<infer R> ? R : never;

function holdersOf(rows: readonly Row[]): RoleHolders {
  const holders = new RoleHolders(all);
  for (const one of rows) {
    if ('kind' in one) {
      holders.add(one.kind, one);
    } else if ('memberId' in one) {
      holders.addMember(one);
    } else if ('nestedId' in one) {
      const { nestedId: memberId, groupId } = one;
      holders.addMember({ memberId, groupId, isGroup: true });
    } else {
      const { eligibleId: principalId, groupId } = one;
      holders.addEligibleMember({ principalId, groupId });
    }
  }
  return holders;
}

/** Of which groups somebody can become a member, found by asking until nothing new comes. */
function withinReach(
  rows: readonly Row[],
  own: readonly string[],
  reached = own,
): string[] {
  const next = rows.flatMap(one =>
    ('eligibleId' in one && reached.includes(one.eligibleId)) ||
    ('nestedId' in one && reached.includes(one.nestedId))
      ? [one.groupId]
      : [],
  );
  const more = [...new Set([...reached, ...next])];
  return more.length === reached.length
    ? reached.filter(id => !own.includes(id))
    : withinReach(rows, own, more);
}

it('comes to the same in whatever order rows come, and however often', () => {
  fc.assert(
    fc.property(
      fc.array(row, { maxLength: 20 }).chain(rows =>
        fc.tuple(
          fc.constant(rows),
          fc.shuffledSubarray([...rows, ...rows], {
            minLength: rows.length * 2,
          }),
        ),
      ),
      ([rows, shuffledTwice]) => {
        const one = holdersOf(rows);
        const other = holdersOf(shuffledTwice);
        for (const person of people) {
          expect(other.of(person)).toEqual(one.of(person));
        }
      },
    ),
  );
});

it('gives to each person what they and their groups hold, and what they can by becoming a member, each role once', () => {
  fc.assert(
    fc.property(fc.array(row, { maxLength: 20 }), rows => {
      const holders = holdersOf(rows);
      const held = (kinds: readonly string[], ids: readonly string[]) =>
        rows.flatMap(one =>
          'kind' in one &&
          kinds.includes(one.kind) &&
          ids.includes(one.principalId)
            ? [one.roleDefinitionId]
            : [],
        );
      for (const person of people) {
        const memberOf = rows.flatMap(one =>
          'memberId' in one && one.memberId === person ? [one.groupId] : [],
        );
        const own = [...new Set([person, ...memberOf])];
        const within = withinReach(rows, own);
        const { active, eligible } = holders.of(person);
        expect(active).toEqual([...new Set(held(['active'], own))].sort());
        expect(eligible).toEqual(
          [
            ...new Set([
              ...held(['eligible'], own),
              ...held(['active', 'eligible'], within),
            ]),
          ].sort(),
        );
      }
    }),
  );
});

const none = {
  active: false,
  eligible: false,
  groups: false,
  groupEligibility: false,
};

it.each([
  [none, [null, null]],
  [{ ...all, eligible: false }, [[], null]],
  [{ ...all, groupEligibility: false }, [[], []]],
  [all, [[], []]],
])('says of nobody in particular, where %j is known: %j', (known, expected) => {
  const roleless = new RoleHolders(known).of('x');
  expect([roleless.active, roleless.eligible]).toEqual(expected);
  expect(roleless).toMatchObject({
    groupsKnown: known.groups,
    groupEligibilityKnown: known.groupEligibility,
  });
});

it('tells what comes with a group although eligible roles were not read, and that it is a part', () => {
  const holders = new RoleHolders({ ...all, eligible: false });
  holders.add('active', { principalId: 'g1', roleDefinitionId: 'r1' });
  holders.addEligibleMember({ principalId: 'p1', groupId: 'g1' });
  expect(holders.of('p1')).toMatchObject({
    eligible: ['r1'],
    eligibleInPart: true,
  });
  expect(holders.of('p2')).toMatchObject({ eligible: null });
  expect(holders.of('p2')).not.toHaveProperty('eligibleInPart');
});

it('does not take a group of whose eligible members nothing came for one that has none', () => {
  const isKnown = (add: (holders: RoleHolders) => void) => {
    const holders = new RoleHolders(all);
    holders.addEligibleMember({ groupId: 'g1' });
    add(holders);
    return holders.of('p1').groupEligibilityKnown;
  };
  expect(isKnown(holders => holders.addGroup('g1'))).toBe(false);
  expect(
    isKnown(holders => holders.addMember({ memberId: 'p2', groupId: 'g1' })),
  ).toBe(false);
  // An app holds the role.
  expect(isKnown(holders => holders.addGroup('g2'))).toBe(true);
});

it('does not know who can become a member while a group in a group was not asked for', () => {
  const isKnown = (known: object, add: (holders: RoleHolders) => void) => {
    const holders = new RoleHolders({ ...all, ...known });
    holders.addMember({ memberId: 'g2', groupId: 'g1', isGroup: true });
    add(holders);
    return holders.of('p1').groupEligibilityKnown;
  };
  expect(isKnown({}, () => {})).toBe(false);
  expect(isKnown({ noEligibility: true }, () => {})).toBe(true);
  expect(
    isKnown({}, holders =>
      holders.addEligibleMember({ groupId: 'g2', nobody: true }),
    ),
  ).toBe(true);
  expect(
    isKnown({}, holders =>
      holders.addEligibleMember({ groupId: 'g2', principalId: 'p2' }),
    ),
  ).toBe(true);
  // Graph knows no such group.
  expect(
    isKnown({}, holders => holders.addEligibleMember({ groupId: 'g2' })),
  ).toBe(false);
});
