import fc from 'fast-check';
import { startSimulator, type Simulator } from './startSimulator';
import { codeOf, signIn, type GraphClient } from './__testUtils__/ask';

const report = '/reports/authenticationMethods/userRegistrationDetails';

describe('paging', () => {
  let simulator: Simulator;
  let client: GraphClient;
  beforeAll(async () => {
    simulator = await startSimulator({
      size: 120,
      startDate: new Date('2026-09-01T12:00:00Z'),
      frozenClock: true,
      reportLimit: false,
      cachedPages: 50,
    });
    client = await signIn(simulator);
  });
  afterAll(() => simulator.stop());

  it.each([report, '/users', '/groups'])(
    'gives the same rows of %s whatever the size of a page',
    async path => {
      const whole = await client.rows(`${path}?$top=999`);
      await fc.assert(
        fc.asyncProperty(fc.integer({ min: 1, max: 200 }), async size => {
          expect(await client.rows(`${path}?$top=${size}`)).toEqual(whole);
        }),
        { numRuns: 8, examples: [[whole.length], [whole.length - 1]] },
      );
    },
  );

  it('says on the last page that it is the last, and never sends a page without need', async () => {
    const whole = await client.rows(`${report}?$top=999`);
    const { text } = await client.get(`${report}?$top=${whole.length}`);
    expect(JSON.parse(text)).not.toHaveProperty(['@odata.nextLink']);
  });

  it('keeps the query in the link', async () => {
    const { text } = await client.get(
      '/users?$top=7&$select=mail&$filter=accountEnabled%20eq%20true',
    );
    const link = new URL(JSON.parse(text)['@odata.nextLink']);
    expect(link.origin).toBe(simulator.url);
    expect(link.searchParams.get('$top')).toBe('7');
    expect(link.searchParams.get('$select')).toBe('mail');
    expect(link.searchParams.get('$filter')).toBe('accountEnabled eq true');
  });

  it('lets page tokens expire', async () => {
    const { text } = await client.get(`${report}?$top=10`);
    const link = JSON.parse(text)['@odata.nextLink'];
    expect((await client.get(link)).status).toBe(200);
    simulator.clock.advance(11 * 60 * 1000);
    const late = await client.get(link);
    simulator.clock.advance(-11 * 60 * 1000);
    expect(late.status).toBe(400);
    expect(codeOf(late)).toBe('Directory_ExpiredPageToken');
  });

  it('refuses a token that it never gave', async () => {
    const answer = await client.get(`${report}?$skiptoken=made-up`);
    expect(answer.status).toBe(400);
    expect(codeOf(answer)).toBe('BadRequest');
  });
});
