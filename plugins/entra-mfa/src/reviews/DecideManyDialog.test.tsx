import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { RecordedApi } from '../../dev/answers/RecordedApi';
import { healthy, tenant } from '../../dev/testing/contoso';
import { renderPart } from '../../dev/testing/renderPart';
import { DecideManyDialog } from './DecideManyDialog';

const review = healthy.answer('getReview', { number: 2 });
const filter = { reason: 'new', q: 'ada' };

it('records a decision and a note for everyone in the list', async () => {
  const api = new RecordedApi().switch('decideReviewItems', () =>
    Response.json({ decided: 4, counts: review.counts }),
  );
  renderPart(
    <DecideManyDialog review={review} filter={filter} total={5} />,
    api,
  );
  await userEvent.click(
    await screen.findByRole('button', { name: 'Decide on 5 people' }),
  );
  const dialog = within(await screen.findByRole('dialog'));
  expect(
    dialog.getByRole('heading', {
      name: 'Decide for everyone in this list',
    }),
  ).toBeInTheDocument();
  expect(
    dialog.getByText(/^The decision is recorded for 5 people, also where/),
  ).toBeInTheDocument();
  const record = dialog.getByRole('button', { name: 'Record' });
  expect(record).toBeDisabled();
  await userEvent.click(dialog.getByRole('button', { name: /Decision/ }));
  expect(
    (await screen.findAllByRole('option')).map(
      ({ textContent }) => textContent,
    ),
  ).toEqual([
    'keep',
    'remove access',
    'asked to register',
    'account should go',
  ]);
  await userEvent.click(screen.getByRole('option', { name: 'remove access' }));
  await userEvent.type(dialog.getByRole('textbox', { name: 'Note' }), ' Left ');
  await userEvent.click(record);
  expect(await screen.findByText('Recorded for 4 people.')).toBeInTheDocument();
  const { path, query, body } = api.last('decideReviewItems')!;
  expect(path).toBe('/reviews/2/decisions');
  expect(query).toEqual({ tenant });
  expect(body).toEqual({
    decision: 'remove-access',
    note: 'Left',
    filter,
    expected: 5,
  });
});
