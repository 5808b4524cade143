import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { formatPermille } from '@entra-mfa/backstage-plugin-entra-mfa-common';
import { RecordedApi } from '../../dev/answers/RecordedApi';
import { counts } from '../../dev/testing/contoso';
import { renderInPortal } from '../../dev/testing/renderPortal';
import { HomeCard } from './HomeCard';

const { covered, uncovered, permille, short } = counts.coverage;

it('shows the figure against its target with what it counts, and opens the page', async () => {
  renderInPortal(<HomeCard />);
  expect(
    await screen.findByText(formatPermille(permille)!),
  ).toBeInTheDocument();
  expect(screen.getByText(/^target 95 %/)).toHaveTextContent(
    `target 95 %${short} people short`,
  );
  expect(
    screen.getByText(
      new RegExp(`^${covered} of ${covered + uncovered} people counted`),
    ),
  ).toBeInTheDocument();
  expect(screen.getByText('read 12 min ago')).toBeInTheDocument();
  expect(screen.getByRole('link', { name: 'Open' })).toHaveAttribute(
    'href',
    '/entra-mfa',
  );
  // It has no room for the explanation.
  expect(
    screen.queryByRole('button', { name: 'What counts?' }),
  ).not.toBeInTheDocument();
});

it('calls no target met on stale figures', async () => {
  const api = new RecordedApi('nobody-missing').change(
    'getOverview',
    overview => ({
      ...overview,
      freshness: { ...overview.freshness, stale: true },
    }),
  );
  renderInPortal(<HomeCard />, { api });
  expect(await screen.findByText('100.0 %')).toBeInTheDocument();
  expect(screen.queryByText('target met')).not.toBeInTheDocument();
});

it('says that the first read is under way where there is no figure yet', async () => {
  renderInPortal(<HomeCard />, { scenario: 'first-run' });
  expect(
    await screen.findByText('The first read is under way'),
  ).toBeInTheDocument();
  expect(screen.getByRole('link', { name: 'Open' })).toBeInTheDocument();
});

it('leads to the steps where no tenant is configured', async () => {
  renderInPortal(<HomeCard />, { scenario: 'not-configured' });
  expect(
    await screen.findByRole('link', { name: 'No tenant is configured' }),
  ).toHaveAttribute('href', '/entra-mfa');
});

it('says what went wrong, and tries again when asked', async () => {
  const api = new RecordedApi().fail('getOverview', 503, 'No database');
  renderInPortal(<HomeCard />, { api });
  expect(await screen.findByText('No database')).toBeInTheDocument();
  api.change('getOverview', overview => overview);
  await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
  expect(
    await screen.findByText(formatPermille(permille)!),
  ).toBeInTheDocument();
});

it('asks for the permission that is missing', async () => {
  renderInPortal(<HomeCard />, { scenario: 'no-permission' });
  expect(await screen.findByText('entra-mfa.counts.read')).toBeInTheDocument();
});
