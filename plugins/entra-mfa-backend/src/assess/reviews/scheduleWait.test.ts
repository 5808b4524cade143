import { scheduleWait, type ScheduleFacts } from './scheduleWait';

const now = new Date('2026-12-01T09:00:00Z');
const ready: ScheduleFacts = {
  nextDay: '2026-12-01',
  ground: {
    freshUntil: new Date('2026-12-02T00:00:00Z'),
    isHeld: false,
    hasFailed: false,
  },
  readAt: new Date('2026-12-01T06:00:00Z'),
  isOpen: false,
};
const ground = (rest: Partial<ScheduleFacts['ground']>) => ({
  ground: { ...ready.ground, ...rest },
});

it.each<[string, Partial<ScheduleFacts>, ReturnType<typeof scheduleWait>]>([
  ['on its day, after a good sync', {}, null],
  ['after its day', { nextDay: '2026-11-15' }, null],
  ['before its day', { nextDay: '2026-12-02' }, 'not-yet'],
  ['while the one before is open', { isOpen: true }, 'open'],
  ['after a sync that failed', ground({ hasFailed: true }), 'failed'],
  ['while a figure is held', ground({ isHeld: true }), 'held'],
  ['on data that is stale', ground({ freshUntil: now }), 'stale'],
  ['on data of no known age', ground({ freshUntil: null }), 'stale'],
  [
    'on data of the day before',
    { readAt: new Date('2026-11-30T23:59:59Z') },
    'not-read',
  ],
  ['before the first good sync', { readAt: null }, 'not-read'],
])('%s', (_, facts, expected) => {
  expect(scheduleWait({ ...ready, ...facts }, now)).toBe(expected);
});
