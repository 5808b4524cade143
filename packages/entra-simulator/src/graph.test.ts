import { startSimulator, type Simulator } from './startSimulator';
import { ask, codeOf, signIn, type GraphClient } from './__testUtils__/ask';
import { allPermissions } from './server/endpoints';

const report = '/reports/authenticationMethods/userRegistrationDetails';
const summary =
  "/reports/authenticationMethods/usersRegisteredByFeature(includedUserTypes='all',includedUserRoles='all')";
const groupEligibility =
  '/identityGovernance/privilegedAccess/group/eligibilityScheduleInstances';
const riskyUsers = '/identityProtection/riskyUsers';
const riskDetections = '/identityProtection/riskDetections';
const eventual = { ConsistencyLevel: 'eventual' };

describe('Graph', () => {
  let simulator: Simulator;
  let client: GraphClient;
  beforeAll(async () => {
    simulator = await startSimulator({
      size: 200,
      startDate: new Date('2026-09-01T12:00:00Z'),
      frozenClock: true,
      reportLimit: false,
      permissions: [
        ...allPermissions,
        'MailboxSettings.Read',
        'UserAuthenticationMethod.Read.All',
      ],
    });
    client = await signIn(simulator);
  });
  afterAll(() => simulator.stop());
  afterEach(() => simulator.reset());

  it('sends report rows with the properties and spellings that Microsoft documents', async () => {
    const rows = await client.rows(`${report}?$top=999`);
    expect(Object.keys(rows[0])).toEqual([
      'id',
      'userPrincipalName',
      'userDisplayName',
      'userType',
      'isAdmin',
      'isSsprRegistered',
      'isSsprEnabled',
      'isSsprCapable',
      'isMfaRegistered',
      'isMfaCapable',
      'isPasswordlessCapable',
      'methodsRegistered',
      'isSystemPreferredAuthenticationMethodEnabled',
      'systemPreferredAuthenticationMethods',
      'userPreferredMethodForSecondaryAuthentication',
      'lastUpdatedDateTime',
    ]);
    for (const row of rows) {
      expect(['member', 'guest', null]).toContain(row.userType);
      expect(row.lastUpdatedDateTime).toMatch(
        /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{7}Z$/,
      );
      const behind =
        simulator.clock.now() - Date.parse(String(row.lastUpdatedDateTime));
      expect(behind).toBeGreaterThanOrEqual(0);
      expect(behind).toBeLessThan(24 * 3600 * 1000);
    }
    const one = await client.get(`${report}/${rows[5].id}`);
    expect(JSON.parse(one.text)).toEqual(rows[5]);
  });

  it('sends of a user what is selected, and always the id', async () => {
    const [plain] = await client.rows('/users?$top=999');
    expect(Object.keys(plain).sort()).toEqual([
      'businessPhones',
      'displayName',
      'givenName',
      'id',
      'jobTitle',
      'mail',
      'mobilePhone',
      'officeLocation',
      'preferredLanguage',
      'surname',
      'userPrincipalName',
    ]);
    const [selected] = await client.rows('/users?$select=userType,mail');
    expect(Object.keys(selected).sort()).toEqual(['id', 'mail', 'userType']);
    const unknown = await client.get('/users?$select=shoeSize');
    expect(unknown.status).toBe(400);
    expect(codeOf(unknown)).toBe('BadRequest');
  });

  it('filters on what is not selected', async () => {
    const all = await client.rows(
      '/users?$top=999&$select=id,accountEnabled,userType,displayName',
    );
    const kept = await client.rows(
      `/users?$select=id&$filter=${encodeURIComponent(
        "accountEnabled eq true and userType eq 'guest' and startswith(displayName,'A')",
      )}`,
    );
    const expected = all.filter(
      user =>
        user.accountEnabled &&
        user.userType === 'Guest' &&
        String(user.displayName).startsWith('A'),
    );
    expect(expected.length).toBeGreaterThan(0);
    expect(kept).toEqual(expected.map(({ id }) => ({ id })));
  });

  it('counts only when asked the way Graph wants it', async () => {
    const all = await client.rows('/users?$top=999');
    const counted = JSON.parse(
      (await client.get('/users?$top=1&$count=true', eventual)).text,
    );
    expect(counted['@odata.count']).toBe(all.length);
    const ignored = JSON.parse((await client.get('/users?$count=true')).text);
    expect(ignored).not.toHaveProperty(['@odata.count']);
    expect((await client.get('/users/$count', eventual)).text).toBe(
      String(all.length),
    );
    expect((await client.get('/users/$count')).status).toBe(400);
  });

  it.each([
    ['/users?$top=1000', 400, 'Request_BadRequest'],
    ['/users?$top=0', 400, 'Request_BadRequest'],
    ['/users?$select=signInActivity&$top=501', 400, 'Request_BadRequest'],
    ['/users?$skip=5', 400, 'Request_UnsupportedQuery'],
    ["/users?$filter=mail has 'x'", 400, 'Request_UnsupportedQuery'],
    ['/users?$filter=shoeSize eq 4', 400, 'BadRequest'],
    [
      '/users/00000000-0000-4000-8000-000000000000',
      404,
      'Request_ResourceNotFound',
    ],
    [
      '/groups/00000000-0000-4000-8000-000000000000/members',
      404,
      'Request_ResourceNotFound',
    ],
    ['/users/x/photos', 404, 'Request_ResourceNotFound'],
    ['/nothing', 400, 'BadRequest'],
  ])('answers %s with %i %s', async (path, status, code) => {
    const answer = await client.get(encodeURI(path));
    expect(answer.status).toBe(status);
    expect(codeOf(answer)).toBe(code);
  });

  it('names every answer, and gives back the client’s own id', async () => {
    const { headers } = await client.get('/organization', {
      'client-request-id': 'mine',
    });
    expect(headers['request-id']).toMatch(/^[0-9a-f-]{36}$/);
    expect(headers['client-request-id']).toBe('mine');
    const failed = await client.get('/nothing', {
      'client-request-id': 'mine',
    });
    expect(JSON.parse(failed.text).error.innerError).toEqual({
      date: expect.any(String),
      'request-id': failed.headers['request-id'],
      'client-request-id': 'mine',
    });
  });

  it('nests teams, and flattens them on request with each person once', async () => {
    const groups = await client.rows('/groups?$top=999');
    const idOf = (name: string) =>
      groups.find(({ displayName }) => displayName === name)!.id;
    const members = await client.rows(`/groups/${idOf('Payments')}/members`);
    const types = members.map(member => member['@odata.type']);
    expect(new Set(types)).toEqual(
      new Set(['#microsoft.graph.user', '#microsoft.graph.group']),
    );
    const users = await client.rows(
      `/groups/${idOf('Payments')}/members/microsoft.graph.user/?$top=999`,
    );
    expect(users).toHaveLength(
      types.filter(type => type === '#microsoft.graph.user').length,
    );
    const below = await client.rows(
      `/groups/${idOf('Engineering')}/transitiveMembers?$top=999`,
    );
    const ids = below.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids).toEqual(expect.arrayContaining(users.map(({ id }) => id)));
    expect(
      await client.rows(`/groups/${idOf('Quantum Research')}/members`),
    ).toEqual([]);
  });

  it('tells all groups with their members by delta, then what changed since', async () => {
    const moving = await startSimulator({ size: 200, frozenClock: true });
    let changing = await signIn(moving);
    const letPass = async (days: number) => {
      moving.clock.advance(days * 24 * 3_600_000);
      changing = await signIn(moving);
    };
    type Round = { members: Map<string, Set<string>>; link: string };
    const round = async (path: string, before?: Round): Promise<Round> => {
      const members = new Map(before?.members);
      let link: string | undefined = path;
      for (;;) {
        const body: Record<string, string> & {
          value: Record<string, unknown>[];
        } = JSON.parse((await changing.get(link)).text);
        for (const { id, 'members@delta': some = [] } of body.value) {
          const all = new Set(members.get(String(id)));
          for (const member of some as Record<string, string>[]) {
            if (member['@removed']) {
              all.delete(member.id);
            } else {
              all.add(member.id);
            }
          }
          members.set(String(id), all);
        }
        if (!body['@odata.nextLink']) {
          return { members, link: body['@odata.deltaLink'] };
        }
        link = body['@odata.nextLink'];
      }
    };
    const listed = async () =>
      new Map(
        await Promise.all(
          (
            await changing.rows('/groups?$top=999')
          ).map(
            async ({ id }): Promise<[string, Set<string>]> => [
              String(id),
              new Set(
                (
                  await changing.rows(`/groups/${id}/members?$top=999`)
                ).map(member => String(member.id)),
              ),
            ],
          ),
        ),
      );
    const path = '/groups/delta?$select=id,displayName,members';
    const first = await round(path);
    expect(first.members).toEqual(await listed());

    await letPass(60);
    expect((await changing.get(first.link)).status).toBe(410);
    const again = await round(path);
    await letPass(6);
    const second = await round(again.link, again);
    expect(second.members).toEqual(await listed());
    expect(second.members).not.toEqual(again.members);
    const none = JSON.parse((await changing.get(second.link)).text);
    expect(none.value).toEqual([]);

    const refused = await changing.get('/groups/delta?$top=5');
    expect(codeOf(refused)).toBe('Request_UnsupportedQuery');
    await moving.stop();
  });

  it('tells active and eligible roles, with one role held by a group', async () => {
    const assignments = await client.rows(
      '/roleManagement/directory/roleAssignments',
    );
    const definitions = await client.rows(
      '/roleManagement/directory/roleDefinitions',
    );
    const known = definitions.map(({ id }) => id);
    const groups = (await client.rows('/groups?$top=999')).map(({ id }) => id);
    expect(assignments.every(row => known.includes(row.roleDefinitionId))).toBe(
      true,
    );
    expect(
      assignments.filter(row => groups.includes(row.principalId)),
    ).toHaveLength(1);
    const eligible = await client.rows(
      '/roleManagement/directory/roleEligibilityScheduleInstances',
    );
    expect(eligible.length).toBeGreaterThan(0);
  });

  it('tells who is in the group that holds a role, and knows no members of a person', async () => {
    const large = await startSimulator({ frozenClock: true });
    const larger = await signIn(large);
    const assignments = await larger.rows(
      '/roleManagement/directory/roleAssignments',
    );
    const groups = (await larger.rows('/groups?$top=999')).map(({ id }) => id);
    const usersOf = (id: unknown) =>
      `/groups/${id}/transitiveMembers/microsoft.graph.user?$count=true&$select=id&$top=999`;
    const group = assignments.find(row => groups.includes(row.principalId))!;
    const members = await larger.rows(usersOf(group.principalId));
    expect(members.length).toBeGreaterThan(0);
    const users = (await larger.rows('/users?$top=999')).map(({ id }) => id);
    expect(users).toEqual(expect.arrayContaining(members.map(({ id }) => id)));

    const person = assignments.find(row => users.includes(row.principalId))!;
    const { status } = await larger.get(usersOf(person.principalId), eventual);
    expect(status).toBe(404);
    await large.stop();
  });

  it('tells who can become a member of the group that holds a role, for one group at a time', async () => {
    const large = await startSimulator({ frozenClock: true });
    const larger = await signIn(large);
    const eligibleFor = (property: string, id: unknown) =>
      larger.rows(
        `${groupEligibility}?$filter=${encodeURIComponent(
          `${property} eq '${id}'`,
        )}`,
      );
    const groups = await larger.rows('/groups?$top=999');
    const idOf = (name: string) =>
      groups.find(({ displayName }) => displayName === name)!.id;
    const group = idOf('Helpdesk Operators');
    const eligible = await eligibleFor('groupId', group);
    expect(eligible.map(({ accessId }) => accessId)).toEqual([
      'member',
      'member',
      'member',
      'owner',
    ]);
    expect(await eligibleFor('groupId', idOf('Payments'))).toEqual([]);

    const [{ principalId }] = eligible;
    expect(await eligibleFor('principalId', principalId)).toEqual([
      eligible[0],
    ]);
    const members = await larger.rows(`/groups/${group}/members?$top=999`);
    expect(members.map(({ id }) => id)).not.toContain(principalId);

    const all = await larger.get(groupEligibility);
    expect([all.status, codeOf(all)]).toEqual([400, 'BadRequest']);
    await large.stop();
  });

  it('gives a group by its id, and none for an account', async () => {
    const [group] = await client.rows('/groups?$top=1');
    const one = await client.get(`/groups/${group.id}?$select=id,displayName`);
    expect(JSON.parse(one.text)).toMatchObject({
      displayName: group.displayName,
    });
    const [user] = await client.rows('/users?$top=1');
    expect((await client.get(`/groups/${user.id}`)).status).toBe(404);
  });

  it('tells who registered or tried to in the last thirty days, in beta alone and always the same', async () => {
    const list = '/reports/authenticationMethods/userEventsSummary';
    const rows = await client.rows(`${simulator.url}/beta${list}?$top=40`);
    expect(Object.keys(rows[0])).toEqual([
      'id',
      'feature',
      'userPrincipalName',
      'userDisplayName',
      'isSuccess',
      'authMethod',
      'failureReason',
      'eventDateTime',
    ]);
    expect(new Set(rows.map(({ id }) => id)).size).toBe(rows.length);
    const now = simulator.clock.now();
    for (const { isSuccess, failureReason, eventDateTime } of rows) {
      expect(isSuccess).toBe(failureReason === '');
      const ago = (now - Date.parse(String(eventDateTime))) / 86_400_000;
      expect(ago).toBeGreaterThanOrEqual(0);
      expect(ago).toBeLessThanOrEqual(30);
    }
    const failed = rows.filter(({ isSuccess }) => !isSuccess).length;
    expect(failed).toBeGreaterThan(3);
    expect(failed).toBeLessThan(rows.length);
    expect((await client.get(list)).status).toBe(400);
    const other = await client.get(`${simulator.url}/beta/users`);
    expect(other.status).toBe(400);

    // What still is there later is the same event.
    simulator.clock.advance(1_800_000);
    const later = await client.rows(`${simulator.url}/beta${list}`);
    simulator.clock.advance(-1_800_000);
    const known = new Map(rows.map(row => [row.id, row]));
    const still = later.filter(({ id }) => known.has(id));
    expect(still.length).toBeGreaterThan(rows.length / 2);
    for (const row of still) {
      expect(row).toEqual(known.get(row.id));
    }
  });

  it('tells who is at risk and was, and what was detected of them, always the same', async () => {
    const all = await client.rows(`${riskyUsers}?$top=500`);
    const atRisk = all.filter(({ riskState }) =>
      ['atRisk', 'confirmedCompromised'].includes(String(riskState)),
    );
    expect(atRisk.length).toBeGreaterThan(0);
    expect(atRisk.length).toBeLessThan(all.length);
    const filter = `riskState eq 'atRisk' or riskState eq 'confirmedCompromised'`;
    expect(
      await client.rows(
        `${riskyUsers}?$top=2&$filter=${encodeURIComponent(filter)}`,
      ),
    ).toEqual(atRisk);
    expect(Object.keys(all[0])).toEqual([
      'id',
      'isDeleted',
      'isProcessing',
      'riskLevel',
      'riskState',
      'riskDetail',
      'riskLastUpdatedDateTime',
      'userDisplayName',
      'userPrincipalName',
    ]);

    const detections = await client.rows(`${riskDetections}?$top=500`);
    const ids = detections.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    const since = String(detections[0].detectedDateTime);
    const recent = await client.rows(
      `${riskDetections}?$filter=${encodeURIComponent(
        `(detectedDateTime ge ${since}) and activity ne 'servicePrincipal'`,
      )}`,
    );
    expect(recent).toEqual(
      detections.filter(one => String(one.detectedDateTime) >= since),
    );
    expect(recent.length).toBeLessThan(detections.length);
    const people = new Set(all.map(({ id }) => id));
    expect(detections.every(({ userId }) => people.has(userId))).toBe(true);
    const answer = await client.get(`${riskDetections}?$top=501`);
    expect(answer.status).toBe(400);

    const signIns = await client.rows('/auditLogs/signIns?$top=1000');
    const risky = signIns.filter(({ riskState }) => riskState !== 'none');
    expect(risky.length).toBeGreaterThan(0);
    expect(risky.length).toBeLessThan(signIns.length / 2);
    expect(risky.every(({ userId }) => people.has(userId))).toBe(true);
  });

  it('tells the devices, with at most twenty owners where they are asked for', async () => {
    const expanded = '/devices?$expand=registeredOwners($select=id)';
    const rows = (await client.rows(`${expanded}&$top=999`)) as {
      id: string;
      isCompliant: boolean | null;
      isManaged: boolean | null;
      registeredOwners: { id: string }[];
    }[];
    const counted = await client.get('/devices/$count', {
      ConsistencyLevel: 'eventual',
    });
    expect(Number(counted.text)).toBe(rows.length);
    expect(new Set(rows.map(({ id }) => id)).size).toBe(rows.length);
    const people = new Set(
      (await client.rows('/users?$select=id&$top=999')).map(({ id }) => id),
    );
    const counts = new Set<number>();
    for (const { registeredOwners: owners, ...row } of rows) {
      counts.add(owners.length);
      expect(owners.every(({ id }) => people.has(id))).toBe(true);
      // What nobody manages is neither compliant nor not.
      expect(row.isCompliant === null).toBe(row.isManaged === null);
    }
    expect([...counts].sort((one, other) => one - other)).toEqual([0, 1, 20]);
    expect(new Set(rows.map(({ isCompliant }) => isCompliant)).size).toBe(3);

    const some = `${expanded}&$select=displayName&$top=10`;
    const [one] = await client.rows(some);
    expect(Object.keys(one).sort()).toEqual([
      'displayName',
      'id',
      'registeredOwners',
    ]);
    const [plain] = await client.rows('/devices?$top=999');
    expect(plain).not.toHaveProperty('registeredOwners');
    const members = await client.get('/devices?$expand=memberOf');
    expect(members.status).toBe(400);
    expect((await client.get('/devices?$top=1000')).status).toBe(400);
  });

  it('tells when people signed in last: most a while ago, some long ago or never, and of some only that they tried', async () => {
    type Activity = Record<string, string | null>;
    const rows = (await client.rows(
      '/users?$select=id,signInActivity&$top=500',
    )) as { signInActivity?: Activity }[];
    const known = rows.flatMap(({ signInActivity }) =>
      signInActivity ? [signInActivity] : [],
    );
    const daysOf = (one: Activity) =>
      (simulator.clock.now() - Date.parse(one.lastSignInDateTime!)) /
      86_400_000;
    const long = known.filter(one => daysOf(one) > 90).length;
    expect(long).toBeGreaterThan(0);
    expect(long).toBeLessThan(known.length / 5);
    expect(known.length).toBeLessThan(rows.length);
    const tried = known.filter(one => !one.lastSuccessfulSignInDateTime);
    expect(tried.length).toBeGreaterThan(0);
    expect(tried.length).toBeLessThan(known.length / 5);
  });

  it('answers a batch part by part: what mailboxes are for, who has none, who is not there, and what is too much', async () => {
    const users = await client.rows('/users?$select=id,userPrincipalName');
    const path = (id: unknown) => `/users/${id}/mailboxSettings/userPurpose`;
    const idOf = (name: string) =>
      users.find(({ userPrincipalName }) =>
        String(userPrincipalName).startsWith(name),
      )!.id;
    simulator.faults.set({
      rules: [
        {
          endpoint: 'mailboxPurpose',
          kind: 'status',
          status: 429,
          retryAfter: 7,
          after: 3,
          times: 1,
        },
      ],
    });
    const parts = await client.batch([
      path(idOf('invoices')),
      path(idOf('emergency1')),
      path('00000000-0000-4000-8000-000000000000'),
      path(idOf('frontdesk')),
      `/users/${idOf('invoices')}?$select=id`,
    ]);
    expect(parts.map(({ status }) => status)).toEqual([
      200, 404, 404, 429, 200,
    ]);
    expect(parts[0].body.value).toBe('shared');
    expect(parts[1].body.error!.code).toBe('MailboxNotEnabledForRESTAPI');
    expect(parts[2].body.error!.code).toBe('Request_ResourceNotFound');
    expect(parts[3].headers['Retry-After']).toBe('7');
    expect(simulator.stats().requests).toMatchObject({
      batch: 1,
      mailboxPurpose: 4,
    });

    const one = path(idOf('careers'));
    const five = await client.batch([one, one, one, one, one]);
    expect(five.map(({ status }) => status)).toEqual([200, 200, 200, 200, 429]);
    await expect(
      client.batch(Array.from({ length: 21 }, () => one)),
    ).rejects.toThrow('400');
  });

  it('lists the methods of one person, with the numbers that an application is given in clear', async () => {
    const rows = await client.rows(`${report}?$top=999`);
    const found = rows.filter(({ methodsRegistered }) =>
      ['mobilePhone', 'softwareOneTimePasscode'].every(method =>
        (methodsRegistered as string[]).includes(method),
      ),
    );
    const [answer] = await client.batch([
      `/users/${found[0].id}/authentication/methods`,
    ]);
    expect(answer.body.value).toEqual(
      expect.arrayContaining([
        expect.objectContaining({
          '@odata.type': '#microsoft.graph.passwordAuthenticationMethod',
        }),
        expect.objectContaining({
          '@odata.type': '#microsoft.graph.phoneAuthenticationMethod',
          phoneNumber: expect.stringMatching(/^\+1 425555\d{5}$/),
          phoneType: 'mobile',
        }),
        expect.objectContaining({
          '@odata.type': '#microsoft.graph.softwareOathAuthenticationMethod',
        }),
      ]),
    );
    const refused = await ask(simulator, '/v1.0/$batch', { method: 'POST' });
    expect(refused.status).toBe(401);
  });

  it('tells which methods are allowed for whom', async () => {
    const { text } = await client.get('/policies/authenticationMethodsPolicy');
    const policy = JSON.parse(text);
    const methods: { id: string; state: string; includeTargets: object[] }[] =
      policy.authenticationMethodConfigurations;
    const of = (id: string) => methods.find(method => method.id === id)!;
    expect(policy.policyMigrationState).toBe('migrationInProgress');
    expect(of('Sms').state).toBe('disabled');
    expect(of('Fido2').includeTargets).toMatchObject([{ id: 'all_users' }]);
    const [group] = of('TemporaryAccessPass').includeTargets as {
      id: string;
    }[];
    expect((await client.get(`/groups/${group.id}`)).status).toBe(200);
  });

  it('tells what is enough for each strength, and of which keys', async () => {
    const [first, ...others] = await client.rows(
      '/policies/authenticationStrengthPolicies?$expand=combinationConfigurations',
    );
    expect(first.allowedCombinations).toContain('password,sms');
    expect(others.map(({ policyType }) => policyType)).toEqual([
      'builtIn',
      'builtIn',
      'custom',
    ]);
    expect(others[2].combinationConfigurations).toHaveLength(1);
    const other = await client.get(
      '/policies/authenticationStrengthPolicies?$expand=others',
    );
    expect(other.status).toBe(400);
    const [, byRole] = await client.rows(
      '/identity/conditionalAccess/policies',
    );
    const { authenticationStrength } = byRole.grantControls as {
      authenticationStrength: { id: string };
    };
    expect(others.map(({ id }) => id)).toContain(authenticationStrength.id);
  });

  it('counts everybody who can sign in, as Microsoft does', async () => {
    const answer = await client.get(summary);
    const body = JSON.parse(answer.text);
    const enabled = await client.rows(
      '/users?$top=999&$filter=accountEnabled eq true'.replace(/ /g, '%20'),
    );
    expect(body.totalUserCount).toBe(enabled.length);
    const { userCount } = body.userRegistrationFeatureCounts.find(
      ({ feature }: { feature: string }) => feature === 'mfaCapable',
    );
    expect(userCount).toBeGreaterThan(0);
    expect(userCount).toBeLessThan(enabled.length);
  });
});

describe('what an application may not read', () => {
  const start = async (
    options: Parameters<typeof startSimulator>[0],
    path: string,
  ) => {
    const simulator = await startSimulator({ size: 10, ...options });
    try {
      return await (await signIn(simulator)).get(path);
    } finally {
      await simulator.stop();
    }
  };
  const eligibility =
    '/roleManagement/directory/roleEligibilityScheduleInstances';

  it.each([
    [report, 403, 'Authentication_MSGraphPermissionMissing'],
    [summary, 403, 'Authentication_MSGraphPermissionMissing'],
    ['/users', 403, 'Authorization_RequestDenied'],
    ['/groups', 403, 'Authorization_RequestDenied'],
    ['/devices', 403, 'Authorization_RequestDenied'],
    ['/organization', 403, 'Authorization_RequestDenied'],
    [eligibility, 403, 'Authorization_RequestDenied'],
    [groupEligibility, 403, 'Authorization_RequestDenied'],
    ['/auditLogs/signIns', 403, 'Authentication_MSGraphPermissionMissing'],
    [riskyUsers, 403, 'Authorization_RequestDenied'],
    [riskDetections, 403, 'Authorization_RequestDenied'],
    [
      '/policies/authenticationMethodsPolicy',
      403,
      'Authorization_RequestDenied',
    ],
    [
      '/policies/authenticationStrengthPolicies',
      403,
      'Authorization_RequestDenied',
    ],
  ])('refuses %s without a permission', async (path, status, code) => {
    const answer = await start({ permissions: [] }, path);
    expect([answer.status, codeOf(answer)]).toEqual([status, code]);
  });

  it.each([
    [
      report,
      'free',
      403,
      'Authentication_RequestFromNonPremiumTenantOrB2CTenant',
    ],
    [
      '/users?$select=signInActivity',
      'free',
      403,
      'Authentication_RequestFromNonPremiumTenantOrB2CTenant',
    ],
    [eligibility, 'p1', 400, 'AadPremiumLicenseRequired'],
    [groupEligibility, 'p1', 400, 'AadPremiumLicenseRequired'],
    [riskyUsers, 'p1', 403, 'Forbidden'],
    [riskDetections, 'free', 403, 'Forbidden'],
  ] as const)(
    'refuses %s with the licence %s',
    async (path, licence, status, code) => {
      const answer = await start({ licence }, path);
      expect([answer.status, codeOf(answer)]).toEqual([status, code]);
    },
  );
});

it('lets Identity Protection answer once a second, without saying when, and hides how bad it is without P2', async () => {
  const simulator = await startSimulator({
    size: 300,
    licence: 'p1',
    frozenClock: true,
  });
  try {
    const client = await signIn(simulator);
    const first = await client.get(`${riskDetections}?$top=1`);
    expect(JSON.parse(first.text).value[0].riskLevel).toBe('hidden');
    const second = await client.get(riskDetections);
    expect([second.status, second.headers['retry-after']]).toEqual([
      429,
      undefined,
    ]);
    simulator.clock.advance(1000);
    expect((await client.get(riskDetections)).status).toBe(200);
  } finally {
    await simulator.stop();
  }
});

describe('the state of the plans', () => {
  it.each([
    ['Enabled', 200],
    ['Warning', 200],
    ['Suspended', 403],
    ['LockedOut', 403],
  ] as const)(
    'is told, and with %s the report answers %i',
    async (planStatus, status) => {
      const simulator = await startSimulator({ size: 10, planStatus });
      try {
        const client = await signIn(simulator);
        expect((await client.get(report)).status).toBe(status);
        const { value } = JSON.parse((await client.get('/organization')).text);
        expect(
          value[0].assignedPlans.map(
            (plan: { capabilityStatus: string }) => plan.capabilityStatus,
          ),
        ).toEqual([planStatus, planStatus]);
      } finally {
        await simulator.stop();
      }
    },
  );
});

describe('the limit of the report', () => {
  it('refuses the sixth request in ten seconds, and says how long to wait', async () => {
    const simulator = await startSimulator({ size: 10, frozenClock: true });
    try {
      const client = await signIn(simulator);
      const statuses: number[] = [];
      for (let request = 0; request < 5; request++) {
        statuses.push((await client.get(report)).status);
      }
      const refused = await client.get(report);
      expect(statuses).toEqual([200, 200, 200, 200, 200]);
      expect(refused.status).toBe(429);
      expect(codeOf(refused)).toBe('UnknownError');
      const seconds = Number(refused.headers['retry-after']);
      expect(seconds).toBeGreaterThan(0);
      expect(simulator.stats().throttled).toBe(1);
      expect((await client.get('/users')).status).toBe(200);

      simulator.clock.advance(seconds * 1000);
      expect((await client.get(report)).status).toBe(200);

      // Sign-ins have a limit of their own: ten in a minute.
      const activity = '/users?$select=id,signInActivity';
      const answers: number[] = [];
      for (let request = 0; request < 11; request++) {
        answers.push((await client.get(activity)).status);
      }
      expect(answers.filter(status => status === 200)).toHaveLength(10);
      expect(answers[10]).toBe(429);
    } finally {
      await simulator.stop();
    }
  });
});
