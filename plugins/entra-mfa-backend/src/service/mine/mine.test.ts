import { mockServices } from '@backstage/backend-test-utils';
import { routes } from '@entra-mfa/backstage-plugin-entra-mfa-common/contract';
import { TestDatabases } from '../../__testUtils__/TestDatabases';
import { putException } from '../../__testUtils__/exceptions';
import { groupEntity, objectId } from '../../__testUtils__/rows';
import {
  startTestApi,
  type Caller,
  type TestApi,
} from '../../__testUtils__/startTestApi';
import { createTestTenant, tenantId } from '../../__testUtils__/testTenant';
import type { TestSync } from '../../__testUtils__/TestSync';

jest.setTimeout(60_000);

const databases = TestDatabases.create();
const otherTenant = '0a1b2c3d-0000-4000-8000-000000000002';

const lead = (targetRef: string, group: ReturnType<typeof groupEntity>) => ({
  ...group,
  relations: [...group.relations, { type: 'ownedBy', targetRef }],
});

describe.each(databases.eachSupportedId())('what is mine on %s', databaseId => {
  let sync: TestSync;
  let api: TestApi;

  beforeAll(async () => {
    sync = await createTestTenant(await databases.init(databaseId));
    // The owner leads Payments, and Checkout below it; the group of leads leads Engineering and Field.
    sync.source.pages['catalog-groups'] = [
      [
        lead('group:default/leads', groupEntity('engineering')),
        lead('user:default/owner', groupEntity('payments', 'engineering')),
        lead('user:default/owner', groupEntity('checkout', 'payments')),
        lead('group:default/leads', groupEntity('field')),
        groupEntity('vacant'),
      ],
    ];
    await sync.run();
    for (const [id, requestedBy] of [
      ['of-lead', 'user:default/lead'],
      ['of-decider', 'user:default/person1'],
      ['decided', 'user:default/lead'],
    ]) {
      await putException(sync.knex, {
        tenantId,
        id,
        requestedBy,
        subject: objectId(8),
        until: '2026-12-31',
        requestedAt: new Date('2026-11-20T08:00:00Z'),
        ...(id === 'decided' && {
          approvedAt: new Date('2026-11-20T09:00:00Z'),
        }),
      });
    }
    api = await startTestApi(sync, { targetDate: '2026-12-31' });
  });

  afterAll(() => api.stop());

  const mine = async (caller: Caller, query = '', of = api) => {
    const { body, status } = await of.get(`/mine${query}`, caller);
    expect(status).toBe(200);
    return routes.getMine.response.parse(body);
  };
  const titles = ({ teams }: Awaited<ReturnType<typeof mine>>) =>
    teams.map(({ ref }) => ref);

  it('tells who calls their own state, with the tenant that knows them and the set day', async () => {
    const { me, targetDate, visibility, teams } = await mine('self');
    expect(me).toMatchObject({
      person: { id: objectId(2), state: 'uncovered' },
      tenant: { id: tenantId, name: 'Contoso' },
    });
    expect(targetDate).toBe('2026-12-31');
    expect(visibility).toBe('some');
    expect(teams).toEqual([]);
  });

  it('tells nobody else, to who sees others and to who sees nobody', async () => {
    expect((await mine('decider')).me?.person.id).toBe(objectId(1));
    for (const caller of ['owner', 'security', 'countsOnly', 'service']) {
      expect((await mine(caller as Caller)).me).toBeNull();
    }
  });

  it('tells the teams that the caller leads, with their sub-teams, without those below them', async () => {
    const own = await mine('owner');
    expect(titles(own)).toEqual(['group:default/payments']);
    const { body } = await api.get('/teams/group/default/payments', 'owner');
    expect(own.teams[0]).toMatchObject({
      subTeams: 1,
      coverage: body.coverage,
      people: body.people,
    });
    expect(titles(await mine('security'))).toEqual([]);
    expect(titles(await mine('service'))).toEqual([]);
  });

  it('tells the teams that a group of the caller leads, most people short first', async () => {
    const ofGroup = await startTestApi(sync, {}, [
      mockServices.userInfo.mock({
        getUserInfo: async () => ({
          userEntityRef: 'user:default/security',
          ownershipEntityRefs: ['Group:default/Leads'],
        }),
      }).factory,
    ]);
    const { teams } = await mine('security', '', ofGroup);
    await ofGroup.stop();
    expect(teams.map(({ ref, coverage }) => [ref, coverage?.short])).toEqual([
      ['group:default/engineering', 1],
      ['group:default/field', 1],
    ]);
  });

  it('counts the requests of others, for who decides', async () => {
    expect((await mine('security')).requests).toBe(2);
    expect((await mine('decider')).requests).toBe(1);
    expect((await mine('self')).requests).toBeNull();
    expect((await mine('countsOnly')).requests).toBeNull();
  });

  it('tells the findings of the break-glass register to who sees everybody', async () => {
    const { breakGlass } = await mine('security');
    const { body } = await api.get('/break-glass');
    expect(body.findings).not.toEqual([]);
    expect(breakGlass).toEqual({
      configured: body.configured,
      findings: body.findings,
    });
    expect((await mine('owner')).breakGlass).toBeNull();
    expect((await mine('countsOnly')).breakGlass).toBeNull();
  });

  it('tells of a past day the teams alone', async () => {
    const at = `?at=${sync.now.toISOString()}`;
    expect(titles(await mine('owner', at))).toEqual(['group:default/payments']);
    expect(await mine('decider', at)).toMatchObject({
      me: null,
      requests: null,
      breakGlass: null,
    });
  });

  it('finds the caller in another tenant than the first', async () => {
    const tenant = (id: string) => ({
      tenantId: id,
      clientId: '1f3c0000-0000-4000-8000-000000000000',
      clientSecret: 'not-used',
    });
    const ofTwo = await startTestApi(sync, {
      tenants: [tenant(otherTenant), tenant(tenantId)],
    });
    const found = await mine('self', '', ofTwo);
    await ofTwo.stop();
    expect(found.snapshot).toBeNull();
    expect(found.me?.tenant.id).toBe(tenantId);
  });
});
