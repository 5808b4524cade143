import type { WhatIf } from '@entra-mfa/backstage-plugin-entra-mfa-common';
import fc from 'fast-check';
import type { Knex } from 'knex';
import { TestDatabases } from '../__testUtils__/TestDatabases';
import {
  groupEntity,
  objectId,
  reportRow,
  userEntity,
  userRow,
} from '../__testUtils__/rows';
import { putException } from '../__testUtils__/exceptions';
import { startTestApi, type TestApi } from '../__testUtils__/startTestApi';
import { testRules, TestSync } from '../__testUtils__/TestSync';

jest.setTimeout(180_000);

const databases = TestDatabases.one();
const numbers = [1, 2, 3, 4, 5, 6, 7, 8];
const teams = ['a', 'b', 'c'];

/** One person at one moment; null where that side does not know them. */
const anyone = fc.record({
  user: fc.option(
    fc.record({
      displayName: fc.constantFrom('Ada', 'Bo', 'Cy'),
      accountEnabled: fc.boolean(),
      userType: fc.constantFrom('Member', 'Member', 'Guest'),
    }),
    { freq: 6 },
  ),
  report: fc.option(
    fc.record({
      isMfaRegistered: fc.boolean(),
      isMfaCapable: fc.boolean(),
      methodsRegistered: fc.subarray([
        'mobilePhone',
        'microsoftAuthenticatorPush',
        'externalAuthMethod',
      ]),
    }),
    { freq: 4 },
  ),
  teams: fc.option(fc.subarray(teams)),
});

const moment = fc.record({
  people: fc.array(anyone, {
    minLength: numbers.length,
    maxLength: numbers.length,
  }),
  /** Which team is below which changes, too. */
  parent: fc.constantFrom('a', undefined),
  rules: fc.record({
    basis: fc.constantFrom('registered' as const, 'capable' as const),
    countGuests: fc.boolean(),
    targetPermille: fc.constantFrom(900, 950),
  }),
  /** Whom an exception is approved for before that sync. */
  exempt: fc.option(fc.constantFrom(...numbers), { nil: null }),
});

type Moment = typeof moment extends fc.Arbitrary<infer M> ? M : never;

function show(sync: TestSync, { people, parent }: Moment) {
  const entities = people.flatMap((person, i) =>
    person.teams ? [userEntity(numbers[i], person.teams)] : [],
  );
  sync.source.pages = {
    users: [
      [
        // Somebody who stays: a directory is never empty.
        userRow(99),
        ...people.flatMap(({ user }, i) =>
          user ? [userRow(numbers[i], user)] : [],
        ),
      ],
    ],
    registrations: [
      [
        reportRow(99),
        ...people.flatMap(({ report }, i) =>
          report ? [reportRow(numbers[i], true, report)] : [],
        ),
      ],
    ],
    'catalog-users': [[userEntity(99), ...entities]],
    'catalog-groups': [
      [groupEntity('a'), groupEntity('b', parent), groupEntity('c', 'b')],
    ],
    'catalog-memberships': [[userEntity(99, ['a']), ...entities]],
  };
}

/** What speaks of now, whatever day is looked at. */
const ofNow = ['freshness', 'rulesVersionToday', 'tenants', 'left', 'erased'];

function withoutNow(body: unknown): unknown {
  return typeof body === 'object' && body !== null && !Array.isArray(body)
    ? Object.fromEntries(
        Object.entries(body).filter(([key]) => !ofNow.includes(key)),
      )
    : body;
}

/** What if nothing were otherwise: for the tenant, and for each team. */
const asIs = [
  '/what-if',
  ...teams.map(team => `/what-if?team=group:default/${team}`),
];

function questions(tenantId: string): string[] {
  return [
    '/overview',
    '/teams?sort=name&limit=200',
    ...teams.map(team => `/teams/group/default/${team}`),
    '/people?limit=200&count=true',
    '/people?limit=2&sort=since',
    '/people?state=unknown&count=true',
    '/people.csv',
    ...[...numbers, 99].map(
      number => `/people/${tenantId}/${objectId(number)}`,
    ),
    '/runs',
    '/changes?from=2026-11-21T09:00:00Z',
    '/unmatched?kind=catalog-user',
    '/unmatched?kind=report-row',
    ...asIs,
    '/what-if?phoneOff=true&countGuests=true',
    '/what-if?team=group:default/a&withoutExceptions=true',
  ];
}

/** Assessed again without an assumption, everybody is what they were, and all of them are counted. */
function expectAsIs({ shown, assumed }: WhatIf) {
  expect(assumed).toEqual(shown);
  const { states, people } = assumed.counts;
  const counted = Object.values(states).reduce((sum, one) => sum + one, 0);
  expect(counted).toBe(people);
}

async function answers(api: TestApi, tenantId: string, at?: string) {
  const told: Record<string, unknown> = {};
  for (const question of questions(tenantId)) {
    const name = question.startsWith('/changes') ? 'to' : 'at';
    const dated = at
      ? `${question.includes('?') ? '&' : '?'}${name}=${at}`
      : '';
    const { status, body, text } = await api.get(`${question}${dated}`);
    // A person may be unknown at that moment, and nothing else.
    expect(question.startsWith('/people/') ? [200, 404] : [200]).toContain(
      status,
    );
    if (asIs.includes(question)) {
      expectAsIs(body);
    }
    const cursorless = withoutNow(body) as { pageInfo?: unknown };
    // A cursor holds what was asked, and so the day.
    if (cursorless.pageInfo) {
      cursorless.pageInfo = Object.values(cursorless.pageInfo).map(Boolean);
    }
    told[question] = [
      status,
      status === 200 ? cursorless : null,
      question.endsWith('csv') ? text : null,
    ];
  }
  return told;
}

describe.each(databases.eachSupportedId())('on %s', databaseId => {
  let knex: Knex;
  let tenants = 0;

  beforeAll(async () => {
    knex = await databases.init(databaseId);
  });

  it('answers of any past snapshot what was answered then', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(moment, { minLength: 3, maxLength: 5 }),
        async moments => {
          tenants += 1;
          const tenantId = objectId(1000 + tenants);
          const sync = new TestSync(knex, { tenantId });
          const api = await startTestApi(sync, { exposure: 'off' });
          try {
            const then: [at: string, told: Record<string, unknown>][] = [];
            for (const one of moments) {
              show(sync, one);
              if (one.exempt !== null) {
                await putException(knex, {
                  tenantId,
                  id: `${tenants}-${then.length}`,
                  subject: objectId(one.exempt),
                  until: '2026-11-30',
                  requestedAt: sync.now,
                  approvedAt: sync.now,
                });
              }
              const rules = { ...testRules, ...one.rules };
              // Where much is gone at once, it is believed of the second reading.
              await sync.run({ rules }).catch(() => sync.run({ rules }));
              const at = sync.now.toISOString();
              then.push([at, await answers(api, tenantId)]);
            }
            for (const [at, told] of then) {
              expect(await answers(api, tenantId, at)).toEqual(told);
            }
          } finally {
            await api.stop();
          }
        },
      ),
      // A smaller example costs another portal each time.
      { numRuns: databaseId === 'SQLITE_3' ? 6 : 2, endOnFailure: true },
    );
  });
});
