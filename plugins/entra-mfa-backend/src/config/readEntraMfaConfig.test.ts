import { ConfigReader } from '@backstage/config';
import { readEntraMfaConfig } from './readEntraMfaConfig';

const tenantId = '9632810C-f3ce-4279-9468-4a8946a56bd1';
const clientId = '3d4fc25d-a35e-42bb-93ec-d3d11676ac23';
const tenant = { tenantId, clientId, clientSecret: 'a~Secret.Value' };
const id = tenantId.toLowerCase();
const objectId = '11111111-1111-4111-8111-111111111111';

const read = (entraMfa: object) =>
  readEntraMfaConfig(new ConfigReader({ entraMfa: entraMfa as {} }));

describe('readEntraMfaConfig', () => {
  it('starts without any configuration, so that the page can say what to do', () => {
    expect(readEntraMfaConfig(new ConfigReader({}))).toEqual({
      tenants: [],
      connect: null,
      schedule: {
        frequency: { hours: 1 },
        timeout: { minutes: 30 },
        timeZone: 'UTC',
      },
      staleAfterSeconds: 21600,
      reportStaleAfterSeconds: 172800,
      staleAfterFrom: 'default',
      rules: {
        basis: 'registered',
        targetPermille: 950,
        breakGlassIds: [],
        drillDays: 90,
        privilegedRoles: [],
        countGuests: false,
        listed: [],
        listedPatterns: [],
        leads: {
          relations: ['ownedBy'],
          annotations: ['entra-mfa/lead'],
          profile: ['lead'],
        },
      },
      scopeRules: [],
      targetDate: null,
      hold: { people: 10, permille: 50 },
      pace: { reportRequestsPer10Seconds: 4 },
      notify: {
        leads: true,
        security: [],
        approvers: [],
        pagePath: '/entra-mfa',
      },
      exceptions: { maximumDays: 180, remindDaysBefore: 14 },
      fourEyes: { unidentifiedMayDecide: false },
      reviews: { noMethodAfterDays: 14 },
      services: { tierAnnotation: 'entra-mfa/tier' },
      smallTeams: { hideBelow: 5 },
      names: { perMinute: 5000 },
      signInActivity: false,
      mailboxPurpose: false,
      perUserMethods: false,
      entraGroups: { read: false, prefixes: [] },
      retention: {
        auditDays: 2557,
        peopleDays: 400,
        runsDays: 400,
        eventDays: 90,
      },
      evidence: {
        ...{ name: 'backstage', keyFile: null, timestampAuthority: null },
        checkpoints: { directory: null, url: null, recipients: [] },
      },
      sinks: {},
      exports: { pseudonymKeyFile: null },
      exposure: 'groups',
      pictures: [],
      compliance: { frameworks: null, ownFrameworks: [], controls: [] },
    });
  });

  it('reads everything that can be set', () => {
    const listed = { objectId, owner: 'group:default/it', reason: 'Mailbox' };
    const pattern = { pattern: '^svc-', owner: 'platform', reason: 'Service' };
    expect(
      read({
        tenants: [
          {
            ...tenant,
            ownTelephonyProvider: true,
            contact: 'group:identity',
            switchedOff: ['conditional-access'],
          },
        ],
        connect: {
          clientId: clientId.toUpperCase(),
          clientSecret: 'of-the-application',
          cloud: 'china',
          keyFile: '/run/secrets/key',
          previousKeyFile: '/run/secrets/key-before',
        },
        schedule: {
          frequency: { cron: '0 13 * * *' },
          timeout: 'PT20M',
          timeZone: 'Europe/Berlin',
        },
        staleAfter: '2h',
        reportStaleAfter: { days: 3 },
        basis: 'capable',
        target: 92.5,
        targetDate: '2026-12-31',
        breakGlassIds: [objectId.toUpperCase()],
        breakGlass: { drillOverdueAfterDays: 30 },
        privilegedRoles: [objectId.toUpperCase()],
        scope: {
          countGuests: true,
          userTypeNull: 'member',
          listed: [listed],
          listedPatterns: [pattern],
        },
        hold: { people: 25, points: 2.5 },
        pace: { reportRequestsPer10Seconds: 2 },
        notify: { leads: false, security: ['group:default/security'] },
        exceptions: { maximumDays: 90, remindDaysBefore: 0 },
        fourEyes: { unidentifiedMayDecide: true },
        reviews: { noMethodAfterDays: 30 },
        compliance: { frameworks: ['mfa'] },
        leads: { relations: [], annotations: ['example.com/team-leads'] },
        teams: { sources: ['url:https://example.com/org', 'msgraph:contoso'] },
        services: { tierAnnotation: 'example.com/tier' },
        smallTeams: { hideBelow: 8 },
        names: { perMinute: 0 },
        signInActivity: true,
        mailboxPurpose: true,
        perUserMethods: true,
        entraGroups: { read: true, prefixes: ['sg-', 'Team '] },
        retention: {
          auditDays: 400,
          peopleDays: 90,
          runsDays: 30,
          eventDays: 60,
        },
        evidence: {
          keyFile: '/run/secrets/evidence.pem',
          name: 'mfa.example',
          timestampAuthority: { url: 'https://stamps.example.com' },
          checkpoints: {
            directory: '/var/checkpoints',
            url: 'https://keeper.example.com/mfa',
            recipients: ['user:ruth'],
          },
        },
        sinks: { vanta: { tenantId: id.toUpperCase(), clientSecret: 'its' } },
        exports: { pseudonymKeyFile: '/run/secrets/pseudonyms' },
        exposure: 'all',
        pictures: [
          'organization',
          `Group:Payments;tenant=${id.toUpperCase()}`,
          `control:nist-800-53-r5/IA-2(1); tenant=${id}`,
        ],
      }),
    ).toEqual({
      tenants: [
        {
          tenantId: id,
          clientId,
          credential: {
            kind: 'secret',
            clientSecret: 'a~Secret.Value',
            endsAt: null,
          },
          cloud: 'global',
          ownTelephonyProvider: true,
          contact: 'group:default/identity',
          authority: `https://login.microsoftonline.com/${id}`,
          knownAuthority: true,
          graphRoot: 'https://graph.microsoft.com',
          switchedOff: ['conditional-access'],
        },
      ],
      connect: {
        clientId,
        credential: {
          kind: 'secret',
          clientSecret: 'of-the-application',
          endsAt: null,
        },
        cloud: 'china',
        signInAddress: 'https://login.chinacloudapi.cn',
        knownAuthority: true,
        graphRoot: 'https://microsoftgraph.chinacloudapi.cn',
        keyFile: '/run/secrets/key',
        previousKeyFile: '/run/secrets/key-before',
      },
      schedule: {
        frequency: { cron: '0 13 * * *' },
        timeout: expect.anything(),
        timeZone: 'Europe/Berlin',
      },
      staleAfterSeconds: 7200,
      reportStaleAfterSeconds: 259200,
      staleAfterFrom: 'configuration',
      rules: {
        basis: 'capable',
        targetPermille: 925,
        breakGlassIds: [objectId],
        drillDays: 30,
        privilegedRoles: [objectId],
        countGuests: true,
        userTypeNull: 'member',
        mailboxes: true,
        listed: [listed],
        listedPatterns: [pattern],
        leads: {
          relations: [],
          annotations: ['example.com/team-leads'],
          profile: ['lead'],
        },
        teamSources: ['msgraph:contoso', 'url:https://example.com/org'],
      },
      scopeRules: [],
      targetDate: '2026-12-31',
      hold: { people: 25, permille: 25 },
      pace: { reportRequestsPer10Seconds: 2 },
      notify: {
        leads: false,
        security: ['group:default/security'],
        approvers: ['group:default/security'],
        pagePath: '/entra-mfa',
      },
      exceptions: { maximumDays: 90, remindDaysBefore: 0 },
      fourEyes: { unidentifiedMayDecide: true },
      reviews: { noMethodAfterDays: 30 },
      services: { tierAnnotation: 'example.com/tier' },
      smallTeams: { hideBelow: 8 },
      names: { perMinute: 0 },
      signInActivity: true,
      mailboxPurpose: true,
      perUserMethods: true,
      entraGroups: { read: true, prefixes: ['sg-', 'Team'] },
      retention: {
        auditDays: 400,
        peopleDays: 90,
        runsDays: 30,
        eventDays: 60,
      },
      evidence: {
        keyFile: '/run/secrets/evidence.pem',
        name: 'mfa.example',
        timestampAuthority: 'https://stamps.example.com',
        checkpoints: {
          directory: '/var/checkpoints',
          url: 'https://keeper.example.com/mfa',
          recipients: ['user:default/ruth'],
        },
      },
      // What else is there is the module's to read.
      sinks: { vanta: { tenantId: id } },
      exports: { pseudonymKeyFile: '/run/secrets/pseudonyms' },
      compliance: { frameworks: ['mfa'], ownFrameworks: [], controls: [] },
      exposure: 'all',
      pictures: [
        { team: 'organization', control: null, tenant: null },
        { team: 'group:default/payments', control: null, tenant: id },
        { team: null, control: 'nist-800-53-r5/IA-2(1)', tenant: id },
      ],
    });
  });

  it.each([
    [
      'global',
      'https://login.microsoftonline.com',
      'https://graph.microsoft.com',
    ],
    [
      'usGovernment',
      'https://login.microsoftonline.us',
      'https://graph.microsoft.us',
    ],
    [
      'usGovernmentDoD',
      'https://login.microsoftonline.us',
      'https://dod-graph.microsoft.us',
    ],
    [
      'china',
      'https://login.chinacloudapi.cn',
      'https://microsoftgraph.chinacloudapi.cn',
    ],
  ])('derives every address from the cloud %s', (cloud, login, graphRoot) => {
    expect(read({ tenants: [{ ...tenant, cloud }] }).tenants).toMatchObject([
      { cloud, authority: `${login}/${id}`, knownAuthority: true, graphRoot },
    ]);
  });

  it.each([
    'https://localhost:8443',
    'https://localhost:8443/',
    `https://localhost:8443/${id}`,
  ])('takes a simulator at %s', authority => {
    const graphRoot = 'https://localhost:8443/';
    expect(
      read({ tenants: [{ ...tenant, authority, graphRoot }] }).tenants,
    ).toMatchObject([
      {
        authority: `https://localhost:8443/${id}`,
        cloud: 'global',
        ownTelephonyProvider: false,
        knownAuthority: false,
        graphRoot: 'https://localhost:8443',
      },
    ]);
  });

  it.each([
    ['0.1', 1],
    ['29.9', 299],
    ['100', 1000],
  ])('keeps a target of %s %% exact', (target, permille) => {
    expect(read({ target: Number(target) }).rules.targetPermille).toBe(
      permille,
    );
  });

  const simulator = {
    authority: 'https://localhost:1',
    graphRoot: 'https://localhost:1',
  };
  it.each<[string, object, string]>([
    [
      'privilegedRoles[0]',
      { privilegedRoles: ['Reports Reader'] },
      'the id of a role definition, a GUID',
    ],
    [
      'privilegedRoles[1]',
      { privilegedRoles: [objectId, objectId.toUpperCase()] },
      'twice',
    ],
    [
      'breakGlass.drillOverdueAfterDays',
      { breakGlass: { drillOverdueAfterDays: 0 } },
      'a whole number of days',
    ],
    [
      'tenants[0].tenantId',
      { tenants: [{ ...tenant, tenantId: 'contoso.com' }] },
      'a GUID',
    ],
    [
      'tenants[0].clientId',
      { tenants: [{ ...tenant, clientId: 'portal' }] },
      'a GUID',
    ],
    [
      'tenants[0].clientSecret',
      { tenants: [{ ...tenant, clientSecret: objectId }] },
      'use its value',
    ],
    [
      'tenants[0].clientSecret',
      { tenants: [{ ...tenant, clientSecret: 'a~Secret Value' }] },
      'a blank or a new line in it',
    ],
    [
      'tenants[0].clientSecret',
      { tenants: [{ ...tenant, clientSecret: 'abc8Q~cut' }] },
      'the end of it is missing',
    ],
    [
      'tenants[0].clientSecret',
      { tenants: [{ ...tenant, clientSecret: '' }] },
      'string',
    ],
    ['tenants[0]', { tenants: [{ tenantId, clientId }] }, 'one of'],
    ['connect', { connect: { clientId } }, 'one of'],
    [
      'connect.managedIdentity',
      { connect: { clientId, managedIdentity: 'systemAssigned' } },
      'its own tenant alone',
    ],
    [
      'connect.previousKeyFile',
      { connect: { clientId, clientSecret: 'x', previousKeyFile: '/key' } },
      'where there is no keyFile',
    ],
    [
      'connect.authority',
      {
        connect: {
          clientId,
          clientSecret: 'x',
          ...simulator,
          authority: `https://localhost:1/${tenantId}`,
        },
      },
      'each tenant has its own path',
    ],
    [
      'tenants[0]',
      { tenants: [{ ...tenant, managedIdentity: 'systemAssigned' }] },
      'has clientSecret and managedIdentity',
    ],
    [
      'tenants[0].expiresAt',
      { tenants: [{ ...tenant, expiresAt: 'next year' }] },
      'a day, such as',
    ],
    [
      'tenants[0].expiresAt',
      {
        tenants: [
          { tenantId, clientId, federated: {}, expiresAt: '2027-03-04' },
        ],
      },
      'only stand beside clientSecret',
    ],
    [
      'tenants[0].certificate.privateKeyFile',
      {
        tenants: [
          { tenantId, clientId, certificate: { certificateFile: '/a' } },
        ],
      },
      'the path of its private key',
    ],
    [
      'tenants[0].federated.tokenFile',
      { tenants: [{ tenantId, clientId, federated: {} }] },
      'AZURE_FEDERATED_TOKEN_FILE',
    ],
    [
      'tenants[0].managedIdentity',
      { tenants: [{ tenantId, clientId, managedIdentity: clientId }] },
      'systemAssigned, userAssigned',
    ],
    [
      'tenants[0].contact',
      { tenants: [{ ...tenant, contact: 'component:shop' }] },
      'the entity ref of a user or group',
    ],
    [
      'tenants[1].tenantId',
      { tenants: [tenant, { ...tenant, tenantId: id }] },
      'twice',
    ],
    [
      'tenants[0].cloud',
      { tenants: [{ ...tenant, cloud: 'germany' }] },
      'usGovernmentDoD',
    ],
    [
      'tenants[0].cloud',
      { tenants: [{ ...tenant, ...simulator, cloud: 'global' }] },
      'left out',
    ],
    [
      'tenants[0].graphRoot',
      { tenants: [{ ...tenant, authority: simulator.authority }] },
      'together',
    ],
    [
      'tenants[0].authority',
      { tenants: [{ ...tenant, graphRoot: simulator.graphRoot }] },
      'together',
    ],
    [
      'tenants[0].authority',
      {
        tenants: [{ ...tenant, ...simulator, authority: 'http://localhost:1' }],
      },
      'https',
    ],
    [
      'tenants[0].authority',
      {
        tenants: [
          { ...tenant, ...simulator, authority: 'https://localhost:1/common' },
        ],
      },
      'tenant id',
    ],
    [
      'tenants[0].graphRoot',
      {
        tenants: [{ ...tenant, ...simulator, graphRoot: 'http://localhost:1' }],
      },
      'https',
    ],
    [
      'tenants[0].graphRoot',
      {
        tenants: [
          { ...tenant, ...simulator, graphRoot: 'https://localhost:1/v1.0' },
        ],
      },
      'without a path',
    ],
    ['schedule', { schedule: { timeout: { minutes: 5 } } }, 'frequency'],
    ['staleAfter', { staleAfter: 'soon' }, 'soon'],
    ['staleAfter', { staleAfter: { seconds: 0 } }, 'duration'],
    ['basis', { basis: 'enforced' }, 'registered, capable'],
    ['target', { target: 0 }, 'per cent'],
    ['target', { target: 100.1 }, 'per cent'],
    ['target', { target: 99.95 }, 'one decimal'],
    ['target', { target: 'high' }, 'number'],
    ['targetDate', { targetDate: '31.12.2026' }, 'a day'],
    ['targetDate', { targetDate: '2026-02-30' }, 'a day'],
    ['breakGlassIds[1]', { breakGlassIds: [objectId, 'root'] }, 'a GUID'],
    [
      'scope.listed[0].objectId',
      { scope: { listed: [{ objectId: 'x', owner: 'a', reason: 'b' }] } },
      'a GUID',
    ],
    [
      'scope.listed[0].owner',
      { scope: { listed: [{ objectId, owner: ' ', reason: 'b' }] } },
      'who',
    ],
    [
      'scope.listed[0].reason',
      { scope: { listed: [{ objectId, owner: 'a' }] } },
      'reason',
    ],
    [
      'scope.listed[1].objectId',
      {
        scope: {
          listed: [
            { objectId, owner: 'a', reason: 'b' },
            { objectId, owner: 'a', reason: 'b' },
          ],
        },
      },
      'twice',
    ],
    [
      'scope.listedPatterns[0].pattern',
      {
        scope: { listedPatterns: [{ pattern: '(', owner: 'a', reason: 'b' }] },
      },
      'regular expression',
    ],
    [
      'leads.profile[1]',
      { leads: { profile: ['lead', 'nickname'] } },
      'ends with lead',
    ],
    ['smallTeams.hideBelow', { smallTeams: { hideBelow: 2.5 } }, 'whole'],
    ['smallTeams.hideBelow', { smallTeams: { hideBelow: -1 } }, 'whole'],
    ['pictures[1]', { pictures: ['organization', 'payments'] }, 'group:'],
    ['pictures[0]', { pictures: ['user:default/ada'] }, 'group:'],
    ['pictures[0]', { pictures: ['control:MFA-01'] }, 'control:mfa/MFA-01'],
    ['pictures[0]', { pictures: ['organization;tenant=contoso'] }, ';tenant='],
    [
      'services.tierAnnotation',
      { services: { tierAnnotation: 'our tier' } },
      'annotation or label',
    ],
    ['hold.people', { hold: { people: 0 } }, 'whole number'],
    ['hold.points', { hold: { points: 1.25 } }, 'one decimal'],
    [
      'pace.reportRequestsPer10Seconds',
      { pace: { reportRequestsPer10Seconds: 6 } },
      '1 to 5',
    ],
    [
      'pace.reportRequestsPer10Seconds',
      { pace: { reportRequestsPer10Seconds: 2.5 } },
      '1 to 5',
    ],
    [
      'exceptions.maximumDays',
      { exceptions: { maximumDays: 0 } },
      'whole number of days',
    ],
    [
      'exceptions.remindDaysBefore',
      { exceptions: { remindDaysBefore: 1.5 } },
      'whole number of days',
    ],
    [
      'reviews.noMethodAfterDays',
      { reviews: { noMethodAfterDays: -1 } },
      'whole number of days',
    ],
    ['teams.sources', { teams: { sources: [] } }, 'one source at least'],
    ['teams.sources[0]', { teams: { sources: ['contoso'] } }, 'a location'],
    ['names.perMinute', { names: { perMinute: 199 } }, 'from 200'],
    ['retention.auditDays', { retention: { auditDays: 364 } }, 'from 365'],
    ['retention.eventDays', { retention: { eventDays: 29 } }, 'from 30'],
    ['retention.peopleDays', { retention: { peopleDays: 89 } }, 'from 90'],
    ['retention.runsDays', { retention: { runsDays: 29 } }, 'from 30'],
    ['exposure', { exposure: 'everything' }, 'off, groups, all'],
  ])('refuses a wrong entraMfa.%s', (path, config, should) => {
    const reading = () => read(config);
    expect(reading).toThrow(`entraMfa.${path}`);
    expect(reading).toThrow(should);
  });

  it('takes numbers, and yes or no, as an environment variable gives them', () => {
    const { hold, rules, notify } = read({
      hold: { people: '25', points: '2.5' },
      scope: { countGuests: 'true' },
      notify: { leads: 'false' },
    });
    expect([hold, rules.countGuests, notify.leads]).toEqual([
      { people: 25, permille: 25 },
      true,
      false,
    ]);
  });

  it('takes a key without a value for one that is left out', () => {
    expect(read({ scope: null, hold: { people: null } }).hold.people).toBe(10);
  });

  it.each([
    [
      { clientSecret: 'a', expiresAt: '2027-03-04' },
      {
        kind: 'secret',
        clientSecret: 'a',
        endsAt: new Date('2027-03-04T00:00:00Z'),
      },
    ],
    [
      { clientSecret: 'a', expiresAt: '2027-03-04T12:00:00+02:00' },
      {
        kind: 'secret',
        clientSecret: 'a',
        endsAt: new Date('2027-03-04T10:00:00Z'),
      },
    ],
    [
      { certificate: { certificateFile: '/a', privateKeyFile: '/b' } },
      { kind: 'certificate', certificateFile: '/a', privateKeyFile: '/b' },
    ],
    [
      { federated: { tokenFile: '/c' } },
      { kind: 'federated', tokenFile: '/c' },
    ],
    [{ federated: {} }, { kind: 'federated', tokenFile: '/of-the-workload' }],
    [
      { managedIdentity: 'userAssigned' },
      { kind: 'managed-identity', assigned: 'userAssigned' },
    ],
  ])('reads the credential %j', (given, credential) => {
    process.env.AZURE_FEDERATED_TOKEN_FILE = '/of-the-workload';
    const { tenants } = read({ tenants: [{ tenantId, clientId, ...given }] });
    delete process.env.AZURE_FEDERATED_TOKEN_FILE;
    expect(tenants[0].credential).toEqual(credential);
  });

  it('never repeats a secret', () => {
    expect(() =>
      read({ tenants: [{ ...tenant, clientSecret: objectId }] }),
    ).not.toThrow(objectId);
  });
});
