import { screen } from '@testing-library/react';
import type { Forecast } from '@entra-mfa/backstage-plugin-entra-mfa-common';
import { overview } from '../../dev/testing/contoso';
import { renderPart } from '../../dev/testing/renderPart';
import { TeamForecast } from './TeamForecast';

const expected: Forecast = {
  ...overview.forecast!,
  expected: '2027-03-04',
  earliest: '2027-02-01',
  latest: '2027-05-06',
};
const none: Forecast = {
  ...expected,
  status: 'none',
  expected: null,
  reason: 'not-rising',
};

it.each<[string, string | null, Forecast | null]>([
  [
    'around 4 Mar 2027',
    '4 Mar 2027, between 1 Feb 2027 and 6 May 2027',
    expected,
  ],
  [
    'around 4 Mar 2027',
    '4 Mar 2027, not before 1 Feb 2027; at the slower pace not at all',
    { ...expected, latest: null },
  ],
  ['met', null, { ...expected, status: 'met' }],
  ['not rising', 'No forecast: coverage did not rise in the last weeks.', none],
  [
    'too early',
    'No forecast yet: it needs 6 weeks under the same rules, and there are 3.',
    { ...none, reason: null, weeks: 3 },
  ],
  [
    'too few',
    'No forecast: fewer than 10 people count, too few for a pace.',
    { ...none, reason: 'too-few' },
  ],
  [
    'stale',
    'No forecast: the figures are stale.',
    { ...none, reason: 'stale' },
  ],
  [
    '2 years +',
    'No forecast: at this pace it takes more than two years.',
    { ...none, reason: 'too-far' },
  ],
  [
    'too early',
    expect.stringContaining('No forecast yet'),
    { ...expected, earliest: null, reason: null },
  ],
  ['–', null, null],
])('says: %s (%s)', async (text, hint, forecast) => {
  renderPart(
    <p data-testid="cell">
      <TeamForecast forecast={forecast} />
    </p>,
  );
  const cell = await screen.findByTestId('cell');
  expect(cell.textContent).toBe(text);
  expect(cell.querySelector('span')?.getAttribute('title') ?? null).toEqual(
    hint,
  );
});
