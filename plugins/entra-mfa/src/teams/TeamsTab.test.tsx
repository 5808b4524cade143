import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { formatPermille } from 'backstage-plugin-entra-mfa-common';
import { healthy } from '../../dev/testing/contoso';
import { renderPortal } from '../../dev/testing/renderPortal';
import { formatPoints } from '../figures/formatPoints';
import { dayOf } from '../words/time';

const { items: roots } = healthy.answer(
  'getTeams',
  {},
  { parent: 'none', sort: 'short', limit: 100 },
);

const rowOf = async (title: string) =>
  (await screen.findByRole('link', { name: title })).closest('tr')!;
const cellsOf = (row: HTMLElement) =>
  within(row)
    .getAllByRole('cell')
    .map(({ textContent }) => textContent);

it('shows each team’s figures, those who are short of most people first', async () => {
  renderPortal('/entra-mfa/teams');
  await rowOf('Engineering');
  const links = screen
    .getAllByRole('rowheader')
    .map(({ textContent }) => textContent);
  expect(links).toEqual(roots.map(({ title }) => title));
  const rising = roots.find(({ forecast }) => forecast?.expected)!;
  expect(cellsOf(await rowOf(rising.title))).toEqual([
    String(rising.people),
    String(rising.coverage!.uncovered),
    String(rising.coverage!.short),
    formatPermille(rising.coverage!.permille),
    formatPoints(rising.change30Days!),
    `around ${dayOf(rising.forecast!.expected!)}`,
  ]);
});

it('shows the teams below a team when it is opened, and hides them again', async () => {
  renderPortal('/entra-mfa/teams');
  expect(await screen.findByText('Engineering')).toBeInTheDocument();
  expect(screen.queryByText('Payments')).not.toBeInTheDocument();
  await userEvent.click(
    screen.getByRole('button', { name: 'Show sub-teams of Engineering' }),
  );
  expect(await screen.findByRole('link', { name: 'Payments' })).toHaveAttribute(
    'href',
    '/catalog/default/group/payments',
  );
  await userEvent.click(
    screen.getByRole('button', { name: 'Hide sub-teams of Engineering' }),
  );
  expect(screen.queryByText('Payments')).not.toBeInTheDocument();
});

it('finds a team at any depth as one types', async () => {
  renderPortal('/entra-mfa/teams');
  await userEvent.type(await screen.findByLabelText('Find a team'), 'ledg');
  expect(
    await screen.findByRole('link', { name: 'Ledger' }),
  ).toBeInTheDocument();
  await waitFor(() =>
    expect(screen.queryByText('Engineering')).not.toBeInTheDocument(),
  );
});

it('gives a team of nobody no percentage', async () => {
  renderPortal('/entra-mfa/teams');
  const row = await rowOf('Facilities');
  expect(row).toHaveTextContent('nobody');
  expect(row).not.toHaveTextContent('%');
});

it('keeps the figures of a small team, without a zero, and says why', async () => {
  renderPortal('/entra-mfa/teams', { scenario: 'counts-only' });
  await userEvent.type(await screen.findByLabelText('Find a team'), 'ledg');
  const row = await rowOf('Ledger');
  expect(row).toHaveTextContent('not shown');
  expect(row).not.toHaveTextContent(/[0-9]/);
  expect(
    screen.getByText(/^Figures of fewer than 5 people are shown/),
  ).toBeInTheDocument();
});

it('opens the unregistered people of a team with its sub-teams', async () => {
  renderPortal('/entra-mfa/teams');
  const link = await screen.findByRole('link', {
    name: /people of Engineering: not registered/,
  });
  expect(link).toHaveAttribute(
    'href',
    '/entra-mfa/people?state=uncovered&team=group%3Adefault%2Fengineering',
  );
});
