import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { RecordedApi } from '../../dev/answers/RecordedApi';
import { healthy, tenant } from '../../dev/testing/contoso';
import { renderPart } from '../../dev/testing/renderPart';
import { CloseReviewDialog } from './CloseReviewDialog';

const review = healthy.answer('getReview', { number: 2 });
const { items } = healthy.answer(
  'getReviewItems',
  { number: 2 },
  { decision: 'open', limit: 25 },
);

async function dialogOf(
  open: number,
  closing = (api: RecordedApi) =>
    api.switch('closeReview', () => Response.json(review)),
) {
  const api = closing(new RecordedApi());
  renderPart(
    <CloseReviewDialog
      review={{ ...review, counts: { ...review.counts, open } }}
    />,
    api,
  );
  await userEvent.click(
    await screen.findByRole('button', { name: 'Close the review' }),
  );
  const dialog = within(await screen.findByRole('dialog'));
  return { api, dialog };
}

it('closes a review in which all are decided without asking why', async () => {
  const { api, dialog } = await dialogOf(0);
  expect(
    dialog.getByRole('heading', { name: 'Close the review' }),
  ).toBeInTheDocument();
  expect(
    dialog.getByText(
      'Nothing in it changes afterwards. You are kept as the one who closed it.',
    ),
  ).toBeInTheDocument();
  expect(dialog.queryByRole('textbox')).toBeNull();
  expect(dialog.queryByText(/no decision/)).toBeNull();
  await userEvent.click(dialog.getByRole('button', { name: 'Close it' }));
  expect(await screen.findByText('Closed.')).toBeInTheDocument();
  expect(api.last('closeReview')).toMatchObject({
    path: '/reviews/2/close',
    query: { tenant },
    body: {},
  });
  expect(api.last('closeReview')?.body).toEqual({});
});

it('closes nothing when it is cancelled', async () => {
  const { api, dialog } = await dialogOf(0);
  await userEvent.click(dialog.getByRole('button', { name: 'Cancel' }));
  expect(screen.queryByRole('dialog')).toBeNull();
  expect(api.last('closeReview')).toBeUndefined();
});

it('says in the dialog why it was not closed', async () => {
  const { dialog } = await dialogOf(0, api =>
    api.fail('closeReview', 409, 'Others have decided'),
  );
  await userEvent.click(dialog.getByRole('button', { name: 'Close it' }));
  expect((await dialog.findByRole('alert')).textContent).toBe(
    'Others have decided',
  );
  expect(screen.queryByText('Closed.')).toBeNull();
});

it('wants to know why it is closed without some, and says of how many', async () => {
  const { api, dialog } = await dialogOf(1);
  const confirm = dialog.getByRole('button', { name: 'Close it' });
  const reason = dialog.getByRole('textbox', {
    name: /^Why it is closed without them/,
  });
  await userEvent.type(reason, '  ');
  expect(confirm).toBeDisabled();
  await userEvent.type(reason, 'It is over ');
  await userEvent.click(confirm);
  expect(await screen.findByText('Closed.')).toBeInTheDocument();
  expect(api.last('closeReview')?.body).toEqual({
    reason: 'It is over',
    open: 1,
  });
});

it.each([
  [8, ''],
  [9, ', and 1 more'],
])('names up to eight of %s who have no decision', async (open, more) => {
  const { api, dialog } = await dialogOf(open);
  const names = items.slice(0, 8).map(({ then }) => then.displayName);
  expect(
    await dialog.findByText(
      `${open} people have no decision, and stay so: ${names.join(
        ', ',
      )}${more}`,
    ),
  ).toBeInTheDocument();
  expect(api.last('getReviewItems')?.query).toEqual({
    decision: 'open',
    tenant,
    limit: '25',
  });
});
