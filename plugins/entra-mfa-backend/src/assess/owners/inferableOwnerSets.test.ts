import fc from 'fast-check';
import { inferableOwnerSets, type SharedSet } from './inferableOwnerSets';

/** Company (40) has Payments (12) and Field (20); Guild (9) and Desk (3) stand alone. */
const sizes: Record<string, number> = {
  company: 40,
  payments: 12,
  field: 20,
  guild: 9,
  desk: 3,
};
const teams = {
  sizeOf: (ref: string): number | undefined => sizes[ref],
  above: (ref: string) =>
    ref === 'payments' || ref === 'field' ? ['company'] : [],
};
const set = (inScope: number, ...owners: string[]): SharedSet => ({
  key: owners.join('+'),
  owners,
  inScope,
});
const tells = (sets: SharedSet[], hideBelow = 5) => [
  ...inferableOwnerSets(sets, hideBelow, teams),
];

it.each<[string, SharedSet[], string[]]>([
  ['of teams apart', [set(21, 'payments', 'guild')], []],
  ['one more than a team', [set(13, 'payments', 'guild')], ['payments+guild']],
  ['with two in common', [set(19, 'payments', 'guild')], ['payments+guild']],
  ['with five in common', [set(27, 'field', 'payments')], []],
  ['of the people of one of them', [set(12, 'payments', 'desk')], []],
  ['with a User besides', [set(13, 'payments', 'user')], ['payments+user']],
  ['with a User who is in the team', [set(12, 'payments', 'user')], []],
  ['with nobody found besides', [set(12, 'payments', 'gone')], []],
  [
    'all but three of the team above',
    [set(37, 'payments', 'field')],
    ['payments+field'],
  ],
  [
    'one more than another set',
    [set(21, 'payments', 'guild'), set(22, 'payments', 'guild', 'user')],
    ['payments+guild+user'],
  ],
  [
    'one more than another set, of which the order is another',
    [set(22, 'payments', 'guild', 'user'), set(21, 'guild', 'payments')],
    ['payments+guild+user'],
  ],
  [
    'of more owners than can be compared',
    [set(33, 'payments', 'guild', 'a', 'b', 'c', 'd', 'e')],
    ['payments+guild+a+b+c+d+e'],
  ],
])('%s', (_, sets, expected) => {
  expect(tells(sets)).toEqual(expected);
});

it('hides nothing where nothing is small', () => {
  expect(tells([set(13, 'payments', 'guild')], 0)).toEqual([]);
  expect(tells([set(13, 'payments', 'guild')], 1)).toEqual([]);
});

const member = fc.record({ payments: fc.boolean(), guild: fc.boolean() });

it('never leaves the people of one team alone, or of both, below the limit', () => {
  fc.assert(
    fc.property(
      fc.array(member, { maxLength: 40 }),
      fc.integer({ min: 2, max: 6 }),
      (people, hideBelow) => {
        const count = (fits: (one: (typeof people)[number]) => boolean) =>
          people.filter(fits).length;
        const both = [
          set(
            count(one => one.payments || one.guild),
            'payments',
            'guild',
          ),
        ];
        const shown =
          inferableOwnerSets(both, hideBelow, {
            sizeOf: ref => count(one => one[ref as 'payments' | 'guild']),
            above: () => [],
          }).size === 0;
        const parts = [
          count(one => one.payments && !one.guild),
          count(one => one.guild && !one.payments),
          count(one => one.payments && one.guild),
        ];
        const isSame =
          both[0].inScope === count(one => one.payments) ||
          both[0].inScope === count(one => one.guild);
        expect(shown).toBe(
          isSame || parts.every(size => size === 0 || size >= hideBelow),
        );
      },
    ),
  );
});
