import { mockServices } from '@backstage/backend-test-utils';
import { DefaultEventsService } from '@backstage/plugin-events-node';
import { HeldEvents } from './HeldEvents';

async function setUp() {
  const held = new HeldEvents();
  const events = held.wrap(
    DefaultEventsService.create({ logger: mockServices.logger.mock() }),
  );
  const heard: unknown[] = [];
  await events.subscribe({
    id: 'test',
    topics: ['day'],
    onEvent: async ({ eventPayload }) => {
      heard.push(eventPayload);
    },
  });
  const publish = (day: number) =>
    events.publish({ topic: 'day', eventPayload: day });
  return { held, heard, publish };
}

describe('HeldEvents', () => {
  it('lets events through', async () => {
    const { heard, publish } = await setUp();
    await publish(1);
    expect(heard).toEqual([1]);
  });

  it('tells held events when they are released, in their order, and then holds no more', async () => {
    const { held, heard, publish } = await setUp();
    held.hold();
    await publish(1);
    await publish(2);
    held.hold();
    expect(heard).toEqual([]);
    await held.release();
    expect(heard).toEqual([1, 2]);
    await publish(3);
    expect(heard).toEqual([1, 2, 3]);
  });
});
