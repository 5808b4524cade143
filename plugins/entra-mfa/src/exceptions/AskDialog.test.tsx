import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { RecordedApi } from '../../dev/answers/RecordedApi';
import { healthy, tenant } from '../../dev/testing/contoso';
import { renderPart } from '../../dev/testing/renderPart';
import { typeDay } from '../../dev/testing/typeDay';
import { AskDialog } from './AskDialog';

const { limits } = healthy.answer(
  'getExceptions',
  {},
  { state: 'requested', sort: 'requested', limit: 25 },
);
const person = { id: 'id-1', displayName: 'Ada Berg' };

async function open(api: RecordedApi, isGiven = true) {
  renderPart(
    <AskDialog
      tenant={tenant}
      limits={limits}
      person={isGiven ? person : undefined}
    />,
    api,
  );
  await userEvent.click(
    await screen.findByRole('button', { name: 'Ask for an exception' }),
  );
  return within(await screen.findByRole('dialog'));
}

/** Types when and why; what confirms it is there, and not ready before the reason. */
async function say(dialog: Awaited<ReturnType<typeof open>>) {
  await typeDay(dialog, '2026-11-28');
  const confirm = dialog.getByRole('button', { name: 'Ask' });
  const reason = dialog.getByRole('textbox', { name: /Reason/ });
  await userEvent.type(reason, '  ');
  expect(confirm).toBeDisabled();
  await userEvent.type(reason, 'On leave ');
  return confirm;
}

it('asks for the person who is given, and says what was wrong where it was typed', async () => {
  const api = new RecordedApi().fail('requestException', 409, 'There is one');
  const dialog = await open(api);
  expect(dialog.getByText('Ada Berg')).toBeInTheDocument();
  expect(
    dialog.getByText(
      `Somebody else has to approve it. It ends by itself after its last day, at the latest ${limits.maximumDays} days from now.`,
    ),
  ).toBeInTheDocument();
  expect(
    dialog.getByRole('heading', { name: 'Ask for an exception' }),
  ).toBeInTheDocument();
  expect(dialog.getByRole('group', { name: /^Last day/ })).toBeInTheDocument();
  await userEvent.click(await say(dialog));
  expect(await dialog.findByRole('alert')).toHaveTextContent('There is one');
  expect(api.last('requestException')?.body).toEqual({
    tenant,
    subject: { kind: 'person', id: 'id-1' },
    reason: 'On leave',
    until: '2026-11-28',
  });
});

it('finds a person by name among those whom the reader may see', async () => {
  const listed = healthy.answer('getPeople', {}, { limit: 25, count: true });
  const [first] = listed.items;
  const api = new RecordedApi()
    .switch('getPeople', () => Response.json(listed))
    .silence('requestException');
  const dialog = await open(api, false);
  expect(dialog.queryByRole('button', { name: /^Team/ })).toBeNull();
  expect(dialog.queryByRole('textbox', { name: /Pattern/ })).toBeNull();
  const confirm = await say(dialog);
  expect(confirm).toBeDisabled();
  await userEvent.click(dialog.getByRole('button', { name: /Person/ }));
  await userEvent.click(
    await screen.findByRole('option', {
      name: `${first.displayName} (${first.userPrincipalName})`,
    }),
  );
  expect(api.last('getPeople')?.query).toEqual({
    sort: 'name',
    limit: '30',
  });
  await userEvent.click(confirm);
  expect(api.last('requestException')?.body).toMatchObject({
    subject: { kind: 'person', id: first.id },
  });
});

it('finds a team by name, and forgets the one who was chosen before it', async () => {
  const api = new RecordedApi().silence('requestException');
  const dialog = await open(api, false);
  await userEvent.click(dialog.getByRole('button', { name: /^a person/ }));
  await userEvent.click(await screen.findByRole('option', { name: 'a team' }));
  expect(dialog.queryByRole('button', { name: /Person/ })).toBeNull();
  await userEvent.click(
    dialog.getByRole('button', { name: /Team, with its sub-teams/ }),
  );
  await userEvent.click(await screen.findByRole('option', { name: 'Ledger' }));
  await userEvent.click(await say(dialog));
  expect(api.last('requestException')?.body).toMatchObject({
    subject: { kind: 'group', ref: 'group:default/ledger' },
  });
});

async function chooseGroup(api: RecordedApi) {
  const dialog = await open(api, false);
  await userEvent.click(dialog.getByRole('button', { name: /^a person/ }));
  await userEvent.click(
    await screen.findByRole('option', { name: 'an Entra group' }),
  );
  return dialog;
}

it('finds an Entra group by name where groups are read', async () => {
  const api = new RecordedApi()
    .change('getOverview', body => ({ ...body, readsEntraGroups: true }))
    .switch('getEntraGroups', () =>
      Response.json({ items: [{ id: 'g-1', name: 'Finance' }] }),
    )
    .silence('requestException');
  const dialog = await chooseGroup(api);
  await userEvent.click(
    await dialog.findByRole('button', { name: /Entra group, with the groups/ }),
  );
  await userEvent.click(await screen.findByRole('option', { name: 'Finance' }));
  expect(api.last('getEntraGroups')?.query).toEqual({
    sort: 'name',
    limit: '50',
  });
  await userEvent.click(await say(dialog));
  expect(api.last('requestException')?.body).toMatchObject({
    subject: { kind: 'entra-group', id: 'g-1' },
  });
});

it('takes the object id of an Entra group where groups are not read', async () => {
  const api = new RecordedApi().silence('requestException');
  const dialog = await chooseGroup(api);
  await userEvent.type(
    dialog.getByRole('textbox', { name: /^Object id of the Entra group/ }),
    ' g-2 ',
  );
  await userEvent.click(await say(dialog));
  expect(api.last('requestException')?.body).toMatchObject({
    subject: { kind: 'entra-group', id: 'g-2' },
  });
});
