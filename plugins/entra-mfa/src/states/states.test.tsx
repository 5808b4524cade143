import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { fixtureFetch } from '../../dev/fixture/fixtureFetch';
import type { Overview } from 'backstage-plugin-entra-mfa-common';
import { renderPortal } from '../../dev/testing/renderPortal';

it('leads through the installation when no tenant is configured', async () => {
  renderPortal('/entra-mfa', { scenario: 'not-configured' });
  expect(
    await screen.findByRole('heading', { name: 'No tenant is configured' }),
  ).toBeInTheDocument();
  expect(screen.getAllByRole('listitem').length).toBeGreaterThanOrEqual(4);
  expect(await screen.findByText('AuditLog.Read.All')).toBeInTheDocument();
});

it('shows how far the first read is, and no figure yet', async () => {
  renderPortal('/entra-mfa', { scenario: 'first-run' });
  expect(
    await screen.findByText(/13,986 rows in 14 pages read/),
  ).toBeInTheDocument();
  expect(
    screen.getByRole('progressbar', { name: 'The first read is under way' }),
  ).toBeInTheDocument();
  expect(screen.queryByText(/%$/)).not.toBeInTheDocument();
});

it('shows the first read as soon as it begins, to somebody who waits for it', async () => {
  const firstRun = fixtureFetch('first-run');
  let reads = 0;
  renderPortal('/entra-mfa', {
    fetch: async (input, init) => {
      const answer = await firstRun(input, init);
      if (
        !new URL(new Request(input, init).url).pathname.endsWith('/overview')
      ) {
        return answer;
      }
      reads += 1;
      const overview: Overview = await answer.json();
      if (reads === 1) {
        overview.freshness.progress = null;
      }
      return new Response(JSON.stringify(overview), answer);
    },
  });
  expect(
    await screen.findByText(/^The first read has not started yet/),
  ).toBeInTheDocument();
  expect(
    await screen.findByText(/13,986 of about 20,000/, {}, { timeout: 10_000 }),
  ).toBeInTheDocument();
}, 15_000);

it('keeps old figures on screen and says that they are old, and what to do', async () => {
  renderPortal('/entra-mfa', { scenario: 'stale' });
  expect(await screen.findByText('These figures are old')).toBeInTheDocument();
  expect(
    screen.getByText(/read 31 h ago, and count as stale after 6 h/),
  ).toBeInTheDocument();
  expect(
    screen.getByText(/Ask a Global Administrator to grant it/),
  ).toBeInTheDocument();
  expect(screen.getAllByText('91.6 %').length).toBeGreaterThan(0);
});

it('names the missing permission and whom to ask', async () => {
  renderPortal('/entra-mfa', { scenario: 'no-permission' });
  expect(await screen.findByText('entra-mfa.counts.read')).toBeInTheDocument();
});

it('tells a failure in the words of the backend, and tries again when asked', async () => {
  let broken = true;
  const fails = fixtureFetch('failed');
  const works = fixtureFetch('healthy');
  renderPortal('/entra-mfa', {
    fetch: (input, init) => (broken ? fails : works)(input, init),
  });
  expect(await screen.findByText(/The database is away/)).toBeInTheDocument();
  broken = false;
  await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
  expect((await screen.findAllByText('91.6 %')).length).toBeGreaterThan(0);
});

it('says of a failed read which permission is missing and gives its request ids', async () => {
  renderPortal('/entra-mfa/data', { scenario: 'needs-attention' });
  expect(
    await screen.findByText('failed, nothing published'),
  ).toBeInTheDocument();
  expect(
    screen.getByText(/9f1c6f0e-1111-4222-8333-444455556666/),
  ).toBeInTheDocument();
  expect(screen.getByText('skipped')).toBeInTheDocument();
});

it('does not call the figures of a past day stale', async () => {
  renderPortal('/entra-mfa?at=2026-09-30', { scenario: 'stale' });
  expect(await screen.findByText(/^As of 30 Sep 2026/)).toBeInTheDocument();
  expect(screen.queryByText('These figures are old')).not.toBeInTheDocument();
});

it('leads back to now from a day of which nothing is known', async () => {
  const works = fixtureFetch('healthy');
  renderPortal('/entra-mfa?at=2020-01-01', {
    fetch: async (input, init) => {
      const { searchParams } = new URL(new Request(input, init).url);
      return searchParams.has('at')
        ? new Response(
            JSON.stringify({
              error: {
                name: 'NotFoundError',
                message: 'There is no data of 2020-01-01',
                firstSnapshotAt: '2026-08-23T12:00:00.000Z',
              },
              response: { statusCode: 404 },
            }),
            { status: 404, headers: { 'Content-Type': 'application/json' } },
          )
        : works(input, init);
    },
  });
  expect(
    await screen.findByText('Nothing had been read yet on 1 Jan 2020'),
  ).toBeInTheDocument();
  expect(
    screen.getByText(/^The first figures are of 23 Aug 2026\./),
  ).toBeInTheDocument();
  await userEvent.click(screen.getByRole('button', { name: 'Back to now' }));
  expect((await screen.findAllByText('91.6 %')).length).toBeGreaterThan(0);
});
