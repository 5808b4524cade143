import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { formatPermille } from 'backstage-plugin-entra-mfa-common';
import { RecordedApi } from '../../dev/answers/RecordedApi';
import { healthy, tenant } from '../../dev/testing/contoso';
import { renderPortal } from '../../dev/testing/renderPortal';

const hold = new RecordedApi('held').answer('getOverview', {}).hold!;

it('says that the figure is held, from what to what, and why it is doubted', async () => {
  renderPortal('/entra-mfa', { scenario: 'held' });
  expect(
    await screen.findByText(
      `The figure is held: it would fall from ${formatPermille(
        hold.from.permille,
      )} to ${formatPermille(hold.to.permille)}`,
      { exact: false },
    ),
  ).toBeInTheDocument();
  expect(
    screen.getByText(
      new RegExp(`${hold.people} people fewer read as registered`),
    ),
  ).toBeInTheDocument();
  expect(screen.getByText(/AuditLog\.Read\.All/)).toBeInTheDocument();
});

it('releases it with a reason, and not without', async () => {
  const api = new RecordedApi('held');
  renderPortal('/entra-mfa', { api });
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
  expect(api.last('releaseHold')).toMatchObject({
    path: `/tenants/${tenant}/release`,
    body: { reason: 'The keys were withdrawn', run: hold.run },
  });
});

it('offers no release of a past day', async () => {
  renderPortal('/entra-mfa/whatif?at=2026-09-19');
  expect(
    await screen.findByText(/^The figure was held then/),
  ).toBeInTheDocument();
  expect(
    screen.queryByRole('button', { name: 'Release the figure' }),
  ).not.toBeInTheDocument();
});

it('lists what was held, who released it and why', async () => {
  renderPortal('/entra-mfa/data');
  const { from, to, people } = healthy.answer(
    'getHolds',
    { id: tenant },
    { limit: 10 },
  ).items[0];
  const who = await screen.findByText(
    /^user:default\/security: The keys of a supplier/,
  );
  expect(who.closest('tr')).toHaveTextContent(
    `${formatPermille(from.permille)} → ${formatPermille(
      to.permille,
    )}${people}released`,
  );
});
