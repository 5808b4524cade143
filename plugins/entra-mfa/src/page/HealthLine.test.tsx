import { screen } from '@testing-library/react';
import { freshnessOf } from '../../dev/fixture/scenarios';
import { renderInPortal } from '../../dev/testing/renderPortal';
import { clockOf } from '../words/time';
import { HealthLine } from './HealthLine';

const minute = 60_000;

it.each([
  ['next', 5 * minute],
  ['next', 40 * 24 * 60 * minute],
  ['due since', -5 * minute],
])('tells when the next sync starts: %s %d', async (words, later) => {
  const now = Date.now();
  const nextReadAt = new Date(now + later).toISOString();
  const freshness = { ...freshnessOf('healthy', now), nextReadAt };
  renderInPortal(<HealthLine freshness={freshness} />);
  expect(
    await screen.findByText(`${words} ${clockOf(nextReadAt, now)}`),
  ).toBeInTheDocument();
});
