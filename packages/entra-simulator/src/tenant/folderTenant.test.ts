import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startSimulator, type Simulator } from '../startSimulator';
import { codeOf, signIn, type GraphClient } from '../__testUtils__/ask';

const report = '/reports/authenticationMethods/userRegistrationDetails';
const group = '4c0aaa15-9f67-43fb-a91a-94b11aff7229';
const member = { '@odata.type': '#microsoft.graph.user', id: 'u1' };
const subgroup = { '@odata.type': '#microsoft.graph.group', id: 'g2' };

const files = {
  'v1.0.reports.authenticationMethods.userRegistrationDetails': {
    '@odata.nextLink': `https://graph.microsoft.com/v1.0${report}?$top=1&$skiptoken=BbIoe8ng`,
    value: [{ id: 'u1', isMfaRegistered: true, somethingNew: [1] }],
  },
  'v1.0.reports.authenticationMethods.userRegistrationDetails~lastPage': {
    value: [{ id: 'u2', isMfaRegistered: 'of a wrong type' }],
  },
  'v1.0.groups.id.members': { value: [member, subgroup] },
  'v1.0.organization': { value: [{ id: 'o1', displayName: 'Contoso' }] },
  'v1.0.users~count': { '@odata.count': 13 },
};

describe('a tenant read from a folder', () => {
  let folder: string;
  let simulator: Simulator;
  let client: GraphClient;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'tenant-'));
    for (const [name, body] of Object.entries(files)) {
      await writeFile(join(folder, `${name}.json`), JSON.stringify(body));
    }
    simulator = await startSimulator({ tenantDir: folder });
    client = await signIn(simulator);
  });
  afterAll(async () => {
    await simulator.stop();
    await rm(folder, { recursive: true });
  });

  it('serves its pages as they are, linked to this server', async () => {
    const { text } = await client.get(report);
    expect(JSON.parse(text)).toEqual({
      ...files['v1.0.reports.authenticationMethods.userRegistrationDetails'],
      '@odata.nextLink': `${simulator.url}/v1.0${report}?$top=1&$skiptoken=BbIoe8ng`,
    });
    expect(await client.rows(report)).toEqual([
      { id: 'u1', isMfaRegistered: true, somethingNew: [1] },
      { id: 'u2', isMfaRegistered: 'of a wrong type' },
    ]);
  });

  it('puts an id into the name of the file', async () => {
    expect(await client.rows(`/groups/${group}/members`)).toEqual([
      member,
      subgroup,
    ]);
    expect(
      await client.rows(`/groups/${group}/members/microsoft.graph.user/`),
    ).toEqual([member]);
    expect(JSON.parse((await client.get('/organization/o1')).text)).toEqual({
      id: 'o1',
      displayName: 'Contoso',
    });
    const count = await client.get('/users/$count', {
      ConsistencyLevel: 'eventual',
    });
    expect(count.text).toBe('13');
  });

  it('has nothing where the folder has no file', async () => {
    const answer = await client.get('/users');
    expect(answer.status).toBe(404);
    expect(codeOf(answer)).toBe('Request_ResourceNotFound');
  });

  it('cannot be led out of its folder', async () => {
    const answer = await client.get('/users/..%2F..%2Fetc%2Fpasswd');
    expect(answer.status).toBe(404);
  });

  it('says that a folder is not there', async () => {
    await expect(startSimulator({ tenantDir: '/not/there' })).rejects.toThrow(
      'There is no folder /not/there',
    );
  });
});
