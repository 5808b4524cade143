import { screen } from '@testing-library/react';
import { FixtureTenant } from '../../dev/fixture/tenant';
import { renderInPortal } from '../../dev/testing/renderPortal';
import { Headline } from './Headline';

const overview = new FixtureTenant('nobody-missing', Date.now()).overview();

it.each([
  ['fresh', false, 1],
  ['stale', true, 0],
])('calls a target met on %s data only', async (_, stale, times) => {
  if (!overview.counts) throw new Error('the fixture has no figures');
  renderInPortal(
    <Headline overview={overview} counts={overview.counts} stale={stale} />,
  );
  expect(await screen.findByText('100.0 %')).toBeInTheDocument();
  expect(screen.queryAllByText('target met')).toHaveLength(times);
});
