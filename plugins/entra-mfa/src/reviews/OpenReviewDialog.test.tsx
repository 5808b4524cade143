import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { RecordedApi } from '../../dev/answers/RecordedApi';
import { healthy } from '../../dev/testing/contoso';
import { renderPart } from '../../dev/testing/renderPart';
import { OpenReviewDialog } from './OpenReviewDialog';

const review = healthy.answer('getReview', { number: 2 });

async function dialogOf(api = new RecordedApi()) {
  renderPart(<OpenReviewDialog defaultTitle="Q1 2027" />, api, {
    search: 'tenant=contoso',
  });
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
    dialog.getByText(/One review is open at a time\.$/),
  ).toBeInTheDocument();
  await userEvent.type(title, ' again ');
  await userEvent.click(dialog.getByRole('button', { name: 'Open' }));
  expect(await screen.findByText('Opened.')).toBeInTheDocument();
  expect(api.last('openReview')?.body).toEqual({
    tenant: 'contoso',
    title: 'Q1 2027 again',
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
