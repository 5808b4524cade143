import { screen } from '@testing-library/react';
import type { Review } from '@entra-mfa/backstage-plugin-entra-mfa-common';
import { healthy } from '../../dev/testing/contoso';
import { renderPart } from '../../dev/testing/renderPart';
import { momentOf } from '../../dev/testing/english';
import { ReviewHead } from './ReviewHead';

const review: Review = {
  ...healthy.answer('getReview', { number: 2 }),
  opened: { by: 'user:default/ines', at: '2026-10-01T00:00:00Z' },
  closed: null,
  compared: { snapshot: 1, since: '2026-07-02T00:00:00Z', review: 4 },
  noMethodAfterDays: 21,
  rolesNotKnown: 0,
};
const asOf = `Its list is of ${momentOf(review.snapshot.at)}.`;

async function linesOf(change: Partial<Review> = {}) {
  renderPart(
    <div data-testid="head">
      <ReviewHead review={{ ...review, ...change }} />
    </div>,
  );
  const head = await screen.findByTestId('head');
  return [...head.querySelectorAll('p')].map(({ textContent }) => textContent);
}

it('says what the list is of, and what it was compared with', async () => {
  expect(await linesOf()).toEqual([
    `opened on 1 Oct 2026 by ines. ${asOf} New, and left, since 2 Jul 2026: the list of review 4. Without a method: accounts older than 21 days.`,
  ]);
});

it('says that there was nothing to compare with, and how it ended', async () => {
  expect(
    await linesOf({
      closed: {
        by: 'user:default/sam',
        at: '2026-10-09T00:00:00Z',
        reason: 'On leave',
      },
      compared: { ...review.compared, review: null },
      rolesNotKnown: 3,
      counts: { ...review.counts, open: 5 },
    }),
  ).toEqual([
    `closed on 9 Oct 2026 by sam, opened on 1 Oct 2026 by ines. ${asOf} New, and left, since 2 Jul 2026: no review was closed before. Without a method: accounts older than 21 days.`,
    expect.stringMatching(/^Of 3 people it was not known whether they hold/),
    '5 people without a decision. Closed without all decisions: On leave',
  ]);
});

it('speaks of one person as of one', async () => {
  const closed = {
    by: 'user:default/sam',
    at: '2026-10-09T00:00:00Z',
    reason: 'On leave',
  };
  const lines = await linesOf({
    rolesNotKnown: 1,
    closed,
    counts: { ...review.counts, open: 1 },
  });
  expect(lines[1]).toMatch(/^Of 1 person it was not known/);
  expect(lines[2]).toMatch(/^1 person without a decision\./);
});

it.each([
  [
    { toRemove: 3, removed: 1, still: 2, notKnown: 0 },
    '3 people are to be removed. Removed since: 1, still there: 2.',
  ],
  [
    { toRemove: 1, removed: 0, still: 0, notKnown: 1 },
    '1 person is to be removed. Whether that was done is not known: it is not read now.',
  ],
])(
  'says of a closed one of a role what became of it',
  async (followUp, text) => {
    const ofRole = healthy.answer('getReview', { number: 3 });
    const lines = await linesOf({
      ...ofRole,
      closed: {
        by: 'user:default/sam',
        at: '2026-10-09T00:00:00Z',
        reason: null,
      },
      rolesNotKnown: 3,
      followUp,
    });
    expect(lines).toEqual([
      expect.stringMatching(/Its list is of [^.]+\.$/),
      expect.stringMatching(/^Role: Global Administrator · /),
      text,
    ]);
  },
);
