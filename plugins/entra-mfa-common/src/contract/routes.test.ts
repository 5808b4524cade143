import { peopleQuerySchema } from './people';
import { routes } from './routes';
import { atQuerySchema, entityRefSchema } from './shared';
import { teamsQuerySchema } from './teams';

it.each(Object.entries(routes))(
  '%s has a parameter for each hole of its path',
  (_, route) => {
    const holes = [...route.path.matchAll(/\{(\w+)\}/g)].map(
      ([, name]) => name,
    );
    expect(Object.keys(route.params.shape)).toEqual(holes);
  },
);

it.each([
  ['2026-11-21', true],
  ['2026-11-21T08:00:00Z', true],
  ['2026-11-21T08:00:00.123+02:00', true],
  ['2026-11-31', false],
  ['2026-11', false],
  ['21.11.2026', false],
  ['yesterday', false],
])('at=%s is a time: %s', (at, expected) => {
  expect(atQuerySchema.safeParse({ at }).success).toBe(expected);
});

it.each([
  ['group:default/payments', true],
  ['payments', false],
  ['default/payments', false],
  ['group:default/payments/checkout', false],
])('%s is an entity ref: %s', (ref, expected) => {
  expect(entityRefSchema.safeParse(ref).success).toBe(expected);
});

it('reads filters as a query string gives them', () => {
  expect(
    peopleQuerySchema.parse({
      state: 'covered,uncovered',
      tier: ['phone', 'none'],
      privileged: 'true',
      subTeams: 'false',
      limit: '20',
    }),
  ).toEqual({
    state: ['covered', 'uncovered'],
    tier: ['phone', 'none'],
    privileged: true,
    subTeams: false,
    limit: 20,
    sort: 'privileged',
    count: false,
    facets: false,
  });
});

it.each([
  { state: 'lost' },
  { tier: 'strong' },
  { privileged: 'yes' },
  { limit: '0' },
  { limit: '1.5' },
  { sort: 'size' },
])('refuses %j', query => {
  expect(peopleQuerySchema.safeParse(query).success).toBe(false);
});

it('sorts teams by the people that are short when nothing is said', () => {
  expect(teamsQuerySchema.parse({})).toEqual({
    limit: 50,
    sort: 'short',
    count: false,
  });
});
