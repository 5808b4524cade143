import { mockServices } from '@backstage/backend-test-utils';
import { ConfigReader } from '@backstage/config';
import { readEntraMfaConfig } from '../config/readEntraMfaConfig';
import { warnOfStaleness } from './warnOfStaleness';

function warningOf(entraMfa: object): string | undefined {
  const logger = mockServices.logger.mock();
  const root = new ConfigReader({ entraMfa: entraMfa as {} });
  warnOfStaleness(readEntraMfaConfig(root), logger);
  return logger.warn.mock.calls[0]?.[0];
}

const every = (frequency: object | string) => ({
  schedule: { frequency, timeout: { minutes: 30 } },
});

it.each([
  ['12 hours', '6 hours', every({ hours: 12 })],
  ['7 hours', '6 hours', every('PT7H')],
  ['1 hour', '30 minutes', { staleAfter: { minutes: 30 } }],
  ['1 day', '6 hours', every({ cron: '0 13 * * *' })],
  // Over the weekend.
  ['2 days, 16 hours', '6 hours', every({ cron: '0 8-16 * * 1-5' })],
])('warns where %s lie between syncs and %s are the limit', (...row) => {
  const [interval, staleAfter, config] = row;
  const warning = warningOf(config);
  expect(warning).toContain(`entraMfa.schedule reads every ${interval} at`);
  expect(warning).toContain(`entraMfa.staleAfter is ${staleAfter}.`);
});

it.each([
  ['by default', {}],
  ['exactly at the limit', every({ hours: 6 })],
  ['by hand', every({ trigger: 'manual' })],
  ['every five minutes', every({ cron: '*/5 * * * *' })],
])('says nothing where syncs come often enough: %s', (_, config) => {
  expect(warningOf(config)).toBeUndefined();
});
