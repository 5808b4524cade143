import fc from 'fast-check';
import type { GroupsOfPerson } from '../scope/types';
import { ExceptionsInForce } from './ExceptionsInForce';
import type { InForce, Subject } from './types';

const teams = ['group:default/a', 'group:default/b'];
const numberOf = (ref: string) => teams.indexOf(ref);
const one = (id: string, subject: Subject, until: string): InForce => ({
  id,
  subject,
  until,
  approver: 'user:default/x',
});
const person = one('p', { kind: 'person', value: 'ada' }, '2026-12-01');
const group = one(
  'g',
  { kind: 'group', value: 'group:default/b' },
  '2026-12-02',
);
const inGroup = one(
  'eg',
  { kind: 'entra-group', value: 'sales' },
  '2026-12-02',
);
const rule = one('r', { kind: 'rule', value: '^ada@' }, '2026-12-03');

const groupsOf = (who: string): GroupsOfPerson =>
  new Map(who === 'ada' ? [] : [['sales', who === 'eve']]);

it.each([
  ['nothing', [], 'ada', [1], null],
  ['a person', [person], 'ada', [], 'p'],
  ['another person', [person], 'bob', [], null],
  ['a team', [group], 'bob', [0, 1], 'g'],
  ['another team', [group], 'bob', [0], null],
  ['a rule', [rule], 'ada', [], 'r'],
  ['the one that ends last', [person, group, rule], 'ada', [1], 'r'],
  ['the one that ends last of two', [person, group], 'ada', [1], 'g'],
  [
    'a team that the catalog does not have',
    [one('x', { kind: 'group', value: 'group:default/z' }, '2026-12-04')],
    'ada',
    [0],
    null,
  ],
  ['who is in a group', [inGroup], 'eve', [], 'eg'],
  ['who is known not to be in it', [inGroup], 'bob', [], null],
  ['of a group that is not known, nobody', [inGroup], 'ada', [], null],
  [
    'a group by its own id alone',
    [{ ...inGroup, id: 'x', subject: { kind: 'entra-group', value: 'other' } }],
    'eve',
    [],
    null,
  ],
  [
    'who approved it for a group of theirs',
    [{ ...inGroup, approver: 'user:default/eve' }],
    'eve',
    [],
    null,
  ],
  [
    'who approved one of two for their group',
    [
      { ...inGroup, approver: 'user:default/eve' },
      { ...inGroup, id: 'eg2', until: '2026-12-01' },
    ],
    'eve',
    [],
    'eg2',
  ],
  ['the group that ends last', [person, inGroup], 'eve', [], 'eg'],
  [
    'who ends later than the group',
    [rule, inGroup, one('p', { kind: 'person', value: 'eve' }, '2026-12-03')],
    'eve',
    [],
    'p',
  ],
] as [string, InForce[], string, number[], string | null][])(
  'finds %s',
  (_, exceptions, who, own, expected) => {
    const found = new ExceptionsInForce(exceptions, numberOf).find(
      who,
      `${who}@contoso.com`,
      own,
      groupsOf(who),
      [`user:default/${who}`],
    );
    expect(found?.id ?? null).toBe(expected);
  },
);

it('knows when the first ends, which is the end of its day', () => {
  const ends = new ExceptionsInForce([rule, person, group], numberOf).firstEnd;
  expect(ends).toEqual(new Date('2026-12-02T00:00:00Z'));
  expect(new ExceptionsInForce([], numberOf).firstEnd).toBeNull();
});

it('finds the same one in whatever order they are given', () => {
  const any = fc.record({
    id: fc.constantFrom('1', '2', '3', '4', '5', '6'),
    subject: fc.constantFrom<Subject>(
      person.subject,
      group.subject,
      rule.subject,
      inGroup.subject,
      { kind: 'rule', value: 'contoso' },
    ),
    until: fc.constantFrom('2026-12-01', '2026-12-02'),
    approver: fc.constant('user:default/x'),
  });
  fc.assert(
    fc.property(
      fc
        .uniqueArray(any, { selector: ({ id }) => id })
        .chain(some =>
          fc.tuple(
            fc.constant(some),
            fc.shuffledSubarray(some, { minLength: some.length }),
          ),
        ),
      ([some, shuffled]) => {
        const find = (exceptions: InForce[]) =>
          new ExceptionsInForce(exceptions, numberOf).find(
            'ada',
            'ada@contoso.com',
            [1],
            groupsOf('eve'),
            [],
          );
        const found = find(some);
        expect(find(shuffled)).toEqual(found);
        const latest = some.map(({ until }) => until).sort();
        expect(found?.until).toBe(latest[latest.length - 1]);
      },
    ),
  );
});
