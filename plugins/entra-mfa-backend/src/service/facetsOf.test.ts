import type { PeopleGroup } from '../store/read/countPeopleGroups';
import { facetsOf, presetsOf, type FacetFilter } from './facetsOf';

const group = (people: number, rest: Partial<PeopleGroup>): PeopleGroup => ({
  state: 'covered',
  reason: 'registered',
  scopeClass: null,
  scopeRule: null,
  tier: 'app-or-token',
  marks: [],
  privileged: false,
  isFound: true,
  ages: ['not-registered', 'privileged-without-mfa', 'phone-only'],
  people,
  ...rest,
});
const uncovered = { state: 'uncovered', reason: 'not-registered' } as const;
const groups = [
  group(100, {}),
  group(20, { tier: 'phone', marks: ['phone-only', 'phone-default'] }),
  group(3, { ...uncovered, tier: 'none', privileged: true }),
  group(4, {
    ...uncovered,
    reason: 'no-row',
    tier: null,
    ages: ['not-registered', 'new-without-method'],
  }),
  group(5, {
    state: 'out-of-scope',
    reason: 'guest',
    scopeClass: 'guest',
    scopeRule: 'Partners',
    tier: 'phone',
    marks: ['phone-only'],
    privileged: null,
  }),
  group(1_000, { ...uncovered, tier: 'none', isFound: false }),
];

it.each<[FacetFilter, string]>([
  [
    {},
    'covered 120, uncovered 7, out-of-scope 5; registered 120, not-registered 3, no-row 4, guest 5; none 3, phone 25, app-or-token 100, no-row 4; guest 5; phone-only 25, phone-default 20; true 3, false 124; Partners 5',
  ],
  // A filter does not narrow its own counts.
  [
    { state: ['uncovered'] },
    'covered 120, uncovered 7, out-of-scope 5; not-registered 3, no-row 4; none 3, no-row 4; ; ; true 3, false 4; ',
  ],
  [
    { state: [], mark: ['phone-only', 'phone-default'] },
    'covered 20, out-of-scope 5; registered 20, guest 5; phone 25; guest 5; phone-only 25, phone-default 20; false 20; Partners 5',
  ],
  [
    { state: ['covered'], tier: ['phone', 'no-row'], privileged: false },
    'covered 20, uncovered 4; registered 20; phone 20, app-or-token 100; ; phone-only 20, phone-default 20; false 20; ',
  ],
  [{ scopeRule: ['Gone'] }, '; ; ; ; ; ; Partners 5'],
  [{ privileged: true, reason: ['guest'] }, '; not-registered 3; ; ; ; ; '],
])('%j', (filter, expected) => {
  const facets = facetsOf(groups, filter);
  const told = Object.values(facets).map(values =>
    values
      .filter(({ count }) => count > 0)
      .map(({ value, count }) => `${value} ${count}`)
      .join(', '),
  );
  expect(told.join('; ')).toBe(expected);
});

it('counts presets over everybody, whatever else is filtered by', () => {
  expect(presetsOf(groups)).toEqual([
    { id: 'not-registered', count: 1_007 },
    { id: 'at-risk-without-mfa', count: 0 },
    { id: 'privileged-without-mfa', count: 3 },
    { id: 'phone-only', count: 20 },
    { id: 'new-without-method', count: 4 },
    { id: 'shared-mailbox', count: 0 },
  ]);
  const shared = group(2, {
    ...uncovered,
    marks: ['shared-mailbox'],
    ages: ['not-registered', 'shared-mailbox'],
  });
  expect(presetsOf([...groups, shared])).toContainEqual({
    id: 'shared-mailbox',
    count: 2,
  });
});
