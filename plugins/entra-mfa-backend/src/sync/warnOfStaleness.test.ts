import { mockServices } from '@backstage/backend-test-utils';
import { ConfigReader } from '@backstage/config';
import { readEntraMfaConfig } from '../config/readEntraMfaConfig';
import { warnOfStaleness } from './warnOfStaleness';

const now = new Date('2026-11-21T08:00:00Z');

function logged(entraMfa: object) {
  const logger = mockServices.logger.mock();
  const root = new ConfigReader({ entraMfa: entraMfa as {} });
  warnOfStaleness(readEntraMfaConfig(root, now), logger, now);
  return {
    warning: logger.warn.mock.calls[0]?.[0],
    told: logger.info.mock.calls[0]?.[0],
  };
}

const every = (
  frequency: object | string,
  staleAfter?: object,
  timeZone?: string,
) => ({
  schedule: { frequency, timeout: { minutes: 30 }, timeZone },
  staleAfter,
});
const daily = { cron: '0 13 * * *' };

it.each([
  ['12 hours', '6 hours', every({ hours: 12 }, { hours: 6 })],
  ['7 hours', '6 hours', every('PT7H', { hours: 6 })],
  ['1 hour', '30 minutes', { staleAfter: { minutes: 30 } }],
  ['1 day', '6 hours', every(daily, { hours: 6 })],
  ['1 day, 1 hour', '1 day', every(daily, { days: 1 }, 'Europe/Berlin')],
  ['31 days', '30 days', every({ cron: '0 3 1 * *' }, { days: 30 })],
  // Over the weekend.
  [
    '2 days, 16 hours',
    '6 hours',
    every({ cron: '0 8-16 * * 1-5' }, { hours: 6 }),
  ],
])('warns where %s lie between syncs and %s are set', (...row) => {
  const [interval, staleAfter, config] = row;
  const { warning, told } = logged(config);
  expect(warning).toContain(`entraMfa.schedule reads every ${interval} at`);
  expect(warning).toContain(`entraMfa.staleAfter is ${staleAfter}.`);
  expect(told).toBeUndefined();
});

it.each([
  ['by default', {}],
  ['exactly at the limit', every({ hours: 6 }, { hours: 6 })],
  ['by hand', every({ trigger: 'manual' })],
  ['every five minutes', every({ cron: '*/5 * * * *' })],
  ['once a month', every({ cron: '0 3 1 * *' }, { days: 32 })],
])('says nothing where syncs come often enough: %s', (_, config) => {
  expect(logged(config)).toEqual({ warning: undefined, told: undefined });
});

it.each([
  ['1 day, 1 hour', '1 day', every(daily)],
  ['1 day, 2 hours', '1 day, 1 hour', every(daily, undefined, 'Europe/Berlin')],
  ['13 hours', '12 hours', every({ hours: 12 })],
])('tells a limit of %s that follows from the schedule', (...row) => {
  const [staleAfter, interval, config] = row;
  expect(logged(config)).toEqual({
    warning: undefined,
    told: `Figures count as stale after ${staleAfter}: entraMfa.schedule reads every ${interval} at the longest. Set entraMfa.staleAfter for another limit.`,
  });
});
