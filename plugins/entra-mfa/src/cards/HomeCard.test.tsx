import { screen } from '@testing-library/react';
import { renderInPortal } from '../../dev/testing/renderPortal';
import { HomeCard } from './HomeCard';

it('shows the figure against its target, and opens the page', async () => {
  renderInPortal(<HomeCard />);
  expect(await screen.findByText('91.6 %')).toBeInTheDocument();
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
