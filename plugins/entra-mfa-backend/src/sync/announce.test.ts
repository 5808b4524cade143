import { mockServices } from '@backstage/backend-test-utils';
import type { EventParams } from '@backstage/plugin-events-node';
import { announce } from './announce';

const ids = Array.from({ length: 1201 }, (_, index) => `person-${index}`);
const snapshot = {
  number: 7,
  at: new Date('2026-11-21T08:00:00Z'),
  assessedStep: 0,
  waitsForGroup: false,
  run: 9,
  objectIds: ids,
  groupRefs: ['group:default/a'],
  summary: '',
};

function listeners() {
  const events: EventParams[] = [];
  const signals: unknown[] = [];
  return {
    events: {
      publish: async (event: EventParams) => {
        events.push(event);
      },
      subscribe: async () => {},
    },
    signals: {
      publish: async (signal: unknown) => {
        signals.push(signal);
      },
    },
    logger: mockServices.logger.mock(),
    sent: { events, signals },
  };
}

describe('announce', () => {
  it('tells everything once, in events of at most 500, and nudges open pages without a word of what there is', async () => {
    const to = listeners();
    await announce('tenant-1', snapshot, to);
    const payloads = to.sent.events.map(event => {
      expect(event.topic).toBe('entra-mfa.snapshot');
      return event.eventPayload as { objectIds: string[]; groupRefs: string[] };
    });
    expect(payloads.map(({ objectIds }) => objectIds.length)).toEqual([
      500, 500, 201,
    ]);
    expect(payloads.flatMap(({ objectIds }) => objectIds)).toEqual(ids);
    expect(payloads.flatMap(({ groupRefs }) => groupRefs)).toEqual(
      snapshot.groupRefs,
    );
    expect(to.sent.signals).toEqual([
      {
        recipients: { type: 'broadcast' },
        channel: 'entra-mfa',
        message: {},
      },
    ]);
  });

  it('tells of a snapshot that changed nobody, too', async () => {
    const to = listeners();
    await announce('t', { ...snapshot, objectIds: [], groupRefs: [] }, to);
    expect(to.sent.events).toHaveLength(1);
  });

  it('lets the run be a success when nobody can be told', async () => {
    const to = listeners();
    to.events.publish = async () => {
      throw new Error('events are away');
    };
    await announce('tenant-1', snapshot, to);
    expect(to.logger.warn).toHaveBeenCalledWith(
      expect.stringContaining('events are away'),
    );
  });
});
