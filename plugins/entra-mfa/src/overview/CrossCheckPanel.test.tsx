import { screen } from '@testing-library/react';
import {
  crossCheckReasons,
  type CrossCheck,
} from '@entra-mfa/backstage-plugin-entra-mfa-common';
import { overview } from '../../dev/testing/contoso';
import { panel } from '../../dev/testing/panel';
import { renderOverviewPart } from '../../dev/testing/renderOverviewPart';
import { CrossCheckPanel } from './CrossCheckPanel';

const title = "Microsoft's own count";
const crossCheck = overview.crossCheck!;
const having = (change: Partial<CrossCheck>) => ({
  having: { crossCheck: { ...crossCheck, ...change } },
});

it('shows Microsoft’s own count beside ours', async () => {
  const { microsoft, here } = crossCheck;
  renderOverviewPart(CrossCheckPanel);
  const check = await panel(title);
  expect(check.getByRole('group', { name: title })).toBeInTheDocument();
  expect(
    check.getAllByRole('row').map(({ textContent }) => textContent),
  ).toEqual([
    'Counted byAccountsMFA capable',
    `Microsoft${microsoft.users}${microsoft.capable}`,
    `here${here.users}${here.capable}`,
  ]);
  expect(
    check.getByText('Of every account that is not blocked, guests too.'),
  ).toBeInTheDocument();
});

it.each([
  [-3, 'Difference −3. Likely because'],
  [4, 'Difference +4. Likely because'],
])('says by how much it differs: %s', async (difference, text) => {
  renderOverviewPart(CrossCheckPanel, having({ difference, reason: 'guests' }));
  const check = await panel(title);
  expect(check.getByText(text, { exact: false })).toBeInTheDocument();
});

it('has a reason of its own for each', async () => {
  const told = new Set<string>();
  for (const reason of crossCheckReasons) {
    renderOverviewPart(CrossCheckPanel, having({ difference: 1, reason }));
    const all = await screen.findAllByText(/^Difference \+1\. Likely because/);
    told.add(all[all.length - 1].textContent ?? '');
  }
  expect(told.size).toBe(crossCheckReasons.length);
});

it('says that both come to the same', async () => {
  renderOverviewPart(CrossCheckPanel, having({ difference: 0, reason: null }));
  const check = await panel(title);
  expect(check.getByText('Both come to the same.')).toBeInTheDocument();
  expect(check.queryByText(/^Difference/)).toBeNull();
});

it('compares nothing where Microsoft did not answer', async () => {
  renderOverviewPart(
    props => (
      <>
        <CrossCheckPanel {...props} />
        <p>drawn</p>
      </>
    ),
    { having: { crossCheck: null } },
  );
  await screen.findByText('drawn');
  expect(screen.queryByRole('heading', { name: title })).toBeNull();
});
