import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { Review } from '@entra-mfa/backstage-plugin-entra-mfa-common';
import { RecordedApi } from '../../dev/answers/RecordedApi';
import { healthy, tenant } from '../../dev/testing/contoso';
import { renderPart } from '../../dev/testing/renderPart';
import { ReviewItemList } from './ReviewItemList';

const review = healthy.answer('getReview', { number: 2 });
const answer = healthy.answer('getReviewItems', { number: 2 }, { limit: 25 });
const [first, second] = answer.items.filter(({ own }) => !own);

const draw = (api: RecordedApi, decides = true, of: Review = review) =>
  renderPart(
    <ReviewItemList
      review={of}
      filter={{ reason: 'new' }}
      decides={decides}
      decidesMany={decides}
    />,
    api,
  );

it('counts who is found, and shows more of them when asked', async () => {
  const api = new RecordedApi().switch(
    'getReviewItems',
    async (_, { query }) => {
      const isFirst = query.cursor === undefined;
      return Response.json({
        ...answer,
        items: [isFirst ? first : second],
        totalItems: 2,
        pageInfo: { nextCursor: isFirst ? 'next' : null },
      });
    },
  );
  draw(api);
  expect(await screen.findByText('2 people')).toBeInTheDocument();
  expect(
    screen.getByRole('button', { name: 'Decide on 2 people' }),
  ).toBeInTheDocument();
  expect(screen.getByText(/^Keys on a person: J next/)).toBeInTheDocument();
  expect(screen.getAllByRole('radio')).toHaveLength(4);
  await userEvent.click(screen.getByRole('button', { name: 'Show more' }));
  expect(
    await screen.findByRole('listitem', { name: second.then.displayName }),
  ).toBeInTheDocument();
  expect(
    screen.getByRole('listitem', { name: first.then.displayName }),
  ).toBeInTheDocument();
  expect(api.last('getReviewItems')?.query).toEqual({
    reason: 'new',
    tenant,
    limit: '25',
    cursor: 'next',
  });
  expect(screen.queryByRole('button', { name: 'Show more' })).toBeNull();
});

it('speaks of no keys and no decisions to who only reads', async () => {
  draw(new RecordedApi(), false);
  await screen.findByRole('list', { name: 'People on the list' });
  expect(screen.queryByText(/^Keys on a person/)).toBeNull();
  expect(screen.queryByRole('radio')).toBeNull();
  expect(screen.queryByRole('button', { name: /^Decide on/ })).toBeNull();
});

it.each([
  [3, 'No one matches these filters', /^Remove a filter/],
  [0, 'Nobody is on this list', /^No one matched any of the reasons/],
])('of a list of %s of whom none is found, says: %s', async (all, ...texts) => {
  const api = new RecordedApi().change('getReviewItems', body => ({
    ...body,
    items: [],
  }));
  draw(api, true, { ...review, counts: { ...review.counts, items: all } });
  for (const text of texts) {
    expect(await screen.findByText(text)).toBeInTheDocument();
  }
  expect(screen.queryByRole('list')).toBeNull();
});

it('says what went wrong, and tries again when asked', async () => {
  const api = new RecordedApi().fail('getReviewItems', 503, 'No database');
  draw(api);
  expect(await screen.findByText('No database')).toBeInTheDocument();
  api.change('getReviewItems', body => body);
  await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
  expect(
    await screen.findByRole('list', { name: 'People on the list' }),
  ).toBeInTheDocument();
});
