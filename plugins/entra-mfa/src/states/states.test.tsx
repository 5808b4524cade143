import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { formatPermille } from '@entra-mfa/backstage-plugin-entra-mfa-common';
import { RecordedApi } from '../../dev/answers/RecordedApi';
import { counts, tenant } from '../../dev/testing/contoso';
import { renderPortal } from '../../dev/testing/renderPortal';

const figure = formatPermille(counts.coverage.permille)!;

it('leads through the installation when no tenant is configured', async () => {
  renderPortal('/entra-mfa', { scenario: 'not-configured' });
  expect(
    await screen.findByRole('heading', { name: 'No tenant is configured' }),
  ).toBeInTheDocument();
  expect(screen.getAllByRole('listitem').length).toBeGreaterThanOrEqual(4);
  const { dataSets } = new RecordedApi('not-configured').answer(
    'getTenants',
    {},
  );
  const table = await screen.findByRole('table');
  expect(within(table).getAllByRole('row')).toHaveLength(dataSets.length + 1);
  for (const { title, permission, licence, why } of dataSets) {
    const row = within(table).getByRole('rowheader', { name: title });
    expect(row.closest('tr')).toHaveTextContent(
      `${title}${permission ?? 'none'}${licence ?? 'none'}${why}`,
    );
  }
});

it('shows how far the first read is, and no figure yet', async () => {
  const progress = new RecordedApi('first-run').answer('getOverview', {})
    .freshness.progress!;
  renderPortal('/entra-mfa', { scenario: 'first-run' });
  expect(
    await screen.findByText(
      `${progress.rows} rows in ${progress.pages} pages read, now ${progress.dataSet}.`,
      { exact: false },
    ),
  ).toBeInTheDocument();
  expect(
    screen.getByRole('progressbar', { name: 'The first read is under way' }),
  ).toBeInTheDocument();
  expect(screen.getByText('started 12 min ago')).toBeInTheDocument();
  expect(screen.getByText(/^waited 4 s in all/)).toBeInTheDocument();
  expect(screen.queryByText(/%$/)).not.toBeInTheDocument();
});

it('shows the first read as soon as it begins, to somebody who waits for it', async () => {
  let reads = 0;
  const api = new RecordedApi('first-run').change('getOverview', body => {
    reads += 1;
    return reads > 1
      ? body
      : { ...body, freshness: { ...body.freshness, progress: null } };
  });
  const { progress } = api.answer('getOverview', {}).freshness;
  renderPortal('/entra-mfa', { api });
  expect(
    await screen.findByText(/^The first read has not started yet/),
  ).toBeInTheDocument();
  expect(
    await screen.findByText(
      `${progress!.people} people read from the directory`,
      {},
      { timeout: 10_000 },
    ),
  ).toBeInTheDocument();
}, 15_000);

it('keeps old figures on screen and says that they are old, and what to do', async () => {
  renderPortal('/entra-mfa', { scenario: 'stale' });
  expect(await screen.findByText('These figures are old')).toBeInTheDocument();
  expect(
    screen.getByText(/read 31 h ago, and count as stale after 6 h/),
  ).toBeInTheDocument();
  expect(
    screen.getByText(
      /Ask a Global Administrator to add the application permission User\.Read\.All/,
    ),
  ).toBeInTheDocument();
  expect(screen.getAllByText(figure).length).toBeGreaterThan(0);
});

it('names the missing permission and whom to ask', async () => {
  renderPortal('/entra-mfa', { scenario: 'no-permission', may: false });
  expect(await screen.findByText('entra-mfa.counts.read')).toBeInTheDocument();
});

it('tells a failure in the words of the backend, and tries again when asked', async () => {
  const api = new RecordedApi().fail(
    'getOverview',
    503,
    'The database is away',
  );
  renderPortal('/entra-mfa', { api });
  expect(await screen.findByText(/The database is away/)).toBeInTheDocument();
  api.change('getOverview', overview => overview);
  await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
  expect((await screen.findAllByText(figure)).length).toBeGreaterThan(0);
});

it('says of a failed read which permission is missing and gives its request ids', async () => {
  renderPortal(`/entra-mfa/connections/${tenant}/runs`, { scenario: 'stale' });
  expect(
    await screen.findAllByText('failed, nothing published'),
  ).not.toHaveLength(0);
  expect(
    screen.getByText(/9f1c6f0e-1111-4222-8333-444455556666/),
  ).toBeInTheDocument();
  expect(screen.getAllByText('skipped')).not.toHaveLength(0);
});

it('does not call the figures of a past day stale', async () => {
  renderPortal('/entra-mfa?at=2026-11-03', { scenario: 'stale' });
  expect(await screen.findByText(/^As of 3 Nov 2026/)).toBeInTheDocument();
  expect(screen.queryByText('These figures are old')).not.toBeInTheDocument();
});

it('leads back to now from a day of which nothing is known', async () => {
  renderPortal('/entra-mfa?at=2020-01-01');
  expect(
    await screen.findByText('There is nothing to show of 1 Jan 2020'),
  ).toBeInTheDocument();
  expect(screen.getByText(/begins on 22 Aug 2026\./)).toBeInTheDocument();
  await userEvent.click(screen.getByRole('button', { name: 'Back to now' }));
  expect((await screen.findAllByText(figure)).length).toBeGreaterThan(0);
});
