import { assessed } from '../../__testUtils__/facts';

it.each([
  ['no-licence', 'unknown (no-licence)'],
  ['no-permission', 'unknown (no-permission)'],
  ['not-read', 'unknown (not-read)'],
] as const)('%s: nothing is concluded, however often', (report, expected) => {
  expect(assessed({ row: null, report, noRowRuns: 2 })).toBe(expected);
});

it('still assesses a row that is held from before', () => {
  expect(assessed({ report: 'no-permission' })).toBe('covered (registered)');
});
