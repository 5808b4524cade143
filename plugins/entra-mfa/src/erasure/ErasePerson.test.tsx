import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { PersonDetail } from '@entra-mfa/backstage-plugin-entra-mfa-common';
import { RecordedApi } from '../../dev/answers/RecordedApi';
import { healthy, personWho, tenant } from '../../dev/testing/contoso';
import { renderPortal } from '../../dev/testing/renderPortal';
import { momentOf } from '../../dev/testing/english';

const { id } = personWho(({ state }) => state === 'uncovered');
const path = `/entra-mfa/people/${tenant}/${id}`;
const detail = healthy.answer('getPerson', { tenant, id });
const name = detail.person.displayName;
const at = '2026-11-21T09:10:00Z';

const answer = (body: unknown) =>
  new Response(JSON.stringify(body), {
    headers: { 'Content-Type': 'application/json' },
  });

const answering = (change: Partial<PersonDetail>) =>
  new RecordedApi().switch('getPerson', () => answer({ ...detail, ...change }));

const open = { name: 'Erase this person' };

it('says what goes and what stays, asks why, and erases', async () => {
  const api = answering({ left: true }).switch('erasePerson', () =>
    answer({ tenant, id, erasedAt: at }),
  );
  renderPortal(path, { api });
  await userEvent.click(await screen.findByRole('button', open));
  const dialog = within(await screen.findByRole('dialog'));
  expect(
    dialog.getByRole('heading', { name: `Erase ${name} for good?` }),
  ).toBeInTheDocument();
  expect(dialog.getByText(/^What goes, .* methods/)).toBeInTheDocument();
  expect(dialog.getByText(/^What stays: .* every count/)).toBeInTheDocument();
  expect(dialog.getByRole('button', { name: 'Erase' })).toBeDisabled();
  const why = dialog.getByRole('textbox', { name: /Why/ });
  await userEvent.type(why, ' Request 4711 ');
  await userEvent.click(dialog.getByRole('button', { name: 'Erase' }));
  expect(await screen.findByText(/^Erased\. Every count/)).toBeInTheDocument();
  expect(api.last('erasePerson')).toMatchObject({
    path: `/people/${tenant}/${id}/erase`,
    body: { reason: 'Request 4711' },
  });
});

it('says in the dialog why it was refused', async () => {
  const api = answering({ left: true }).fail('erasePerson', 409, 'Still there');
  renderPortal(path, { api });
  await userEvent.click(await screen.findByRole('button', open));
  const dialog = within(await screen.findByRole('dialog'));
  await userEvent.type(dialog.getByRole('textbox'), 'Request 4711');
  await userEvent.click(dialog.getByRole('button', { name: 'Erase' }));
  expect(await dialog.findByRole('alert')).toHaveTextContent('Still there');
});

it.each<[string, Partial<PersonDetail>]>([
  ['of somebody who is there', {}],
  ['of somebody who is erased', { left: true, erased: { at } }],
])('is not offered %s', async (_, change) => {
  renderPortal(path, { api: answering(change) });
  await screen.findByRole('heading', { name });
  await screen.findByRole('heading', { name: 'History' });
  const left = screen.queryByText('Has left the directory since.');
  expect(left !== null).toBe(change.left ?? false);
  expect(screen.queryByRole('button', open)).toBeNull();
});

it('says that somebody was erased, and by whom as far as it is told', async () => {
  const erased = { at, by: 'user:default/jonas', reason: 'Request 4711' };
  renderPortal(path, { api: answering({ left: true, erased }) });
  expect(
    await screen.findByText(`This person was erased on ${momentOf(at)}`),
  ).toBeInTheDocument();
  expect(
    screen.getByText('Erased by user:default/jonas: Request 4711'),
  ).toBeInTheDocument();
  expect(
    screen.getByText('Methods', { selector: 'dt' }).nextSibling,
  ).toHaveTextContent('erased');
  expect(screen.queryByRole('heading', { name: 'Why counted so' })).toBeNull();
  expect(
    screen.queryByRole('link', { name: 'Open in the catalog' }),
  ).toBeNull();
});

it('does not say by whom where that is not told', async () => {
  renderPortal(path, { api: answering({ left: true, erased: { at } }) });
  await screen.findByText(/^This person was erased/);
  expect(screen.queryByText(/^Erased by/)).toBeNull();
});
