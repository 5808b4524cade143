import fc from 'fast-check';
import { RoleHolders } from './RoleHolders';

const all = { active: true, eligible: true, groups: true };

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
);

type Row = typeof row extends fc.Arbitrary<infer R> ? R : never;

function holdersOf(rows: readonly Row[]): RoleHolders {
  const holders = new RoleHolders(all);
  for (const one of rows) {
    if ('kind' in one) {
      holders.add(one.kind, one);
    } else {
      holders.addMember(one);
    }
  }
  return holders;
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

it('gives to each person what they and their groups hold, each role once', () => {
  fc.assert(
    fc.property(fc.array(row, { maxLength: 20 }), rows => {
      const holders = holdersOf(rows);
      for (const person of people) {
        const principals = rows.flatMap(one =>
          'memberId' in one && one.memberId === person ? [one.groupId] : [],
        );
        principals.push(person);
        for (const kind of ['active', 'eligible'] as const) {
          const expected = new Set(
            rows.flatMap(one =>
              'kind' in one &&
              one.kind === kind &&
              principals.includes(one.principalId)
                ? [one.roleDefinitionId]
                : [],
            ),
          );
          expect(holders.of(person)[kind]).toEqual([...expected].sort());
        }
      }
    }),
  );
});

it.each([
  [{ active: false, eligible: false, groups: false }, [null, null]],
  [{ active: true, eligible: false, groups: true }, [[], null]],
  [all, [[], []]],
])('says of nobody in particular, where %j is known: %j', (known, expected) => {
  const { active, eligible, groupsKnown } = new RoleHolders(known).of('x');
  expect([active, eligible]).toEqual(expected);
  expect(groupsKnown).toBe(known.groups);
});
