import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { renderPortal } from '../../dev/testing/renderPortal';

const section = async (title: RegExp) => {
  const heading = await screen.findByRole('heading', { name: title, level: 3 });
  const found = heading.closest('section');
  if (!found) throw new Error(`${title} is in no section`);
  return within(found);
};
const item = async (title: RegExp, text: string | RegExp) => {
  const found = (await (await section(title)).findAllByText(text))[0].closest(
    'li',
  );
  if (!found) throw new Error(`${text} is in no item`);
  return within(found.closest('ul > li') ?? found);
};

it('shows what waits for a decision first, then what is in force by its end, then what is over', async () => {
  renderPortal('/entra-mfa/exceptions');
  await section(/^Waiting for a decision 2$/);
  const headings = screen.getAllByRole('heading', { level: 3 });
  expect(headings.map(({ textContent }) => textContent)).toEqual([
    'Waiting for a decision 2',
    'In force 2',
    'Over, refused or withdrawn 2',
  ]);
  const inForce = await section(/^In force/);
  const items = inForce
    .getAllByRole('listitem')
    .filter(({ textContent }) => textContent?.includes('left'));
  expect(items[0]).toHaveTextContent(
    /^Rule .*\^leave-.*exempt until .*9 days left.*ends soon.*people exempt.*asked by ravi\.larsen on .*approved by ines\.patel on .*Agreed with the lead/,
  );
  expect(items[1]).toHaveTextContent(/^Treasury and its sub-teams.*120 days/);
  const over = await section(/^Over/);
  expect(over.getByText('ended early')).toBeInTheDocument();
  expect(over.getByText('They are back.')).toBeInTheDocument();
  expect(
    over.getByText('group:default/closed (no longer in the catalog)'),
  ).toBeInTheDocument();
});

it('opens the people who are exempt by it', async () => {
  renderPortal('/entra-mfa/exceptions');
  const inForce = await section(/^In force/);
  await userEvent.click(
    (
      await inForce.findAllByRole('link', { name: /people exempt$/ })
    )[0],
  );
  expect(
    await screen.findByText('exempt by one exception'),
  ).toBeInTheDocument();
  expect(
    (await screen.findAllByText(/^until .* \(approved by ines\.patel\)$/))
      .length,
  ).toBeGreaterThan(0);
});

it('approves with a note, and lets nobody do it without one', async () => {
  renderPortal('/entra-mfa/exceptions');
  const waiting = await section(/^Waiting/);
  await userEvent.click(
    await waiting.findByRole('button', { name: 'Approve' }),
  );
  const dialog = within(await screen.findByRole('dialog'));
  const confirm = dialog.getByRole('button', { name: 'Approve' });
  expect(confirm).toBeDisabled();
  await userEvent.type(
    dialog.getByRole('textbox', { name: /Why you approve it/ }),
    'Agreed',
  );
  await userEvent.click(confirm);
  expect(await screen.findByText(/^Approved\./)).toBeInTheDocument();
  await section(/^In force 3$/);
  const approved = await item(/^In force/, 'Agreed');
  expect(approved.getByText(/approved by me on/)).toBeInTheDocument();
});

it('withdraws a request of one’s own', async () => {
  renderPortal('/entra-mfa/exceptions');
  const waiting = await section(/^Waiting/);
  await userEvent.click(
    await waiting.findByRole('button', { name: 'Withdraw' }),
  );
  const dialog = within(await screen.findByRole('dialog'));
  await userEvent.click(dialog.getByRole('button', { name: 'Withdraw' }));
  await section(/^Waiting for a decision 1$/);
  expect(
    await (await section(/^Over/)).findByText('withdrawn'),
  ).toBeInTheDocument();
});

it('asks for a rule with a reason and a last day', async () => {
  renderPortal('/entra-mfa/exceptions');
  await userEvent.click(
    await screen.findByRole('button', { name: 'Ask for an exception' }),
  );
  const dialog = within(await screen.findByRole('dialog'));
  const confirm = dialog.getByRole('button', { name: 'Ask' });
  await userEvent.click(dialog.getByRole('button', { name: /^a person/ }));
  await userEvent.click(await screen.findByRole('option', { name: 'a rule' }));
  await userEvent.type(
    dialog.getByRole('textbox', { name: /Pattern/ }),
    '^kiosk-',
  );
  await userEvent.type(
    dialog.getByRole('textbox', { name: /Reason/ }),
    'No phones there',
  );
  expect(confirm).toBeDisabled();
  const inAWeek = new Date(Date.now() + 7 * 86_400_000);
  const [year, month, day] = inAWeek.toISOString().slice(0, 10).split('-');
  for (const [part, value] of [
    [/^month/, month],
    [/^day/, day],
    [/^year/, year],
  ] as const) {
    await userEvent.type(dialog.getByRole('spinbutton', { name: part }), value);
  }
  await userEvent.click(confirm);
  expect(await screen.findByText(/^Asked\./)).toBeInTheDocument();
  await section(/^Waiting for a decision 3$/);
  const asked = await item(/^Waiting/, 'No phones there');
  expect(asked.getByText('^kiosk-')).toBeInTheDocument();
});

it('offers nothing to do of a past day', async () => {
  renderPortal('/entra-mfa/exceptions?at=2026-11-03');
  expect(
    await screen.findByText(/^These are the exceptions as they were/),
  ).toBeInTheDocument();
  expect(
    screen.queryByRole('button', { name: 'Ask for an exception' }),
  ).not.toBeInTheDocument();
});
