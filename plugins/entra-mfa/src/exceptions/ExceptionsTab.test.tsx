import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { RecordedApi } from '../../dev/answers/RecordedApi';
import { healthy, past } from '../../dev/testing/contoso';
import { renderPortal } from '../../dev/testing/renderPortal';
import { typeDay } from '../../dev/testing/typeDay';

const { states } = healthy.answer(
  'getExceptions',
  {},
  { state: 'requested', sort: 'requested', limit: 25 },
);
const over =
  states.ended +
  states.expired +
  states.refused +
  states.withdrawn +
  states.lapsed;

const section = async (title: string | RegExp) => {
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

/** Opens a dialog of the section, types what it asks for, and confirms it. */
async function step(
  title: RegExp,
  name: string,
  confirm: string,
  note?: string,
) {
  const [button] = await (
    await section(title)
  ).findAllByRole('button', { name });
  await userEvent.click(button);
  const dialog = within(await screen.findByRole('dialog'));
  if (note) {
    expect(dialog.getByRole('button', { name: confirm })).toBeDisabled();
    await userEvent.type(dialog.getByRole('textbox', { name: /^Why/ }), note);
  }
  await userEvent.click(dialog.getByRole('button', { name: confirm }));
}

it('shows what waits for a decision first, then what is in force by its end, then what is over', async () => {
  renderPortal('/entra-mfa/compliance/exceptions');
  await section(`Waiting for a decision ${states.requested}`);
  await section(`In force ${states['in-force']}`);
  await section(`Over, refused or withdrawn ${over}`);
  const headings = screen.getAllByRole('heading', { level: 3 });
  expect(headings.map(({ textContent }) => textContent)).toEqual([
    `Waiting for a decision ${states.requested}`,
    `In force ${states['in-force']}`,
    `Over, refused or withdrawn ${over}`,
  ]);
  const inForce = await section(/^In force/);
  const items = inForce
    .getAllByRole('listitem')
    .filter(({ textContent }) => textContent?.includes('left'));
  expect(items[0]).toHaveTextContent(
    /^Rule .*\^leave.*exempt until 30 Nov 2026.*9 days left.*ends soon.*2 people exempt.*asked by security on 21 Oct 2026.*approved by person1 on 22 Oct 2026.*Agreed with the lead/,
  );
  expect(items[1]).toHaveTextContent(
    /^Warehouse and its sub-teams.*120 days left/,
  );
  expect(items[1]).not.toHaveTextContent('ends soon');
  const ended = await section(/^Over/);
  expect(ended.getByText('ended early')).toBeInTheDocument();
  expect(ended.getByText('He is back.')).toBeInTheDocument();
});

it('searches all its lists and the file as one types, and the address keeps it', async () => {
  const [some] = healthy.all('getExceptions');
  const api = new RecordedApi().switch('getExceptions', (answer, { query }) =>
    query.q ? Response.json({ ...some, items: [], totalItems: 0 }) : answer(),
  );
  renderPortal('/entra-mfa/compliance/exceptions', { api });
  await userEvent.type(
    await screen.findByLabelText('Person, team, group, reason or who asked'),
    'ada',
  );
  expect(
    await screen.findAllByText('None has “ada” in what you may see of it.'),
  ).toHaveLength(3);
  const asked = api.sent.filter(
    ({ route, query }) => route === 'getExceptions' && query.q === 'ada',
  );
  expect(new Set(asked.map(({ query }) => query.state)).size).toBe(3);
});

it('says of a team that the catalog no longer has that it is gone', async () => {
  const subject = {
    kind: 'group' as const,
    ref: 'group:default/closed',
    title: null,
  };
  const api = new RecordedApi().change('getExceptions', body => ({
    ...body,
    items: body.items.map(one => ({ ...one, subject })),
  }));
  renderPortal('/entra-mfa/compliance/exceptions', { api });
  expect(
    (
      await screen.findAllByText(
        'group:default/closed (no longer in the catalog)',
      )
    ).length,
  ).toBeGreaterThan(0);
});

it('opens the people who are exempt by it', async () => {
  const everybody = healthy.answer('getPeople', {}, { facets: true, limit: 1 });
  const api = new RecordedApi().switch('getPeople', (answer, { query }) =>
    query.facets ? Response.json(everybody) : answer(),
  );
  renderPortal('/entra-mfa/compliance/exceptions', { api });
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
    await screen.findAllByText('until 30 Nov 2026 (approved by person1)'),
  ).toHaveLength(2);
});

it('approves with a note, and lets nobody do it without one', async () => {
  renderPortal('/entra-mfa/compliance/exceptions');
  await step(/^Waiting/, 'Approve', 'Approve', 'Agreed');
  expect(await screen.findByText(/^Approved\./)).toBeInTheDocument();
  await section(`In force ${states['in-force'] + 1}`);
  const approved = await item(/^In force/, 'Agreed');
  expect(
    approved.getByText('approved by person1 on 21 Nov 2026'),
  ).toBeInTheDocument();
});

it('refuses with a note', async () => {
  renderPortal('/entra-mfa/compliance/exceptions');
  await step(/^Waiting/, 'Refuse', 'Refuse', 'No need');
  expect(await screen.findByText('Refused.')).toBeInTheDocument();
  await section(`Over, refused or withdrawn ${over + 1}`);
  const refused = await item(/^Over/, 'No need');
  expect(
    refused.getByText('refused by person1 on 21 Nov 2026'),
  ).toBeInTheDocument();
});

it('ends one before its time', async () => {
  renderPortal('/entra-mfa/compliance/exceptions');
  await step(/^In force/, 'End now', 'End it', 'They are back');
  expect(await screen.findByText(/^Ended\./)).toBeInTheDocument();
  await section(`In force ${states['in-force'] - 1}`);
  expect(
    await (await section(/^Over/)).findByText('They are back'),
  ).toBeInTheDocument();
});

it('withdraws a request of one’s own', async () => {
  renderPortal('/entra-mfa/compliance/exceptions');
  await step(/^Waiting/, 'Withdraw', 'Withdraw');
  await section(`Waiting for a decision ${states.requested - 1}`);
  expect(
    await (await section(/^Over/)).findByText('withdrawn'),
  ).toBeInTheDocument();
});

it('asks for a rule with a reason and a last day', async () => {
  const api = new RecordedApi();
  renderPortal('/entra-mfa/compliance/exceptions', { api });
  await userEvent.click(
    await screen.findByRole('button', { name: 'Ask for an exception' }),
  );
  const dialog = within(await screen.findByRole('dialog'));
  const confirm = dialog.getByRole('button', { name: 'Ask' });
  await userEvent.click(dialog.getByRole('button', { name: /^a person/ }));
  await userEvent.click(await screen.findByRole('option', { name: 'a rule' }));
  await userEvent.type(
    dialog.getByRole('textbox', { name: /Pattern/ }),
    '^leave',
  );
  await userEvent.type(
    dialog.getByRole('textbox', { name: /Reason/ }),
    'No phones there',
  );
  expect(confirm).toBeDisabled();
  await typeDay(dialog, '2026-11-28');
  await userEvent.click(confirm);
  expect(await screen.findByText(/^Asked\./)).toBeInTheDocument();
  expect(api.last('requestException')?.body).toEqual({
    subject: { kind: 'rule', pattern: '^leave' },
    reason: 'No phones there',
    until: '2026-11-28',
  });
  await section(`Waiting for a decision ${states.requested + 1}`);
  const asked = await item(/^Waiting/, 'No phones there');
  expect(asked.getByText('^leave')).toBeInTheDocument();
});

it('offers nothing to do of a past day', async () => {
  renderPortal(`/entra-mfa/compliance/exceptions?at=${past}`);
  expect(
    await screen.findByText(/^These are the exceptions as they were/),
  ).toBeInTheDocument();
  expect(
    screen.queryByRole('button', { name: 'Ask for an exception' }),
  ).not.toBeInTheDocument();
});

it('says which permissions it takes', async () => {
  renderPortal('/entra-mfa/compliance/exceptions', { scenario: 'counts-only' });
  expect(
    await screen.findByText('entra-mfa.exception.request'),
  ).toBeInTheDocument();
  expect(screen.getByText('entra-mfa.exception.decide')).toBeInTheDocument();
});
