import { EntraMfaClient } from './client';

function createClient(response: Response) {
  const fetch = jest.fn(
    async (..._: Parameters<typeof globalThis.fetch>) => response,
  );
  const client = new EntraMfaClient({
    discoveryApi: {
      getBaseUrl: async id => `https://portal.example/api/${id}`,
    },
    fetchApi: { fetch },
  });
  return { client, fetch };
}

const ok = (body: object) => new Response(JSON.stringify(body));

it('puts parameters into the path and the query', async () => {
  const { client } = createClient(ok({}));
  expect(
    await client.url('getTeam', {
      kind: 'group',
      namespace: 'default',
      name: 'r&d/x',
    }),
  ).toBe(
    'https://portal.example/api/entra-mfa/v1/teams/group/default/r%26d%2Fx',
  );
  expect(
    await client.url(
      'getPeople',
      {},
      {
        state: ['covered', 'unknown'],
        q: 'a b',
        limit: 5,
        team: undefined,
        method: '',
      },
    ),
  ).toBe(
    'https://portal.example/api/entra-mfa/v1/people?state=covered%2Cunknown&q=a+b&limit=5',
  );
});

it('calls with the method of the route and the token of a service', async () => {
  const { client, fetch } = createClient(ok({ tenant: 't' }));
  expect(
    await client.call('startSync', { id: 't' }, {}, { token: 'abc' }),
  ).toEqual({
    tenant: 't',
  });
  expect(fetch).toHaveBeenCalledWith(
    'https://portal.example/api/entra-mfa/v1/tenants/t/sync',
    expect.objectContaining({
      method: 'POST',
      headers: { Authorization: 'Bearer abc' },
    }),
  );
});

it('leaves the token to the fetch API of the portal when it is given none', async () => {
  const { client, fetch } = createClient(ok({}));
  await client.call('getOverview', {});
  expect(fetch.mock.calls[0][1]!.headers).toEqual({});
});

it('throws what the backend says, with its status', async () => {
  const { client } = createClient(
    new Response(
      JSON.stringify({
        error: {
          name: 'NotAllowedError',
          message: 'You need the permission x',
        },
        response: { statusCode: 403 },
      }),
      { status: 403, headers: { 'content-type': 'application/json' } },
    ),
  );
  await expect(client.call('getOverview', {})).rejects.toMatchObject({
    name: 'ResponseError',
    statusCode: 403,
    cause: expect.objectContaining({ message: 'You need the permission x' }),
  });
});

it('stops when the caller does', async () => {
  const controller = new AbortController();
  const { client, fetch } = createClient(ok({}));
  await client.call('getOverview', {}, {}, { signal: controller.signal });
  expect(fetch.mock.calls[0][1]!.signal).toBe(controller.signal);
});
