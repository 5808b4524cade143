import { screen } from '@testing-library/react';
import { formatPermille } from 'backstage-plugin-entra-mfa-common';
import { FixtureTenant } from '../../dev/fixture/tenant';
import { renderInPortal } from '../../dev/testing/renderPortal';
import { HomeCard } from './HomeCard';

it('shows the figure against its target, and opens the page', async () => {
  const { counts } = new FixtureTenant('healthy', Date.now()).overview();
  renderInPortal(<HomeCard />);
  expect(
    await screen.findByText(formatPermille(counts!.coverage.permille)!),
  ).toBeInTheDocument();
  expect(screen.getByText(/target 95 %/)).toBeInTheDocument();
  expect(screen.getByRole('link', { name: 'Open' })).toHaveAttribute(
    'href',
    '/entra-mfa',
  );
});

it('says that the first read is under way where there is no figure yet', async () => {
  renderInPortal(<HomeCard />, { scenario: 'first-run' });
  expect(
    await screen.findByText('The first read is under way'),
  ).toBeInTheDocument();
});
