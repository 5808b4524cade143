import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { fixtureFetch } from '../../dev/fixture/fixtureFetch';
import { renderPortal } from '../../dev/testing/renderPortal';

/** The requests that change something: method, path and body. */
function recorded() {
  const answer = fixtureFetch('held');
  const sent: [string, unknown][] = [];
  const fetch: typeof globalThis.fetch = async (input, init) => {
    const request = new Request(input, init);
    if (request.method === 'POST') {
      const { pathname } = new URL(request.url);
      sent.push([pathname, await request.clone().json()]);
    }
    return answer(request);
  };
  return { fetch, sent };
}

it('says that the figure is held, from what to what, and why it is doubted', async () => {
  renderPortal('/entra-mfa', { scenario: 'held' });
  expect(
    await screen.findByText(/^The figure is held: it would fall from \d/),
  ).toBeInTheDocument();
  expect(
    screen.getByText(/people fewer read as registered/),
  ).toBeInTheDocument();
  expect(screen.getByText(/AuditLog\.Read\.All/)).toBeInTheDocument();
});

it('releases it with a reason, and not without', async () => {
  const { fetch, sent } = recorded();
  renderPortal('/entra-mfa', { fetch });
  await userEvent.click(
    await screen.findByRole('button', { name: 'Release the figure' }),
  );
  const dialog = within(await screen.findByRole('dialog'));
  expect(dialog.getByRole('button', { name: 'Release' })).toBeDisabled();
  await userEvent.type(
    dialog.getByRole('textbox', { name: /Why the fall is real/ }),
    'The keys were withdrawn',
  );
  await userEvent.click(dialog.getByRole('button', { name: 'Release' }));
  expect(
    await screen.findByText(/^Released\. The figure follows/),
  ).toBeInTheDocument();
  expect(sent).toEqual([
    [
      '/api/entra-mfa/v1/tenants/contoso/release',
      { reason: 'The keys were withdrawn', run: 92 },
    ],
  ]);
});

it('offers no release of a past day', async () => {
  renderPortal('/entra-mfa?at=2026-11-03', { scenario: 'held' });
  expect(
    await screen.findByText(/^The figure was held then/),
  ).toBeInTheDocument();
  expect(
    screen.queryByRole('button', { name: 'Release the figure' }),
  ).not.toBeInTheDocument();
});

it('lists what was held, who released it and why', async () => {
  renderPortal('/entra-mfa/data', { scenario: 'held' });
  const who = await screen.findByText(
    /^user:default\/ada\.berg: The keys of a supplier/,
  );
  expect(who.closest('tr')).toHaveTextContent('90.0 % → 70.0 %200released');
});
