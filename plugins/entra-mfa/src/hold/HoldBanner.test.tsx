import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { formatPermille } from '@entra-mfa/backstage-plugin-entra-mfa-common';
import { RecordedApi } from '../../dev/answers/RecordedApi';
import { healthy, tenant } from '../../dev/testing/contoso';
import { renderPart } from '../../dev/testing/renderPart';
import { renderPortal } from '../../dev/testing/renderPortal';
import { momentOf } from '../../dev/testing/english';
import { HoldBanner } from './HoldBanner';

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
  expect(
    dialog.getByText(/^Your name, the time and the reason stay/),
  ).toBeInTheDocument();
  const reason = dialog.getByRole('textbox', { name: /Why the fall is real/ });
  expect(reason).toBeRequired();
  expect(reason).toHaveAttribute('maxlength', '1000');
  await userEvent.type(reason, 'The keys were withdrawn');
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
  renderPortal('/entra-mfa/overview/what-if?at=2026-09-19');
  expect(
    await screen.findByText(/^The figure was held then/),
  ).toBeInTheDocument();
  expect(
    screen.queryByRole('button', { name: 'Release the figure' }),
  ).not.toBeInTheDocument();
});

it('lists what was held, who released it and why', async () => {
  renderPortal('/entra-mfa/connections');
  const { from, to, people } = healthy.answer(
    'getHolds',
    { id: tenant },
    { limit: 25 },
  ).items[0];
  const who = await screen.findByText(/^security: The keys of a supplier/);
  expect(who.closest('tr')).toHaveTextContent(
    `${formatPermille(from.permille)} → ${formatPermille(
      to.permille,
    )}${people}released`,
  );
});

describe('the band', () => {
  const draw = (change: Partial<typeof hold>, past = false) =>
    renderPart(
      <HoldBanner tenant={tenant} hold={{ ...hold, ...change }} past={past} />,
    );

  it('says since when, and why it is doubted', async () => {
    draw({ people: 1 });
    expect(
      await screen.findByText(
        `Since ${momentOf(
          hold.since,
        )} 1 person fewer reads as registered, while the people in scope are the same. The last figure stays, with its date.`,
      ),
    ).toBeInTheDocument();
    expect(
      screen.getByText(/^A lost licence or permission/),
    ).toBeInTheDocument();
    expect(screen.queryByText(/^Released on/)).toBeNull();
    expect(screen.queryByText(/entra-mfa\.hold\.release/)).toBeNull();
  });

  it('says that nobody would be counted any more', async () => {
    draw({ to: { ...hold.to, permille: null } });
    expect(
      await screen.findByText(/it would fall from .* to nothing$/),
    ).toBeInTheDocument();
  });

  it('says of a past day only that the figure was held then', async () => {
    draw({}, true);
    expect(
      await screen.findByText(/^The figure was held then/),
    ).toBeInTheDocument();
    expect(screen.queryByRole('button')).toBeNull();
    expect(screen.queryByText(/^A lost licence or permission/)).toBeNull();
    expect(screen.queryByText(/entra-mfa\.hold\.release/)).toBeNull();
  });

  it('says when it was released, and offers it no more', async () => {
    draw({ releasedAt: '2026-11-21T09:10:00Z' });
    expect(
      await screen.findByText(
        `Released on ${momentOf(
          '2026-11-21T09:10:00Z',
        )}: the next sync publishes the figure.`,
      ),
    ).toBeInTheDocument();
    expect(screen.queryByRole('button')).toBeNull();
    expect(screen.queryByText(/^A lost licence or permission/)).toBeNull();
  });
});

it('says why it could not be released', async () => {
  const api = new RecordedApi('held').fail('releaseHold', 409, 'It is gone');
  renderPortal('/entra-mfa/overview/what-if', { api });
  await userEvent.click(
    await screen.findByRole('button', { name: 'Release the figure' }),
  );
  const dialog = within(await screen.findByRole('dialog'));
  expect(
    dialog.getByRole('heading', {
      name: `Publish the fall to ${formatPermille(hold.to.permille)}?`,
    }),
  ).toBeInTheDocument();
  await userEvent.type(dialog.getByRole('textbox'), 'Real');
  await userEvent.click(dialog.getByRole('button', { name: 'Release' }));
  expect(
    await screen.findByText('The figure could not be released: It is gone'),
  ).toBeInTheDocument();
});

it('says that the sync comes later', async () => {
  const api = new RecordedApi('held').change('releaseHold', body => ({
    ...body,
    syncStarted: false,
  }));
  renderPortal('/entra-mfa/overview/what-if', { api });
  await userEvent.click(
    await screen.findByRole('button', { name: 'Release the figure' }),
  );
  const dialog = within(await screen.findByRole('dialog'));
  await userEvent.type(dialog.getByRole('textbox'), 'The keys were withdrawn');
  await userEvent.click(dialog.getByRole('button', { name: 'Release' }));
  expect(
    await screen.findByText(/^Released\. A sync is under way/),
  ).toBeInTheDocument();
});
