import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { renderPortal } from '../../dev/testing/renderPortal';

const shorts = () =>
  screen
    .getAllByRole('row')
    .slice(1)
    .map(row => Number(within(row).getAllByRole('cell')[2].textContent));

it('ranks teams by the people that they are short of', async () => {
  renderPortal('/entra-mfa/teams');
  await screen.findByRole('link', { name: 'Engineering' });
  const found = shorts();
  expect(found.length).toBeGreaterThan(2);
  expect(found).toEqual([...found].sort((a, b) => b - a));
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
  await userEvent.type(await screen.findByLabelText('Find a team'), 'facil');
  const row = (await screen.findByRole('link', { name: 'Facilities' })).closest(
    'tr',
  );
  expect(row).toHaveTextContent('nobody');
  expect(row).not.toHaveTextContent('%');
});

it('keeps the figures of a small team, without a zero, and says why', async () => {
  renderPortal('/entra-mfa/teams', { scenario: 'hidden-names' });
  await userEvent.type(await screen.findByLabelText('Find a team'), 'ledg');
  const row = (await screen.findByRole('link', { name: 'Ledger' })).closest(
    'tr',
  );
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
