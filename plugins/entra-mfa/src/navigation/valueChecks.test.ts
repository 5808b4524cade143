import {
  assumptionChecks,
  changesChecks,
  filterChecks,
  monthChecks,
  isPastDay,
  pageChecks,
  servicesChecks,
  trendChecks,
} from './valueChecks';

beforeEach(() => {
  jest.useFakeTimers().setSystemTime(new Date('2026-11-29T10:00:00Z'));
});
afterEach(() => {
  jest.useRealTimers();
});

it.each([
  ['2026-11-21', true],
  ['2026-11-29', true],
  ['2024-02-29', true],
  ['2026-11-30', false],
  ['2026-02-29', false],
  ['2026-13-01', false],
  ['2026-1-1', false],
  ['yesterday', false],
  ['2026-11-21T08:00:00Z', false],
  ['', false],
])('takes %s for a day that has begun: %s', (text, expected) => {
  expect(isPastDay(text)).toBe(expected);
  expect(pageChecks.at.accepts(text)).toBe(expected);
});

it.each([
  ['2026-11-21', true],
  ['2026-11-21T08:00:00Z', true],
  ['2026-11-21T08:00:00.123+02:00', true],
  ['2026-11-29T11:00:00Z', false],
  ['2026-11-21T08', false],
  ['spring', false],
])('compares with %s: %s', (text, expected) => {
  expect(changesChecks.from.accepts(text)).toBe(expected);
  expect(changesChecks.to.accepts(text)).toBe(expected);
});

it.each([
  ['2026-11', true],
  ['2026-12', false],
  ['2026-13', false],
  ['2026-11-01', false],
  ['october', false],
])('has a report of %s: %s', (text, expected) => {
  expect(monthChecks.month.accepts(text)).toBe(expected);
});

it('knows the values of the contract, and no others', () => {
  expect(filterChecks.state.accepts('uncovered')).toBe(true);
  expect(filterChecks.state.accepts('registered')).toBe(false);
  expect(filterChecks.tier.accepts('no-row')).toBe(true);
  expect(filterChecks.tier.accepts('not-known')).toBe(false);
  expect(filterChecks.team.accepts('group:default/payments')).toBe(true);
  expect(filterChecks.team.accepts('payments')).toBe(false);
  expect(filterChecks.privileged.accepts('yes')).toBe(false);
  expect(servicesChecks.team.accepts('user:default/ada')).toBe(false);
  expect(servicesChecks.kind.accepts('anything')).toBe(true);
});

it.each([
  ['950', true],
  ['1000', true],
  ['0', false],
  ['1001', false],
  ['95.5', false],
  ['most', false],
])('takes %s for a target: %s', (text, expected) => {
  expect(assumptionChecks.targetPermille.accepts(text)).toBe(expected);
});

it.each([
  ['30', true],
  ['90', true],
  ['365', true],
  ['60', false],
  ['030', false],
  ['all', false],
])('takes %s for the days of a trend: %s', (text, expected) => {
  expect(trendChecks.trend.accepts(text)).toBe(expected);
});
