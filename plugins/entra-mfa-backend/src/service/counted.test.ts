import {
  personMarks,
  personStates,
  scopeClasses,
  stateReasons,
  tierFilters,
  type People,
} from '@entra-mfa/backstage-plugin-entra-mfa-common';
import { routes } from '@entra-mfa/backstage-plugin-entra-mfa-common/contract';
import fc from 'fast-check';
import { objectId } from '../__testUtils__/rows';
import { TestDatabases } from '../__testUtils__/TestDatabases';
import {
  startTestApi,
  type Caller,
  type TestApi,
} from '../__testUtils__/startTestApi';
import { createTestTenant } from '../__testUtils__/testTenant';

jest.setTimeout(120_000);

const databases = TestDatabases.create();
const inScope = 'state=covered,uncovered,unknown,exempt';
const payments = 'team=group:default/payments';

describe.each(databases.eachSupportedId())(
  'how many a filter counts, on %s',
  databaseId => {
    let api: TestApi;

    const ask = async (query: string, caller: Caller): Promise<People> => {
      const { body, status } = await api.get(
        `/people?limit=200&count=true&${query}`,
        caller,
      );
      expect(status).toBe(200);
      return routes.getPeople.response.parse(body);
    };
    const counted = async (query: string, caller: Caller) =>
      (await ask(query, caller)).counted;

    describe('where no team is too small', () => {
      beforeAll(async () => {
        const sync = await createTestTenant(await databases.init(databaseId));
        sync.source.pages['risky-users'] = [
          [1, 2].map(number => ({ id: objectId(number), riskState: 'atRisk' })),
        ];
        await sync.run();
        api = await startTestApi(sync);
      });

      afterAll(() => api.stop());

      it.each([
        ['', 11],
        ['state=uncovered', 3],
        ['state=covered,uncovered', 8],
        ['state=uncovered,uncovered', 3],
        [inScope, 9],
        ['state=out-of-scope', 2],
        ['reason=no-row-yet', 1],
        ['state=unknown&reason=no-row-yet', 1],
        ['state=covered&reason=no-row-yet', 0],
        ['scopeClass=guest', 1],
        ['scopeClass=guest,disabled', 2],
        ['scopeClass=guest&state=out-of-scope', 1],
        [`tier=phone&${inScope}`, 1],
        [`tier=no-row&${inScope}`, 1],
        [`tier=no-row,phone&${inScope}`, 2],
        [`mark=phone-only&${inScope}`, 1],
        [`mark=at-risk&${inScope}`, 2],
        ['mark=at-risk&state=uncovered', 1],
        [`${payments}&mark=at-risk&state=uncovered`, 1],
        [`mark=windows-hello-only&${inScope}`, 0],
        [`method=mobilePhone&${inScope}`, 1],
        [`method=fido&${inScope}`, 0],
        [`inCatalog=false&${inScope}`, 1],
        [payments, 5],
        [`${payments}&state=uncovered`, 1],
        [`${payments}&mark=phone-only&${inScope}`, 1],
        [`${payments}&subTeams=false&state=uncovered`, 0],
        [`${payments}&subTeams=false&state=covered,uncovered`, 2],
      ])(
        'tells who may count as many as security finds: %s',
        async (query, people) => {
          expect((await ask(query, 'security')).totalItems).toBe(people);
          for (const caller of ['security', 'countsOnly', 'lead'] as const) {
            expect([caller, await counted(query, caller)]).toEqual([
              caller,
              people,
            ]);
          }
        },
      );

      it.each([
        'q=person2',
        'state=uncovered&q=person2',
        'entityRef=user:default/person2&state=uncovered',
        'exception=of-2',
        'role=a&state=uncovered',
        'tier=phone',
        'tier=phone&state=covered',
        `tier=phone&mark=phone-only&${inScope}`,
        `mark=phone-only,registered-not-capable&${inScope}`,
        'mark=phone-only',
        'mark=at-risk&state=covered',
        'mark=phone-only&state=uncovered',
        'method=mobilePhone',
        'inCatalog=true&state=uncovered',
        'privileged=false',
        `${payments}&subTeams=false`,
        `${payments}&subTeams=false&state=unknown`,
        `${payments}&scopeClass=disabled`,
        'team=group:default/nothing',
      ])('tells nothing that no page tells: %s', async query => {
        expect(await counted(query, 'countsOnly')).toBeNull();
      });

      it('never tells another number than security finds, whatever is filtered', async () => {
        const some = <T extends string>(values: readonly T[], name: string) =>
          fc
            .subarray([...values], { minLength: 0, maxLength: 4 })
            .map(chosen => (chosen.length > 0 ? `${name}=${chosen}` : ''));
        const filters = fc.tuple(
          fc.oneof(fc.constant(inScope), some(personStates, 'state')),
          some(stateReasons, 'reason'),
          some(tierFilters, 'tier'),
          some(scopeClasses, 'scopeClass'),
          some(personMarks, 'mark'),
          fc.constantFrom('', 'method=mobilePhone', 'method=email'),
          fc.constantFrom('', 'inCatalog=false', 'inCatalog=true'),
          fc.constantFrom('', 'privileged=true', 'privileged=false'),
          fc.constantFrom(
            '',
            payments,
            `${payments}&subTeams=false`,
            'team=group:default/field',
          ),
        );
        // Few of all that can be asked are figures: each filter is left out as often as not.
        const asked = fc
          .tuple(
            filters,
            fc.array(fc.boolean(), { minLength: 9, maxLength: 9 }),
          )
          .map(([parts, kept]) =>
            parts.filter((part, at) => part && kept[at]).join('&'),
          );
        await fc.assert(
          fc.asyncProperty(asked, async query => {
            const told = await counted(query, 'countsOnly');
            const { totalItems } = await ask(query, 'security');
            expect([null, totalItems]).toContain(told);
          }),
          { numRuns: 80 },
        );
      });

      it('lists whom the caller sees beside how many there are', async () => {
        const answer = await ask('state=uncovered', 'lead');
        expect(answer).toMatchObject({
          totalItems: 1,
          counted: 3,
          visibility: 'some',
        });
        expect(await ask('state=uncovered', 'countsOnly')).toMatchObject({
          items: [],
          totalItems: 0,
          counted: 3,
          visibility: 'none',
        });
      });

      it('counts nothing for who may not read counts, and counts only when asked', async () => {
        expect(await counted('state=uncovered', 'nobody')).toBeNull();
        expect(await ask(`${payments}`, 'nobody')).toMatchObject({
          counted: null,
          team: { leads: [] },
        });
        const { body } = await api.get('/people?state=uncovered', 'countsOnly');
        expect(body).not.toHaveProperty('counted');
      });

      it('says who leads the team, and that there is no such team', async () => {
        expect((await ask(payments, 'countsOnly')).team).toEqual({
          ref: 'group:default/payments',
          title: 'PAYMENTS',
          leads: ['user:default/owner'],
        });
        expect(
          (await ask('team=group:default/field', 'security')).team,
        ).toEqual({ ref: 'group:default/field', title: 'FIELD', leads: [] });
        expect(
          (await ask('team=group:default/nothing', 'security')).team,
        ).toBeNull();
        expect(await ask('', 'security')).not.toHaveProperty('team');
      });

      it.each<[Caller, string[]]>([
        [
          'security',
          ['checkout', 'engineering', 'field', 'payments', 'vacant'],
        ],
        ['lead', ['checkout', 'engineering', 'payments']],
        ['self', ['checkout', 'engineering', 'payments']],
        ['countsOnly', []],
      ])('says of which teams %s sees anybody', async (caller, expected) => {
        const { body } = await api.get('/teams?limit=200', caller);
        const seen = routes.getTeams.response
          .parse(body)
          .items.filter(({ anyNames }) => anyNames)
          .map(({ ref }) => ref.slice('group:default/'.length));
        expect(seen.sort()).toEqual(expected);
        const one = await api.get('/teams/group/default/engineering', caller);
        const team = routes.getTeam.response.parse(one.body);
        expect(team.anyNames).toBe(expected.includes('engineering'));
        expect(team.children[0].anyNames).toBe(expected.includes('payments'));
      });
    });

    it('tells nothing of a team whose figures are hidden', async () => {
      const sync = await createTestTenant(await databases.init(databaseId));
      await sync.run();
      api = await startTestApi(sync, { smallTeams: {} });
      const checkout = 'team=group:default/checkout';
      expect(await counted(checkout, 'security')).toBe(3);
      for (const query of [
        checkout,
        `${checkout}&state=uncovered`,
        `${checkout}&subTeams=false&state=uncovered`,
        `${payments}&subTeams=false&state=uncovered`,
      ]) {
        expect([query, await counted(query, 'countsOnly')]).toEqual([
          query,
          null,
        ]);
      }
      // Whoever sees all of its names sees its figures too.
      expect(await counted(checkout, 'lead')).toBe(3);
      expect(await counted('state=uncovered', 'countsOnly')).toBe(3);
      await api.stop();
    });
  },
);
