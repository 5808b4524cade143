import { execFileSync } from 'node:child_process';
import { nextCronTime } from './nextCronTime';

const next = (expression: string, timeZone: string, after: string) =>
  nextCronTime(expression, timeZone, new Date(after)).toISOString();

it.each([
  // Summer time ends on 25 October 2026 in Berlin, and on 1 November in New York.
  ['0 13 * * *', 'UTC', '2026-10-24T13:00Z', '2026-10-25T13:00Z'],
  ['0 13 * * *', 'Europe/Berlin', '2026-10-23T12:00Z', '2026-10-24T11:00Z'],
  ['0 13 * * *', 'Europe/Berlin', '2026-10-24T11:00Z', '2026-10-25T12:00Z'],
  ['0 13 * * *', 'America/New_York', '2026-10-31T17:00Z', '2026-11-01T18:00Z'],
  // It begins on 28 March 2027 in Berlin.
  ['0 13 * * *', 'Europe/Berlin', '2027-03-27T12:00Z', '2027-03-28T11:00Z'],
  // A time that the clock leaves out comes when it has moved on.
  ['30 2 * * *', 'Europe/Berlin', '2027-03-27T01:30Z', '2027-03-28T01:00Z'],
  ['30 2 * * *', 'Europe/Berlin', '2027-03-28T01:00Z', '2027-03-29T00:30Z'],
  // A time that it shows twice comes once.
  ['30 1 * * *', 'America/New_York', '2026-11-01T05:30Z', '2026-11-02T06:30Z'],
  ['0 3 1 * *', 'Asia/Kathmandu', '2026-11-02T00:00Z', '2026-11-30T21:15Z'],
  ['0 3 29 2 *', 'UTC', '2026-11-02T00:00Z', '2028-02-29T03:00Z'],
  [
    '15 0 13 * * *',
    'Asia/Tokyo',
    '2026-11-21T04:00:15Z',
    '2026-11-22T04:00:15Z',
  ],
  ['@weekdays', 'UTC', '2026-11-20T01:00Z', '2026-11-23T00:00Z'],
])('%s in %s after %s', (expression, timeZone, after, expected) => {
  expect(next(expression, timeZone, after)).toBe(
    new Date(expected).toISOString(),
  );
});

it.each(['Pacific/Auckland', 'America/New_York'])(
  'is the same on a machine in %s',
  machine => {
    const script = `
      const { nextCronTime } = require(${JSON.stringify(
        require.resolve('./nextCronTime'),
      )});
      const after = new Date('2026-10-24T11:00:00Z');
      console.log(JSON.stringify([
        new Date(2026, 0, 1).toISOString(),
        ...['UTC', 'Europe/Berlin'].map(zone => nextCronTime('0 13 * * *', zone, after)),
      ]));`;
    const output = execFileSync(
      process.execPath,
      [
        '--require',
        require.resolve('@backstage/cli/config/nodeTransform.cjs'),
        '--eval',
        script,
      ],
      { env: { ...process.env, TZ: machine }, encoding: 'utf8' },
    );
    const [newYear, ...times] = JSON.parse(output);
    expect(newYear).not.toBe('2026-01-01T00:00:00.000Z');
    expect(times).toEqual([
      '2026-10-24T13:00:00.000Z',
      '2026-10-25T12:00:00.000Z',
    ]);
  },
);
