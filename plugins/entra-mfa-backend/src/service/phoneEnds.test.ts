import { routes } from '@entra-mfa/backstage-plugin-entra-mfa-common/contract';
import type { Knex } from 'knex';
import { TestDatabases } from '../__testUtils__/TestDatabases';
import { objectId, reportRow, userRow } from '../__testUtils__/rows';
import { startTestApi, type TestApi } from '../__testUtils__/startTestApi';
import { createTestTenant } from '../__testUtils__/testTenant';
import { testRules, type TestSync } from '../__testUtils__/TestSync';
import { globalAdministrator } from '../assess/roles/privilegedRoles';

jest.setTimeout(60_000);

const databases = TestDatabases.create();
const february = '2027-02-01';
const july = '2027-07-01';
const admins = 'aaaaaaaa-0000-4000-8000-000000000001';

/**
 * Only a phone have 1 (Global Administrator through a group, in Payments and Checkout), 2 (eligible
 * for it, in Checkout), 3 (a converted guest, in no team), 6 (in Payments) and guest 4, who is left out.
 */
function givePhones({ source }: TestSync): void {
  const phones = [1, 2, 3, 4, 6];
  source.pages.registrations = [
    [
      ...phones.map(number =>
        reportRow(number, true, { methodsRegistered: ['mobilePhone'] }),
      ),
      ...[8, 10, 11, 12].map(number => reportRow(number)),
    ],
  ];
  const external = 'c_fabrikam.com#EXT#@contoso.onmicrosoft.com';
  source.pages.users!.push([userRow(3, { userPrincipalName: external })]);
  const role = (principalId: string) => ({
    id: principalId,
    principalId,
    roleDefinitionId: globalAdministrator,
    directoryScopeId: '/',
  });
  source.pages['role-assignments'] = [[role(admins)]];
  source.pages['role-eligibility'] = [[role(objectId(2))]];
  source.eachPages = { [admins]: [[{ id: objectId(1) }]] };
}

describe.each(databases.eachSupportedId())('the end of phones on %s', id => {
  let knex: Knex;
  let sync: TestSync;
  let api: TestApi;

  beforeAll(async () => {
    knex = await databases.init(id);
    sync = await createTestTenant(knex);
    givePhones(sync);
    await sync.run();
    api = await startTestApi(sync);
  });

  afterAll(() => api.stop());

  const counts = async () =>
    routes.getOverview.response.parse((await api.get('/overview')).body)
      .counts!;
  const team = async (name: string) =>
    routes.getTeam.response.parse(
      (await api.get(`/teams/group/default/${name}`)).body,
    );
  const people = async (query = '') =>
    routes.getPeople.response.parse((await api.get(`/people?${query}`)).body);
  const datesOf = async () =>
    Object.fromEntries(
      (await people('mark=phone-only&sort=name')).items.map(person => [
        person.displayName,
        person.phoneEnds,
      ]),
    );

  it('gives each person the day, and nobody else one', async () => {
    expect(await datesOf()).toEqual({
      'Person 1': july,
      'Person 2': february,
      'Person 3': july,
      'Person 4': february,
      'Person 6': february,
    });
    const { items } = await people('state=covered');
    expect(
      items.filter(({ phoneEnds }) => phoneEnds).map(person => person.id),
    ).toHaveLength(4);
  });

  it('counts them by day for the tenant and each team, those in scope', async () => {
    const { marks, phoneEnds } = await counts();
    expect(marks['phone-only']).toBe(4);
    expect(phoneEnds).toEqual([
      { date: february, count: 2 },
      { date: july, count: 2 },
    ]);
    const payments = [
      { date: february, count: 2 },
      { date: july, count: 1 },
    ];
    const { phoneOnly, ...rest } = await team('payments');
    expect(phoneOnly).toBe(3);
    expect(rest.phoneEnds).toEqual(payments);
    expect(rest.counts!.phoneEnds).toEqual(payments);
    expect(rest.children[0].phoneEnds).toEqual([
      { date: february, count: 1 },
      { date: july, count: 1 },
    ]);
    const { items } = routes.getTeams.response.parse(
      (await api.get('/teams?sort=phoneOnly')).body,
    );
    expect(items.map(({ ref, phoneEnds: ends }) => [ref, ends])).toEqual([
      ['group:default/engineering', payments],
      ['group:default/payments', payments],
      ['group:default/checkout', rest.children[0].phoneEnds],
      ['group:default/field', []],
      ['group:default/vacant', []],
    ]);
  });

  it('counts the owners of an entity by day', async () => {
    const { figure } = routes.getEntityOwners.response.parse(
      (await api.get('/entities/component/default/checkout-web/owners')).body,
    );
    expect(figure).toMatchObject({
      phoneOnly: 2,
      phoneEnds: [
        { date: february, count: 1 },
        { date: july, count: 1 },
      ],
    });
  });

  it('tells with the people where they register', async () => {
    for (const query of ['', 'entityRef=user:default/person1']) {
      expect((await people(query)).tenant).toMatchObject({
        name: 'Contoso',
        securityInfoUrl: 'https://mysignins.microsoft.com/security-info',
        phoneDelivery: 'ends',
      });
    }
  });

  it('tells nothing of a day of snapshots that have none', async () => {
    const trx = async (table: string, what: object) =>
      knex(table).where({ tenant_id: sync.tenantId }).update(what);
    const { phoneEnds: _, ...older } = await knex('coverage')
      .where({ team_ref: '' })
      .first('counts')
      .then(row => JSON.parse(row.counts));
    const kept = await knex('coverage').select('team_ref', 'counts');
    await trx('coverage', { phone_ends: null, counts: JSON.stringify(older) });
    expect((await counts()).phoneEnds).toEqual([]);
    expect((await team('payments')).phoneEnds).toEqual([]);
    for (const { team_ref, counts: before } of kept) {
      await knex('coverage').where({ team_ref }).update({ counts: before });
    }
  });

  it('counts nothing down once a provider of one’s own delivers; the mark stays', async () => {
    await sync.run({
      rules: { ...testRules, phoneDelivery: 'own-provider' },
    });
    expect(new Set(Object.values(await datesOf()))).toEqual(new Set([null]));
    const { marks, phoneEnds } = await counts();
    expect(marks['phone-only']).toBe(4);
    expect(phoneEnds).toEqual([]);
    expect(await team('payments')).toMatchObject({
      phoneOnly: 3,
      phoneEnds: [],
    });
  });
});
