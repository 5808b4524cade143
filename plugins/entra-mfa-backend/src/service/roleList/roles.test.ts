import { type RoleSummary } from '@entra-mfa/backstage-plugin-entra-mfa-common';
import { routes } from '@entra-mfa/backstage-plugin-entra-mfa-common/contract';
import { TestDatabases } from '../../__testUtils__/TestDatabases';
import { objectId } from '../../__testUtils__/rows';
import {
  startTestApi,
  type Caller,
  type TestApi,
} from '../../__testUtils__/startTestApi';
import { createTestTenant, tenantId } from '../../__testUtils__/testTenant';
import type { TestSync } from '../../__testUtils__/TestSync';
import { globalAdministrator } from '../../assess/roles/privilegedRoles';

jest.setTimeout(60_000);

// What it decides knows no database; the SQL behind it is tested on both elsewhere.
const databases = TestDatabases.create({ ids: ['SQLITE_3'] });
const helpdesk = '729827e3-9c14-49f7-bb1b-9608f156bbb8';
const tickets = 'c0570de0-0000-4000-8000-000000000001';
const group = 'aaaaaaaa-0000-4000-8000-000000000001';

const role = (principalId: string, roleDefinitionId: string) => ({
  id: `${principalId} ${roleDefinitionId}`,
  principalId,
  roleDefinitionId,
});

/**
 * 1 (covered) and 2 (uncovered) are Global Administrators, 2 eligible too, 8 (uncovered) eligible alone.
 * 5 is disabled and reads tickets, a custom role, as 3 does. A group is the helpdesk: 1, 6 and 11 are in
 * it, 12 (uncovered) can become a member.
 */
function giveRoles({ source }: TestSync): void {
  source.pages['role-definitions'] = [
    [
      { id: helpdesk, displayName: 'Helpdesk Administrator', isBuiltIn: true },
      { id: tickets, displayName: 'Read tickets', isBuiltIn: false },
    ],
  ];
  source.pages['role-assignments'] = [
    [
      role(objectId(1), globalAdministrator),
      role(objectId(2), globalAdministrator),
      role(objectId(3), tickets),
      role(objectId(5), tickets),
      role(group, helpdesk),
    ],
  ];
  source.pages['role-eligibility'] = [
    [
      role(objectId(2), globalAdministrator),
      role(objectId(8), globalAdministrator),
    ],
  ];
  source.eachPages = {
    [group]: [[1, 6, 11].map(number => ({ id: objectId(number) }))],
  };
  source.eachOf['role-group-eligibility'] = {
    [group]: [
      [
        {
          id: 'e1',
          principalId: objectId(12),
          groupId: group,
          accessId: 'member',
        },
      ],
    ],
  };
}

const figure = (covered: number, uncovered: number) => ({
  people: covered + uncovered,
  covered,
  uncovered,
  unknown: 0,
  exempt: 0,
});

describe.each(databases.eachSupportedId())(
  'roles by list on %s',
  databaseId => {
    let sync: TestSync;
    const apis: TestApi[] = [];

    beforeEach(async () => {
      sync = await createTestTenant(await databases.init(databaseId));
      giveRoles(sync);
    });
    afterEach(async () => {
      await Promise.all(apis.splice(0).map(api => api.stop()));
    });

    const start = async (hideBelow = 0) => {
      const api = await startTestApi(sync, { smallTeams: { hideBelow } });
      apis.push(api);
      return api;
    };
    const rolesOf = async (api: TestApi, query = '', caller?: Caller) => {
      const { status, body } = await api.get(`/roles${query}`, caller);
      expect(status).toBe(200);
      return routes.getRoles.response.parse(body);
    };
    const byId = (items: RoleSummary[] | null) =>
      Object.fromEntries(items!.map(item => [item.id, item]));

    it('counts who holds each role, who can activate it and how they are covered', async () => {
      await sync.run();
      const { items, ...head } = await rolesOf(await start());
      expect(head).toMatchObject({
        snapshot: { number: 1 },
        privilegedRoles: { asOf: '2026-09-24', builtIn: 35, added: 0 },
        roles: { active: 'read' },
        hideBelow: 0,
      });
      expect(items).toEqual([
        {
          id: globalAdministrator,
          name: 'Global Administrator',
          builtIn: true,
          privileged: true,
          hidden: false,
          all: figure(1, 2),
          active: figure(1, 1),
          eligible: figure(0, 2),
          outOfScope: 0,
        },
        {
          id: helpdesk,
          name: 'Helpdesk Administrator',
          builtIn: true,
          privileged: true,
          hidden: false,
          all: figure(3, 1),
          active: figure(3, 0),
          eligible: figure(0, 1),
          outOfScope: 0,
        },
        {
          id: tickets,
          name: 'Read tickets',
          builtIn: false,
          privileged: false,
          hidden: false,
          all: figure(1, 0),
          active: figure(1, 0),
          eligible: figure(0, 0),
          outOfScope: 1,
        },
      ]);
    });

    it('lists for each figure as many people as it says', async () => {
      await sync.run();
      const api = await start();
      const { items } = await rolesOf(api);
      const found = async (query: string) => {
        const { body } = await api.get(`/people?count=true&${query}`);
        const { items: people, totalItems } =
          routes.getPeople.response.parse(body);
        expect(people).toHaveLength(totalItems!);
        return totalItems;
      };
      const inScope = 'state=covered,uncovered,unknown,exempt';
      for (const { id, all, active, eligible, outOfScope } of items!) {
        const of = `role=${id.toUpperCase()}`;
        expect(await found(`${of}&${inScope}`)).toBe(all!.people);
        expect(await found(`${of}&state=uncovered`)).toBe(all!.uncovered);
        expect(await found(`${of}&state=out-of-scope`)).toBe(outOfScope);
        for (const [kind, some] of Object.entries({ active, eligible })) {
          const ofKind = `${of}&roleKind=${kind}`;
          expect(await found(`${ofKind}&${inScope}`)).toBe(some!.people);
          expect(await found(`${ofKind}&state=covered`)).toBe(some!.covered);
        }
      }
      expect(await found(`role=${helpdesk},${tickets}`)).toBe(6);
      expect(await found('role=unheard-of')).toBe(0);
    });

    it('tells of a past date as it was, and writes only what differs', async () => {
      await sync.run();
      const then = sync.now.toISOString();
      const before = await rolesOf(await start());
      const size = await sync.size('person_role');
      await sync.run();
      expect(await sync.size('person_role')).toBe(size);

      // 8 can activate nothing any more, 3 has left, 12 is in the group for now.
      sync.source.pages['role-eligibility']![0].pop();
      sync.source.pages.users = sync.source.pages.users!.map(rows =>
        (rows as { id: string }[]).filter(({ id }) => id !== objectId(3)),
      );
      sync.source.eachPages[group][0].push({ id: objectId(12) });
      await sync.run();
      const api = await start();
      expect(byId((await rolesOf(api)).items)).toMatchObject({
        [globalAdministrator]: { eligible: figure(0, 1) },
        [helpdesk]: { all: figure(3, 1), active: figure(3, 1) },
        [tickets]: { all: figure(0, 0), outOfScope: 1 },
      });
      const { roles } = await sync.published();
      expect(roles).not.toContain(`8 eligible ${globalAdministrator}`);
      expect(roles).not.toContain(`3 active ${tickets}`);
      // Only 12's row is new; all others are as they were.
      expect(await sync.size('person_role')).toBe(size + 1);

      const past = await rolesOf(api, `?at=${then}`);
      expect(past.items).toEqual(before.items);
      const { body } = await api.get(`/people?role=${tickets}&at=${then}`);
      expect(body.items.map(({ id }: { id: string }) => id)).toContain(
        objectId(3),
      );
    });

    it('names and counts nobody whom the caller may not see', async () => {
      await sync.run();
      const api = await start();
      const listed = async (caller: Caller, path = '') => {
        const { body } = await api.get(
          `/people?role=${helpdesk}&count=true${path}`,
          caller,
        );
        return [
          body.totalItems,
          body.items
            .map(({ id }: { id: string }) => Number(id.slice(-2)))
            .sort(),
        ];
      };
      // Of Payments, with Checkout below it: 1, 6 and 11.
      expect(await listed('lead')).toEqual([3, [1, 11, 6]]);
      expect(await listed('lead', '&roleKind=eligible')).toEqual([0, []]);
      expect(await listed('self')).toEqual([0, []]);
      expect(await listed('countsOnly')).toEqual([0, []]);
      expect((await api.get('/roles', 'nobody')).status).toBe(403);
    });

    it.each<[Caller, string[], string[]]>([
      ['security', [], []],
      // Helpdesk has four; of Global Administrator, 8 is in no team of the lead.
      [
        'countsOnly',
        [globalAdministrator, helpdesk, tickets],
        [globalAdministrator, helpdesk, tickets],
      ],
      [
        'lead',
        [globalAdministrator, helpdesk, tickets],
        [globalAdministrator, helpdesk, tickets],
      ],
    ])(
      'hides the figures of few people from %s',
      async (caller, roles, kinds) => {
        await sync.run();
        const { items, hideBelow } = await rolesOf(await start(5), '', caller);
        expect(hideBelow).toBe(5);
        const ids = (some: RoleSummary[]) => some.map(({ id }) => id).sort();
        expect(ids(items!.filter(({ hidden }) => hidden))).toEqual(
          roles.sort(),
        );
        expect(ids(items!.filter(({ active }) => active === null))).toEqual(
          kinds.sort(),
        );
        for (const { hidden, all, eligible, outOfScope } of items!) {
          expect([all, eligible, outOfScope].every(one => one === null)).toBe(
            hidden,
          );
        }
      },
    );

    it('shows the role of which the caller sees everybody, and not which part of another is small', async () => {
      // Everybody of the helpdesk is in Payments; tickets are read by five.
      sync.source.eachOf['role-group-eligibility'] = {};
      sync.source.pages['role-assignments']![0].push(
        ...[6, 7, 8, 10].map(number => role(objectId(number), tickets)),
      );
      sync.source.pages['role-eligibility']![0].push(
        role(objectId(12), tickets),
      );
      await sync.run();
      const { items } = await rolesOf(await start(5), '', 'lead');
      expect(byId(items)).toMatchObject({
        [helpdesk]: { hidden: false, active: figure(3, 0) },
        [globalAdministrator]: { hidden: true },
        [tickets]: {
          hidden: false,
          all: { people: 6 },
          active: null,
          eligible: null,
        },
      });
    });

    it('does not say that nobody had a role where it was not kept', async () => {
      await sync.run();
      // As a snapshot of an earlier version has it.
      const line = await sync.knex('coverage').where({ team_ref: '' }).first();
      const { privilegedRoles: _, ...counts } = JSON.parse(line.counts);
      await sync
        .knex('coverage')
        .where({ tenant_id: tenantId, team_ref: '' })
        .update({ counts: JSON.stringify(counts) });
      const api = await start();
      expect(await rolesOf(api)).toMatchObject({
        items: null,
        privilegedRoles: { asOf: '2026-01-20', builtIn: 29 },
      });
      for (const path of ['/people', '/people.csv']) {
        const { status, body } = await api.get(`${path}?role=${tickets}`);
        expect([status, body.error.message]).toEqual([
          400,
          expect.stringContaining('was not kept'),
        ]);
      }
    });
  },
);

it('has nothing before the first read', async () => {
  const sync = await createTestTenant(await databases.init('SQLITE_3'));
  const api = await startTestApi(sync);
  const { body } = await api.get('/roles');
  expect(body).toMatchObject({ snapshot: null, items: [], roles: null });
  await api.stop();
});
