import { personStates } from '@entra-mfa/backstage-plugin-entra-mfa-common';
import fc from 'fast-check';
import type { Owner, OwnersCounts } from './OwnersCounter';
import { OwnersRollUp } from './OwnersRollUp';

const owner = (rest: Partial<Owner> = {}): Owner => ({
  state: 'covered',
  marks: [],
  phoneEnds: null,
  privileged: false,
  ...rest,
});
const uncovered = owner({ state: 'uncovered' });

/** Payments is team 0, Checkout below it team 1, Field team 2. */
const teams = ['group:default/payments', 'group:default/checkout', 'group:a/b'];
const teamNumber = (ref: string) => teams.indexOf(ref);
const inCheckout = [1, 0];

type Person = [owner: Owner, place: { entityRefs: string[]; teams: number[] }];

function countsOf(owners: string[], people: Person[]): OwnersCounts {
  const rollUp = new OwnersRollUp(new Map([['set', owners]]), teamNumber);
  for (const [one, place] of people) {
    rollUp.add(one, place);
  }
  const [{ owner_set, ...counts }] = rollUp.counts();
  return counts;
}

const ada = { entityRefs: ['user:default/ada'], teams: inCheckout };
const tom = { entityRefs: ['user:default/tom'], teams: [2] };
const nowhere = { entityRefs: [], teams: [] };

it.each<[string, string[], Person[], Partial<OwnersCounts>]>([
  ['nobody', [teams[0]], [], { people: 0, covered: 0, owners_not_found: 0 }],
  ['a team', [teams[2]], [[uncovered, tom]], { people: 1, uncovered: 1 }],
  ['a team above', [teams[0]], [[uncovered, ada]], { uncovered: 1 }],
  ['no other team', [teams[2]], [[uncovered, ada]], { people: 0 }],
  [
    'a person in two teams that own it, once',
    [teams[0], teams[1]],
    [
      [uncovered, ada],
      [owner(), { entityRefs: [], teams: [0] }],
    ],
    { people: 2, covered: 1, uncovered: 1 },
  ],
  [
    'a person who owns it by themselves and through a team, once',
    [teams[0], 'user:default/ada'],
    [[uncovered, ada]],
    { people: 1, uncovered: 1, owners_not_found: 0 },
  ],
  [
    'a person who owns it by two Users, once',
    ['user:default/ada', 'user:hr/a.berg'],
    [
      [
        uncovered,
        { entityRefs: ['user:default/ada', 'user:hr/a.berg'], teams: [] },
      ],
    ],
    { people: 1, uncovered: 1, owners_not_found: 0 },
  ],
  [
    'a person by whichever of their Users',
    ['user:hr/a.berg'],
    [
      [
        uncovered,
        { entityRefs: ['user:default/ada', 'user:hr/a.berg'], teams: [] },
      ],
    ],
    { people: 1, uncovered: 1, owners_not_found: 0 },
  ],
  [
    'a user',
    ['user:default/tom'],
    [
      [uncovered, tom],
      [uncovered, ada],
      [uncovered, nowhere],
    ],
    { people: 1, uncovered: 1, owners_not_found: 0 },
  ],
  [
    'a group that the catalog does not have',
    ['group:default/gone', teams[2]],
    [[owner(), tom]],
    { people: 1, covered: 1, owners_not_found: 1 },
  ],
  [
    'a user whom this tenant does not have',
    ['user:default/elsewhere'],
    [[owner(), tom]],
    { people: 0, owners_not_found: 1 },
  ],
  [
    'an owner of another kind',
    ['system:default/billing'],
    [[owner(), tom]],
    { people: 0, owners_not_found: 1 },
  ],
  [
    'states apart',
    [teams[2]],
    [
      [owner({ state: 'unknown' }), tom],
      [owner({ state: 'exempt' }), { entityRefs: [], teams: [2] }],
      [owner({ state: 'out-of-scope' }), { entityRefs: [], teams: [2] }],
    ],
    { people: 3, covered: 0, uncovered: 0, unknown: 1, exempt: 1 },
  ],
  [
    'who has only a phone, in scope',
    [teams[2]],
    [
      [owner({ marks: ['phone-only'] }), tom],
      [owner({ marks: ['phone-only'], state: 'out-of-scope' }), tom],
    ],
    { phone_only: 1, covered: 1 },
  ],
  [
    'privileged people who are uncovered',
    [teams[2]],
    [
      [owner({ state: 'uncovered', privileged: true }), tom],
      [owner({ privileged: true }), tom],
      [uncovered, tom],
    ],
    { privileged_uncovered: 1, uncovered: 2 },
  ],
  [
    'privileged as not known where it is not known of one',
    [teams[2]],
    [
      [owner({ state: 'uncovered', privileged: true }), tom],
      [owner({ state: 'uncovered', privileged: null }), tom],
    ],
    { privileged_uncovered: null },
  ],
  [
    'nobody privileged and uncovered where nobody is uncovered',
    [teams[2]],
    [[owner({ privileged: null }), tom]],
    { privileged_uncovered: 0 },
  ],
])('counts %s', (_, owners, people, expected) => {
  expect(countsOf(owners, people)).toMatchObject(expected);
});

const anyPerson = fc.record({
  state: fc.constantFrom(...personStates),
  phone: fc.boolean(),
  privileged: fc.constantFrom(true, false, null),
  entityRefs: fc.subarray(['user:x/0', 'user:x/1']),
  teams: fc.subarray([0, 1, 2]),
});

it('counts the distinct people of the owners, in whatever order they come', () => {
  fc.assert(
    fc.property(
      fc.array(anyPerson, { maxLength: 12 }),
      fc.subarray([...teams, 'user:x/0', 'user:x/1', 'group:x/gone'], {
        minLength: 1,
      }),
      (some, owners) => {
        const people = some.map(
          (one): Person => [
            owner({
              state: one.state,
              marks: one.phone ? ['phone-only'] : [],
              privileged: one.privileged,
            }),
            one,
          ],
        );
        const counts = countsOf(owners, people);
        const distinct = some.filter(
          one =>
            one.entityRefs.some(ref => owners.includes(ref)) ||
            one.teams.some(team => owners.includes(teams[team])),
        );
        expect(counts.people).toBe(distinct.length);
        expect(counts.uncovered).toBe(
          distinct.filter(one => one.state === 'uncovered').length,
        );
        expect(countsOf([...owners].reverse(), [...people].reverse())).toEqual(
          counts,
        );
        // Nobody is lost or counted twice: more owners never mean fewer people, nor more than the sum.
        const each = owners.map(one => countsOf([one], people).people);
        expect(counts.people).toBeGreaterThanOrEqual(Math.max(...each));
        expect(counts.people).toBeLessThanOrEqual(
          each.reduce((sum, one) => sum + one, 0),
        );
      },
    ),
  );
});
