import { mockServices } from '@backstage/backend-test-utils';
import { ENTRA_MFA_SNAPSHOT_TOPIC } from '@entra-mfa/backstage-plugin-entra-mfa-node';
import { EntraMfaRefreshProvider } from './EntraMfaRefreshProvider';
import type { Exposure } from './status/readExposure';
import { StatusDirectory } from './status/StatusDirectory';

async function publish(
  exposure: Exposure,
  changed: { objectIds: string[]; groupRefs: string[] },
): Promise<string[][]> {
  const calls: string[][] = [];
  const events = mockServices.events();
  const provider = new EntraMfaRefreshProvider({
    directory: new StatusDirectory({
      source: { load: async () => ({ changed: false }) },
      logger: mockServices.logger.mock(),
    }),
    events,
    exposure,
    logger: mockServices.logger.mock(),
    calmMs: 0,
  });
  await provider.connect({
    applyMutation: jest.fn(),
    refresh: async ({ keys }) => {
      calls.push(keys);
    },
  });
  await events.publish({
    topic: ENTRA_MFA_SNAPSHOT_TOPIC,
    eventPayload: { tenant: 'tenant', snapshot: 1, ...changed },
  });
  await new Promise(resolve => setTimeout(resolve, 20));
  return calls;
}

describe('EntraMfaRefreshProvider', () => {
  it('refreshes in chunks, because the catalog does not split a long list', async () => {
    const objectIds = Array.from({ length: 500 }, (_, n) => `person-${n}`);
    const groupRefs = Array.from({ length: 500 }, (_, n) => `group:d/g-${n}`);
    const calls = await publish('all', {
      objectIds,
      groupRefs: [...groupRefs, 'group:d/last'],
    });
    expect(calls.map(keys => keys.length)).toEqual([500, 500, 1]);
    expect(new Set(calls.flat()).size).toBe(1001);
    expect(calls[2]).toEqual(['entra-mfa:group:group:d/last']);
  });

  it('leaves people alone where only groups are exposed', async () => {
    expect(
      await publish('groups', {
        objectIds: ['person'],
        groupRefs: ['group:default/payments'],
      }),
    ).toEqual([['entra-mfa:group:group:default/payments']]);
  });
});
