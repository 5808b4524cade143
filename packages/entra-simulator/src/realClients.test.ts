import { describeTenant } from './describeTenant';
import { startSimulator, type Simulator } from './startSimulator';
import { runInChild } from './__testUtils__/runInChild';

jest.setTimeout(60_000);

const signIn = (secret: string) => `
  const { ConfidentialClientApplication } = require('@azure/msal-node');
  const simulator = JSON.parse(process.env.SIMULATOR);
  const app = new ConfidentialClientApplication({
    auth: {
      clientId: simulator.clientId,
      clientSecret: ${secret},
      authority: simulator.url + '/' + simulator.tenantId,
      knownAuthorities: ['localhost:' + simulator.port],
    },
  });
  const getToken = async () =>
    (await app.acquireTokenByClientCredential({ scopes: [simulator.url + '/.default'] })).accessToken;
`;

describe('Microsoft’s own clients', () => {
  let simulator: Simulator;
  beforeAll(async () => {
    simulator = await startSimulator({ size: 300, reportLimit: false });
  });
  afterAll(() => simulator.stop());

  it('sign in through MSAL and page through the report with the Graph client', async () => {
    const ids = await runInChild(
      simulator,
      `${signIn('simulator.clientSecret')}
      const { Client, PageIterator } = require('@microsoft/microsoft-graph-client');
      const client = Client.initWithMiddleware({
        baseUrl: simulator.url + '/',
        defaultVersion: 'v1.0',
        customHosts: new Set(['localhost']),
        authProvider: { getAccessToken: getToken },
      });
      const first = await client.api('/reports/authenticationMethods/userRegistrationDetails').top(90).get();
      const ids = [];
      await new PageIterator(client, first, row => { ids.push(row.id); return true; }).iterate();
      console.log(JSON.stringify(ids));`,
    );

    const expected: string[] = [];
    for await (const row of simulator.tenant!.streamRegistrations(
      simulator.clock.now(),
    )) {
      expected.push(row.id);
    }
    expect(expected.length).toBeGreaterThan(300);
    expect(ids).toEqual(expected);
  });

  it('learn from MSAL that the secret is wrong, and that it has expired', async () => {
    const attempt = `${signIn("'not-the-secret'")}
      const error = await getToken().catch(e => e);
      console.log(JSON.stringify([error.errorCode, error.errorMessage]));`;
    const [code, text] = (await runInChild(simulator, attempt)) as string[];
    expect(code).toBe('invalid_client');
    expect(text).toContain('AADSTS7000215');

    simulator.faults.set({
      rules: [{ endpoint: 'token', kind: 'expiredSecret' }],
    });
    const [, later] = (await runInChild(simulator, attempt)) as string[];
    simulator.faults.clear();
    expect(later).toContain('AADSTS7000222');
  });

  it('read users, groups and nested teams through the catalog’s msgraph provider', async () => {
    const entities = (await runInChild(
      simulator,
      `
      const { ConfigReader } = require('@backstage/config');
      const { MicrosoftGraphOrgEntityProvider } = require('@backstage/plugin-catalog-backend-module-msgraph');
      const simulator = JSON.parse(process.env.SIMULATOR);
      const logger = { debug() {}, info() {}, warn() {}, error: console.error, child: () => logger };
      const [provider] = MicrosoftGraphOrgEntityProvider.fromConfig(
        new ConfigReader({ catalog: { providers: { microsoftGraphOrg: { contoso: {
          target: simulator.url + '/v1.0',
          tenantId: simulator.tenantId,
        } } } } }),
        { logger, schedule: { run() {} } },
      );
      await provider.connect({
        applyMutation: async ({ entities }) =>
          console.log(JSON.stringify(entities.map(({ entity }) => entity))),
      });
      await provider.read();`,
    )) as {
      kind: string;
      metadata: { name: string };
      spec: { memberOf: string[]; parent?: string };
    }[];
    const org = {
      users: entities.filter(({ kind }) => kind === 'User'),
      groups: entities.filter(({ kind }) => kind === 'Group'),
    };

    const parents = Object.fromEntries(
      org.groups.map(({ metadata, spec }) => [metadata.name, spec.parent]),
    );
    expect(parents.contoso).toBeUndefined();
    expect(parents.engineering).toBe('group:default/contoso');
    expect(parents.payments).toBe('group:default/engineering');
    expect(parents.checkout).toBe('group:default/payments');

    const { paymentsLead, unregistered } = describeTenant();
    const memberOf = (entityName: string) =>
      org.users.find(({ metadata }) => metadata.name === entityName)?.spec
        .memberOf;
    expect(memberOf(paymentsLead.entityName)).toContain(
      'group:default/payments',
    );
    expect(memberOf(unregistered.entityName)).toContain(
      'group:default/checkout',
    );

    let enabled = 0;
    for await (const user of simulator.tenant!.streamUsers(
      simulator.clock.now(),
    )) {
      enabled += Number(user.accountEnabled);
    }
    expect(org.users).toHaveLength(enabled);
    expect(new Set(org.users.map(({ metadata }) => metadata.name)).size).toBe(
      enabled,
    );
  });
});
