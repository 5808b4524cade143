import { ConfigReader } from '@backstage/config';
import { readEntraMfaConfig } from './readEntraMfaConfig';

const now = new Date('2026-11-21T08:00:00Z');
const timeout = { minutes: 30 };

const read = (schedule: object, staleAfter?: object) =>
  readEntraMfaConfig(
    new ConfigReader({ entraMfa: { schedule: schedule as {}, staleAfter } }),
    now,
  );

it.each([
  '0 3 1 * *',
  '0 0 1,15 * *',
  '0 3 1 1,4,7,10 *',
  '0 3 1 1 *',
  '0 3 29 2 *',
  '0 13 * * *',
  '0 0 13 * * mon-fri',
  '  0 13   * * *  ',
  '@weekdays',
])('takes the cron expression %s', cron => {
  expect(read({ frequency: { cron }, timeout }).schedule).toEqual({
    frequency: { cron },
    timeout,
    timeZone: 'UTC',
  });
});

it.each<[unknown, string]>([
  ['0 13 * *', 'Too few fields'],
  ['0 0 0 13 * * *', 'Too many fields'],
  ['61 * * * *', 'out of range'],
  ['0 0 25 * * *', 'out of range'],
  ['0 13 * * noday', 'Unknown alias: nod'],
  ['at 13:00', 'Unknown alias'],
  ['', 'Too few fields'],
  [13, 'five fields'],
  // There is no such day.
  ['0 0 30 2 *', 'no day is ever as "0 0 30 2 *" says'],
  ['0 0 0 31 4,6,9,11 *', 'a time that comes'],
])('refuses the cron expression %j', (cron, says) => {
  const reading = () => read({ frequency: { cron }, timeout });
  expect(reading).toThrow(
    /^Invalid configuration at entraMfa\.schedule\.frequency\.cron: should .* such as "0 13 \* \* \*"/,
  );
  expect(reading).toThrow(says);
});

it.each(['Europe/Berlin', 'America/Argentina/Ushuaia', 'UTC', 'Etc/GMT+5'])(
  'takes the time zone %s',
  timeZone => {
    const frequency = { cron: '0 13 * * *' };
    expect(read({ frequency, timeout, timeZone }).schedule).toMatchObject({
      timeZone,
    });
  },
);

// Names of the date library that are none of a time zone, and offsets that know no summer time.
it.each(['local', 'system', 'Berlin', 'utc+3', '+02:00', ' Europe/Berlin'])(
  'refuses the time zone %j',
  timeZone => {
    expect(() => read({ frequency: { hours: 1 }, timeout, timeZone })).toThrow(
      /^Invalid configuration at entraMfa\.schedule\.timeZone: should be .* such as "Europe\/Berlin"/,
    );
  },
);

const hours = (count: number) => count * 3600;

it.each<[string, object, number]>([
  ['every hour', { frequency: { hours: 1 }, timeout }, hours(6)],
  ['by hand', { frequency: { trigger: 'manual' }, timeout }, hours(6)],
  ['every five hours', { frequency: { hours: 5 }, timeout }, hours(6)],
  ['every six hours', { frequency: { hours: 6 }, timeout }, hours(7)],
  ['every day', { frequency: { cron: '0 13 * * *' }, timeout }, hours(25)],
  [
    'every day where clocks are set back',
    { frequency: { cron: '0 13 * * *' }, timeout, timeZone: 'Europe/Berlin' },
    hours(26),
  ],
  [
    'every day, for up to two hours',
    { frequency: { cron: '0 13 * * *' }, timeout: { hours: 2 } },
    hours(28),
  ],
  [
    'every month',
    { frequency: { cron: '0 3 1 * *' }, timeout },
    hours(31 * 24 + 1),
  ],
])('goes stale later than the next sync: %s', (_, schedule, seconds) => {
  expect(read(schedule).staleAfterSeconds).toBe(seconds);
  expect(read(schedule, { hours: 2 }).staleAfterSeconds).toBe(hours(2));
});
