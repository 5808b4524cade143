import {
  peoplePresetIds,
  peoplePresets,
  personMarks,
  personStates,
  tierFilters,
} from '@entra-mfa/backstage-plugin-entra-mfa-common';
import { routes } from '@entra-mfa/backstage-plugin-entra-mfa-common/contract';
import fc from 'fast-check';
import { TestDatabases } from '../__testUtils__/TestDatabases';
import { objectId, reportRow, userRow } from '../__testUtils__/rows';
import {
  startTestApi,
  type Caller,
  type TestApi,
} from '../__testUtils__/startTestApi';
import { createTestTenant } from '../__testUtils__/testTenant';

jest.setTimeout(60_000);

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });

/** Few filters at a time: with many, nobody is found. */
const seldom = <T>(given: fc.Arbitrary<T>) =>
  fc.oneof(
    { weight: 3, arbitrary: fc.constant(undefined) },
    { weight: 1, arbitrary: given },
  );
const someOf = <T>(...values: T[]) =>
  seldom(fc.subarray(values, { minLength: 1, maxLength: 2 }));
const oneOf = <T>(...values: T[]) => seldom(fc.constantFrom(...values));

const filters = fc.record({
  state: someOf(...personStates),
  reason: someOf('registered', 'not-registered', 'no-row-yet', 'guest'),
  tier: someOf(...tierFilters),
  scopeClass: someOf('guest', 'disabled'),
  mark: someOf('phone-only', 'at-risk', 'registered-not-capable'),
  privileged: oneOf(true, false),
  team: oneOf('group:default/payments', 'group:default/field'),
  subTeams: oneOf(false),
  q: oneOf('person 1'),
  inCatalog: oneOf(true, false),
  method: oneOf('mobilePhone'),
  minAgeDays: oneOf(14),
  maxAgeDays: oneOf(90),
});

const queryOf = (filter: object) =>
  new URLSearchParams(
    Object.entries(filter).flatMap(([key, value]) =>
      value === undefined ? [] : [[key, String(value)]],
    ),
  ).toString();

describe.each(databases.eachSupportedId())('facets on %s', databaseId => {
  let api: TestApi;

  beforeAll(async () => {
    const sync = await createTestTenant(await databases.init(databaseId));
    const { pages } = sync.source;
    pages.users!.push(
      [21, 22].map(number =>
        userRow(number, { createdDateTime: '2026-10-01T00:00:00Z' }),
      ),
    );
    pages.registrations!.push([21, 22].map(number => reportRow(number, false)));
    pages['risky-users'] = [
      [1, 2, 3, 21].map(number => ({
        id: objectId(number),
        riskState: 'atRisk',
      })),
    ];
    pages['role-assignments'] = [
      [2, 3, 21].map(number => ({
        id: `assignment-${number}`,
        principalId: objectId(number),
        roleDefinitionId: '62e90394-69f5-4237-9190-012177145e10',
        directoryScopeId: '/',
      })),
    ];
    await sync.run();
    api = await startTestApi(sync);
  });

  afterAll(() => api.stop());

  const people = async (filter: object, caller: Caller = 'security') => {
    const { body } = await api.get(
      `/people?limit=1&count=true&${queryOf(filter)}`,
      caller,
    );
    return routes.getPeople.response.parse(body);
  };

  it('count what the list finds with each value', async () => {
    await fc.assert(
      fc.asyncProperty(
        filters,
        fc.constantFrom(
          'state',
          'reason',
          'tier',
          'scopeClass',
          'mark',
          'privileged',
        ),
        fc.constantFrom<Caller>('security', 'lead'),
        async (filter, name, caller) => {
          const facetOf = async (asked: object) => {
            const { facets } = await people({ ...asked, facets: true }, caller);
            return facets![name];
          };
          const values = await facetOf({ ...filter, [name]: undefined });
          expect(await facetOf(filter)).toEqual(values);
          // Of most values there is nobody, and of the first often.
          for (const { value, count } of values.filter(
            (one, i) => one.count > 0 || i === 0,
          )) {
            const alone = await people({ ...filter, [name]: value }, caller);
            expect([value, count]).toEqual([value, alone.totalItems]);
          }
        },
      ),
      { numRuns: databaseId === 'SQLITE_3' ? 40 : 10 },
    );
  });

  it('have every value, and each person at one state, reason and tier', async () => {
    const { facets, totalItems } = await people({ facets: true });
    for (const name of ['state', 'reason', 'tier', 'privileged'] as const) {
      const sum = facets![name].reduce((all, { count }) => all + count, 0);
      expect([name, sum]).toEqual([name, totalItems]);
    }
    expect(facets!.mark.map(({ value }) => value)).toEqual([...personMarks]);
  });

  it.each([
    {},
    { team: 'group:default/checkout', state: ['covered'], method: 'fido2' },
    { q: 'person 2', privileged: false, maxAgeDays: 5 },
  ])('count presets in a team or by a text, beside %j', async filter => {
    const { presets } = await people({ ...filter, facets: true });
    // Nobody chose to read when people signed in, or what mailboxes are for.
    expect(presets!.map(({ id }) => id)).toEqual(
      peoplePresetIds.filter(
        id => id !== 'no-sign-in' && id !== 'shared-mailbox',
      ),
    );
    const { team, q } = filter as { team?: string; q?: string };
    for (const { id, count } of presets!) {
      const { totalItems } = await people({ team, q, ...peoplePresets[id] });
      expect([id, count]).toEqual([id, totalItems]);
    }
  });

  it('find somebody for each preset', async () => {
    const { presets } = await people({ facets: true });
    expect(presets!.map(({ count }) => count)).toEqual([5, 2, 2, 1, 2]);
  });

  it('are of whom the caller may see, and of nobody for who sees nobody', async () => {
    const seen = await people({ facets: true }, 'lead');
    const sum = seen.facets!.state.reduce((all, { count }) => all + count, 0);
    expect(sum).toBe(seen.totalItems);
    expect(sum).toBeLessThan((await people({})).totalItems!);
    const none = await people({ facets: true }, 'countsOnly');
    expect(none).not.toHaveProperty('facets');
    expect(none).not.toHaveProperty('presets');
    expect(await people({})).not.toHaveProperty('facets');
  });
});
