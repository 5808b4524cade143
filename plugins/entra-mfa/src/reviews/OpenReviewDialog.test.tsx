import { fireEvent, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { RecordedApi } from '../../dev/answers/RecordedApi';
import { healthy, tenant } from '../../dev/testing/contoso';
import { chooseEntity } from '../../dev/testing/chooseEntity';
import { plan } from '../../dev/testing/plan';
import { renderPart } from '../../dev/testing/renderPart';
import { OpenReviewDialog } from './OpenReviewDialog';

const review = healthy.answer('getReview', { number: 2 });

async function dialogOf(api = new RecordedApi(), isRisksOpen = false) {
  renderPart(
    <OpenReviewDialog defaultTitle="Q1 2027" isRisksOpen={isRisksOpen} />,
    api,
    { search: `tenant=${tenant}` },
  );
  await userEvent.click(
    await screen.findByRole('button', { name: 'Open a review' }),
  );
  const dialog = within(await screen.findByRole('dialog'));
  return { dialog, title: dialog.getByRole('textbox', { name: /^Title/ }) };
}

it('opens it under the title that is typed, of the tenant that is shown, and says so', async () => {
  const api = new RecordedApi().switch('openReview', () =>
    Response.json(review),
  );
  const { dialog, title } = await dialogOf(api);
  expect(
    dialog.getByRole('heading', { name: 'Open a review' }),
  ).toBeInTheDocument();
  expect(
    dialog.getByText(/who is privileged, new, left or without a method\.$/),
  ).toBeInTheDocument();
  await userEvent.type(title, ' again ');
  await userEvent.click(dialog.getByRole('button', { name: 'Open' }));
  expect(await screen.findByText('Opened.')).toBeInTheDocument();
  expect(api.last('openReview')?.body).toEqual({
    tenant,
    title: 'Q1 2027 again',
    scope: { kind: 'risks' },
    reviewers: { kind: 'conductor' },
  });
});

it('opens none without a title', async () => {
  const { dialog, title } = await dialogOf();
  expect(title).toBeRequired();
  expect(title).toHaveAttribute('maxlength', '100');
  await userEvent.clear(title);
  await userEvent.type(title, ' ');
  expect(dialog.getByRole('button', { name: 'Open' })).toBeDisabled();
});

const choose = async (
  dialog: Awaited<ReturnType<typeof dialogOf>>['dialog'],
  label: RegExp,
  option: string,
) => {
  await userEvent.click(dialog.getByRole('button', { name: label }));
  await userEvent.click(await screen.findByRole('option', { name: option }));
};

it('opens one of a role with leads and a day, where one of risks is open', async () => {
  const [role] = healthy.answer('getRoles', {}).items!;
  const api = new RecordedApi().switch('openReview', () =>
    Response.json(review),
  );
  const { dialog, title } = await dialogOf(api, true);
  const open = dialog.getByRole('button', { name: 'Open' });
  expect(open).toBeDisabled();
  await choose(dialog, /Role$/, role.name!);
  expect(title).toHaveValue(`${role.name}, Q1 2027`);
  await choose(dialog, /Who decides$/, 'Leads, on their people');
  expect(dialog.getByText(/^Each person goes to who leads/)).toBeVisible();
  await userEvent.click(open);
  expect(await screen.findByText('Opened.')).toBeInTheDocument();
  expect(api.last('openReview')?.body).toEqual({
    tenant,
    title: `${role.name}, Q1 2027`,
    scope: { kind: 'role', id: role.id },
    reviewers: { kind: 'leads' },
    dueOn: expect.stringMatching(/^\d{4}-\d\d-\d\d$/),
  });
});

it('plans one that opens again and again, by users who are chosen or typed', async () => {
  const api = new RecordedApi().switch('createReviewSchedule', () =>
    Response.json(plan),
  );
  const { dialog } = await dialogOf(api);
  await choose(dialog, /Who decides$/, 'Users whom you name');
  expect(dialog.getByRole('button', { name: 'Open' })).toBeDisabled();
  await chooseEntity(dialog, /Users$/, 'lund', /^Ada Lund/);
  await screen.findByRole('option', { name: /^Tom Reyes/ });
  // Before the catalog answers, nobody is offered who is not meant.
  fireEvent.change(screen.getByRole('searchbox'), {
    target: { value: 'reyes' },
  });
  expect(
    screen.getAllByRole('option').map(({ textContent }) => textContent),
  ).toEqual([expect.stringMatching(/^Tom Reyes/)]);
  const typed = 'User:default/Sam';
  await chooseEntity(dialog, /Users$/, typed, /^user:default\/sam/);
  await userEvent.keyboard('{Escape}');
  expect(dialog.getByRole('button', { name: /Users$/ })).toHaveTextContent(
    'Ada Lund and user:default/sam',
  );
  await choose(dialog, /How often$/, 'every quarter');
  await userEvent.click(dialog.getByRole('button', { name: 'Plan it' }));
  expect(
    await screen.findByText('It opens by itself from that day on.'),
  ).toBeInTheDocument();
  expect(api.last('createReviewSchedule')?.body).toEqual({
    tenant,
    title: 'Risks and changes',
    scope: { kind: 'risks' },
    reviewers: {
      kind: 'users',
      users: ['user:default/ada', 'user:default/sam'],
    },
    every: 'quarterly',
    firstDay: new Date().toISOString().slice(0, 10),
    dueDays: null,
  });
});
