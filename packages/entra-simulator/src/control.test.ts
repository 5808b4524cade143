import { startSimulator, type Simulator } from './startSimulator';
import { ask, signIn } from './__testUtils__/ask';

describe('/control', () => {
  let simulator: Simulator;
  beforeAll(async () => {
    simulator = await startSimulator({
      size: 100,
      startDate: new Date('2026-09-01T00:00:00Z'),
      frozenClock: true,
    });
  });
  afterAll(() => simulator.stop());

  const send = async (method: string, path: string, body?: unknown) => {
    const { status, text } = await ask(simulator, `/control${path}`, {
      method,
      headers: { 'Content-Type': 'application/json' },
      body: body === undefined ? undefined : JSON.stringify(body),
    });
    return { status, body: JSON.parse(text) };
  };

  it('reads, sets, advances and freezes the clock', async () => {
    expect((await send('GET', '/clock')).body).toEqual({
      now: '2026-09-01T00:00:00.000Z',
      frozen: true,
    });
    const later = await send('POST', '/clock', {
      advance: { days: 1, hours: 2 },
    });
    expect(later.body.now).toBe('2026-09-02T02:00:00.000Z');
    const set = await send('POST', '/clock', { set: '2026-10-01T00:00:00Z' });
    expect(set.body.now).toBe('2026-10-01T00:00:00.000Z');
    expect((await send('POST', '/clock', { frozen: false })).body.frozen).toBe(
      false,
    );
    expect((await send('POST', '/clock', { frozen: true })).body.frozen).toBe(
      true,
    );
  });

  it.each([
    ['POST', '/clock', { advance: { weeks: 1 } }, /weeks/],
    ['POST', '/clock', {}, /at least one/],
    ['POST', '/change', { share: 2 }, /share/],
    ['PUT', '/faults', { rules: [{ endpoint: 'users' }] }, /fault profile/],
  ])('refuses %s %s with %j', async (method, path, body, text) => {
    const answer = await send(method, path, body);
    expect(answer.status).toBe(400);
    expect(answer.body.error).toMatch(text);
  });

  it('answers over plain http too', async () => {
    const response = await fetch(
      `http://localhost:${simulator.httpPort}/control/stats`,
    );
    expect(response.status).toBe(200);
  });

  it('counts requests, shows faults and takes all back', async () => {
    const client = await signIn(simulator);
    await send('PUT', '/faults', {
      rules: [{ endpoint: 'users', kind: 'status', status: 503 }],
    });
    await client.get('/users');
    await client.get('/groups');
    expect((await send('GET', '/faults')).body.hits).toEqual([1]);
    expect((await send('GET', '/stats')).body).toMatchObject({
      requests: { token: 1, users: 1, groups: 1 },
      statuses: { 200: expect.any(Number), 503: 1 },
      faults: 1,
      maxConcurrent: 1,
    });
    await send('POST', '/change', { share: 0.5 });
    const reset = await send('POST', '/reset');
    expect(reset.body.requests).toEqual({});
    expect((await send('GET', '/faults')).body.rules).toEqual([]);
    expect(simulator.tenant!.changeCount).toBe(0);
    expect((await client.get('/users')).status).toBe(200);
  });

  it('says what there is', async () => {
    const { status, body } = await send('GET', '/nothing');
    expect(status).toBe(404);
    expect(body.error).toContain('/control/clock');
  });
});
