import fc from 'fast-check';
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
const rule = one('r', { kind: 'rule', value: '^ada@' }, '2026-12-03');

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
])('finds %s', (_, exceptions, who, own, expected) => {
  const found = new ExceptionsInForce(exceptions, numberOf).find(
    who,
    `${who}@contoso.com`,
    own,
  );
  expect(found?.id ?? null).toBe(expected);
});

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
          );
        const found = find(some);
        expect(find(shuffled)).toEqual(found);
        const latest = some.map(({ until }) => until).sort();
        expect(found?.until).toBe(latest[latest.length - 1]);
      },
    ),
  );
});
