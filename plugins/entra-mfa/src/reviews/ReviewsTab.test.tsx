import { act, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import axe from 'axe-core';
import { renderPortal } from '../../dev/testing/renderPortal';

const people = async () => {
  const list = await screen.findByRole('list', { name: 'People on the list' });
  return within(list)
    .getAllByRole('listitem')
    .filter(({ parentElement }) => parentElement === list);
};
const person = async (index: number) => (await people())[index];
const button = (item: HTMLElement, name: string) =>
  within(item).getByRole('radio', { name });

it('lists reviews with how far they are, who and when', async () => {
  renderPortal('/entra-mfa');
  await userEvent.click(await screen.findByRole('tab', { name: 'Reviews' }));
  expect(await screen.findByText('1 of 8 decided')).toBeInTheDocument();
  expect(screen.getByText(/^open, opened on/)).toBeInTheDocument();
  expect(
    screen.getByText(/^closed on .* by ines\.patel, opened on/),
  ).toBeInTheDocument();
  expect(screen.getByText('6 keep')).toBeInTheDocument();
  expect(
    screen.queryByRole('button', { name: 'Open a review' }),
  ).not.toBeInTheDocument();
  await userEvent.click(screen.getByRole('link', { name: 'Q4 2026' }));
  expect(await people()).toHaveLength(8);
});

it('shows why somebody is on the list, as they were and as they are', async () => {
  renderPortal('/entra-mfa/reviews/2');
  const registered = within(await person(4));
  expect(registered.getByText('no method')).toBeInTheDocument();
  expect(registered.getByText('not registered')).toBeInTheDocument();
  expect(registered.getByText(/^registered since/)).toBeInTheDocument();
  expect(
    registered.getByText(/^asked to register, by ines\.patel on/),
  ).toHaveTextContent('Wrote to her on Monday.');
  const gone = within(await person(5));
  expect(gone.getByText('no longer in the directory')).toBeInTheDocument();
  expect(gone.queryByRole('link')).not.toBeInTheDocument();
});

it('records a decision, and keeps the one before', async () => {
  renderPortal('/entra-mfa/reviews/2');
  await userEvent.click(button(await person(4), 'keep'));
  const item = await person(4);
  expect(await within(item).findByText(/^keep, by me on/)).toBeInTheDocument();
  expect(
    within(item).getByText(/^before: asked to register, by ines\.patel/),
  ).toBeInTheDocument();
  await userEvent.click(button(await person(0), 'remove access'));
  expect(await screen.findByText('2 of 8 decided')).toBeInTheDocument();
});

it('asks why somebody privileged without a method is kept', async () => {
  renderPortal('/entra-mfa/reviews/2');
  await userEvent.click(button(await person(1), 'keep'));
  const item = within(await person(1));
  expect(await item.findByRole('alert')).toHaveTextContent(/^Say why/);
  expect(screen.getByText('1 of 8 decided')).toBeInTheDocument();
  await userEvent.type(item.getByRole('textbox'), 'Starts on Monday');
  await userEvent.click(button(await person(1), 'keep'));
  expect(await item.findByText('Starts on Monday')).toBeInTheDocument();
  expect(await screen.findByText('2 of 8 decided')).toBeInTheDocument();
});

it('lets nobody decide on themselves', async () => {
  renderPortal('/entra-mfa/reviews/2');
  const item = within(await person(2));
  expect(item.getByText(/^This is you/)).toBeInTheDocument();
  expect(item.queryByRole('radio')).not.toBeInTheDocument();
});

it('is walked through by keyboard', async () => {
  renderPortal('/entra-mfa/reviews/2');
  const [first, second, third] = await people();
  act(() => first.focus());
  await userEvent.keyboard('j');
  expect(second).toHaveFocus();
  await userEvent.keyboard('k2');
  expect(
    await within(first).findByText(/^remove access, by me/),
  ).toBeInTheDocument();
  expect(second).toHaveFocus();
  // Keeping them needs a note: the key leads to it, and letters are letters there.
  await userEvent.keyboard('1');
  await waitFor(() =>
    expect(within(second).getByRole('textbox')).toHaveFocus(),
  );
  await userEvent.keyboard('jk1{Escape}1');
  expect(await within(second).findByText('jk1')).toBeInTheDocument();
  expect(third).toHaveFocus();
});

it('filters by reason and decision, and keeps both in the address', async () => {
  renderPortal('/entra-mfa/reviews/2?decision=open&reason=no-method');
  expect(await people()).toHaveLength(3);
  await userEvent.click(
    screen.getByRole('button', { name: 'left, still enabled 1' }),
  );
  await waitFor(async () => expect(await people()).toHaveLength(4));
  await userEvent.click(screen.getByRole('button', { name: 'no decision 7' }));
  await waitFor(async () => expect(await people()).toHaveLength(5));
});

it('decides on everybody whom the filters find', async () => {
  renderPortal('/entra-mfa/reviews/2?reason=new');
  await userEvent.click(
    await screen.findByRole('button', { name: 'Decide on 2 people' }),
  );
  const dialog = within(await screen.findByRole('dialog'));
  await userEvent.click(dialog.getByRole('button', { name: /Decision/ }));
  await userEvent.click(await screen.findByRole('option', { name: 'keep' }));
  await userEvent.click(dialog.getByRole('button', { name: 'Record' }));
  expect(await screen.findByText('Recorded for 2 people.')).toBeInTheDocument();
  expect(await screen.findByText('3 of 8 decided')).toBeInTheDocument();
});

it('closes with the open ones named and a reason, and shows it closed', async () => {
  renderPortal('/entra-mfa/reviews/2');
  await userEvent.click(
    await screen.findByRole('button', { name: 'Close the review' }),
  );
  const dialog = within(await screen.findByRole('dialog'));
  expect(
    await dialog.findByText(
      /^7 people have no decision, and stay so: \w+ \w+,/,
    ),
  ).toBeInTheDocument();
  const confirm = dialog.getByRole('button', { name: 'Close it' });
  expect(confirm).toBeDisabled();
  await userEvent.type(dialog.getByRole('textbox'), 'The quarter is over');
  await userEvent.click(confirm);
  expect(
    await screen.findByText(
      /^7 people without a decision\. Closed without all decisions: The quarter is over/,
    ),
  ).toBeInTheDocument();
  expect(screen.queryByRole('radio')).not.toBeInTheDocument();
  await userEvent.click(screen.getByRole('link', { name: 'Back to reviews' }));
  await userEvent.click(
    await screen.findByRole('button', { name: 'Open a review' }),
  );
  const open = within(await screen.findByRole('dialog'));
  expect(open.getByRole('textbox')).toHaveValue('Q1 2027');
  await userEvent.click(open.getByRole('button', { name: 'Open' }));
  expect(
    await screen.findByRole('heading', { name: 'Q1 2027' }),
  ).toBeInTheDocument();
});

it('shows a lead their people, and nothing to decide', async () => {
  renderPortal('/entra-mfa/reviews/2', { scenario: 'hidden-names' });
  expect(await people()).toHaveLength(2);
  expect(screen.queryByRole('radio')).not.toBeInTheDocument();
  expect(
    screen.queryByRole('button', { name: 'Close the review' }),
  ).not.toBeInTheDocument();
});

it('says of how many people roles were not known', async () => {
  renderPortal('/entra-mfa/reviews/1');
  expect(
    await screen.findByText(/^Of 1,200 people it was not known/),
  ).toBeInTheDocument();
});

it.each(['/entra-mfa/reviews', '/entra-mfa/reviews/2', '/entra-mfa/reviews/1'])(
  'finds nothing wrong with %s',
  async path => {
    renderPortal(path);
    await screen.findAllByText(/of \d decided/);
    const { violations } = await axe.run(screen.getByRole('main'), {
      rules: { 'color-contrast': { enabled: false } },
    });
    expect(violations.map(({ id, nodes }) => [id, nodes[0].html])).toEqual([]);
  },
);
