import type { Attempt } from '@entra-mfa/backstage-plugin-entra-mfa-common';
import type { Knex } from 'knex';
import { objectId, userRow } from '../__testUtils__/rows';
import { silentLogger } from '../__testUtils__/silentLogger';
import { startTestApi, type TestApi } from '../__testUtils__/startTestApi';
import { TestDatabases } from '../__testUtils__/TestDatabases';
import { createSyncedTenant, tenantId } from '../__testUtils__/testTenant';
import type { TestSync } from '../__testUtils__/TestSync';
import { forgetOldEvents } from '../connections/forgetOldEvents';
import { GraphRequestError } from '../graph/errors';

jest.setTimeout(60_000);

const databases = TestDatabases.create();
const DAY = 86_400_000;
const inScope = 'state=covered,uncovered,unknown,exempt';

/** The first sync knows nobody by a name yet, and has been. */
describe.each(databases.eachSupportedId())('attempts on %s', databaseId => {
  let knex: Knex;
  let sync: TestSync;
  let api: TestApi;

  beforeEach(async () => {
    sync = await createSyncedTenant(databases, databaseId);
    knex = sync.knex;
    api = await startTestApi(sync);
  });
  afterEach(() => api.stop());

  const event = (person: number, daysAgo: number, change: object = {}) => ({
    id: `event of ${person}, ${daysAgo} ${JSON.stringify(change)}`.slice(0, 99),
    feature: 'registration',
    userPrincipalName: `PERSON${person}@contoso.com`,
    userDisplayName: `Person ${person}`,
    isSuccess: false,
    authMethod: 'microsoftAuthenticatorPush',
    failureReason: 'The user cancelled',
    eventDateTime: new Date(sync.now.getTime() - daysAgo * DAY).toISOString(),
    ...change,
  });
  const give = (...events: object[]) => {
    sync.source.pages['registration-events'] = [events];
  };
  const attempts = async (
    number: number,
    caller?: 'self' | 'owner',
  ): Promise<Attempt[] | null> =>
    (await api.get(`/people/${tenantId}/${objectId(number)}`, caller)).body
      .attempts;
  const marked = async () => {
    const { body } = await api.get(
      `/people?mark=tried-and-failed&${inScope}&count=true`,
    );
    const { counts } = (await api.get('/overview')).body;
    // A number and its list never disagree.
    expect(counts.marks['tried-and-failed'] ?? 0).toBe(body.totalItems);
    return body.items
      .map(({ id }: { id: string }) => Number(id.slice(-2)))
      .sort((one: number, other: number) => one - other);
  };

  it('tells what a person tried and why it failed, without what is personal, newest first', async () => {
    give(
      event(2, 3, {
        failureReason: ' Wrong code for +49 151 2345678 of a@b.c ',
      }),
      event(2, 1, { isSuccess: true, failureReason: '', authMethod: 'email' }),
      event(2, 2, { feature: 'reset', failureReason: null }),
      event(2, 2, { feature: 'unknownFutureValue' }),
      event(8, 1),
    );
    await sync.run();
    const told = await attempts(2);
    expect(told).toEqual([
      expect.objectContaining({ success: true, method: 'email', reason: null }),
      expect.objectContaining({ feature: 'reset', reason: null }),
      expect.objectContaining({
        feature: 'registration',
        success: false,
        method: 'microsoftAuthenticatorPush',
        reason: 'Wrong code for … of …',
      }),
    ]);
    expect(await attempts(2, 'self')).toEqual(told);
    expect(await attempts(1)).toEqual([]);
  });

  it('marks who is not registered and failed, until they manage to or 30 days are over, and changes nobody’s state', async () => {
    const { states } = await sync.published();
    give(
      event(2, 29.5),
      event(8, 1),
      event(8, 2, { isSuccess: true }),
      event(12, 2),
      event(12, 1, { isSuccess: true }),
      // Registered, and too long ago.
      event(1, 1),
      event(7, 31),
    );
    await sync.run();
    expect(await marked()).toEqual([2, 8]);
    expect((await sync.published()).states).toEqual(states);
    // In 30 days: 1, 2 and 8, and 12, whose last word was a success; what 7 did is longer ago.
    expect((await api.get('/attempts')).body).toEqual({
      from: new Date(sync.now.getTime() - 30 * DAY).toISOString(),
      to: sync.now.toISOString(),
      registration: { tried: 4, managed: 2 },
      reset: { tried: 0, managed: 0 },
      methods: [
        {
          feature: 'registration',
          method: 'microsoftAuthenticatorPush',
          succeeded: 2,
          failed: 4,
          reasons: [{ reason: 'The user cancelled', count: 4 }],
        },
      ],
    });
    expect((await api.get('/overview')).body.readsAttempts).toBe(true);
    const { body } = await api.get('/teams/group/default/checkout');
    expect(body.counts.marks['tried-and-failed']).toBe(1);
    await sync.letPass(DAY);
    await sync.run();
    expect(await marked()).toEqual([8]);
  });

  it('does not take an email as the end of it', async () => {
    give(event(2, 2), event(2, 1, { isSuccess: true, authMethod: 'email' }));
    await sync.run();
    expect(await marked()).toEqual([2]);
  });

  it('keeps of nobody whom the directory does not have, nor of who had the name before', async () => {
    const [users] = sync.source.pages.users!;
    const since = new Date(sync.now.getTime() - 5 * DAY).toISOString();
    sync.source.pages.users![0] = users.map(row =>
      (row as { id: string }).id === objectId(8)
        ? userRow(8, { createdDateTime: since })
        : row,
    );
    await sync.run();
    give(
      event(2, 1, { userPrincipalName: 'stranger@contoso.com' }),
      event(2, 1, { userPrincipalName: '' }),
      event(2, 1, { userPrincipalName: null }),
      event(8, 6),
      event(8, 4),
    );
    await sync.run();
    const kept = await sync.records('registration-events');
    expect(kept.map(([key]) => key.split('|')[0])).toEqual([objectId(8)]);
    expect(JSON.stringify(kept)).not.toMatch(/contoso/i);
  });

  it('refuses rows that are not as documented, and is healthy without them', async () => {
    give(event(2, 1, { userPrincipalName: undefined }));
    await sync.run();
    const { collectors } = await sync.lastRun();
    const of = collectors.find(row => row.data_set === 'registration-events');
    expect(of!.outcome).toBe('failed');
    expect(await attempts(2)).toHaveLength(0);
    expect((await api.get('/overview')).body.freshness.problems).toEqual([]);
  });

  it('keeps what Microsoft no longer has, or no longer gives, for as long as events are kept', async () => {
    const [old, recent] = [event(2, 80), event(2, 10)];
    give(old, recent);
    await sync.run();
    give(event(8, 1));
    await sync.run();
    expect(await attempts(2)).toHaveLength(2);
    sync.source.before = dataSet => {
      if (dataSet === 'registration-events') {
        throw new GraphRequestError(403, 'AccessDenied', null, false);
      }
    };
    await sync.run();
    expect(await attempts(2)).toHaveLength(2);
    expect(await marked()).toEqual([2, 8]);

    sync.source.before = () => {};
    give(old);
    await sync.letPass(11 * DAY);
    const options = {
      ...{ knex, clock: sync.clock, logger: silentLogger },
      ...{ auditDays: 400, eventDays: 90, signInActivity: false },
      entraGroups: { read: true },
    };
    // Connections are entered as they are followed, which no test of the API does.
    await knex('connection')
      .insert({ tenant_id: tenantId })
      .onConflict('tenant_id')
      .ignore();
    await forgetOldEvents(options, new AbortController().signal);
    expect(await attempts(2)).toHaveLength(1);
    await sync.run();
    expect(await attempts(2)).toHaveLength(1);
  });
});
