import { screen, within } from '@testing-library/react';
import type { Review } from '@entra-mfa/backstage-plugin-entra-mfa-common';
import { healthy } from '../../dev/testing/contoso';
import { renderPart } from '../../dev/testing/renderPart';
import { ReviewSummary } from './ReviewSummary';

const review = healthy.answer('getReview', { number: 2 });
const by = 'user:default/ines';

async function draw(change: Partial<Review>) {
  renderPart(
    <ul>
      <ReviewSummary
        review={{
          ...review,
          opened: { by, at: '2026-10-01T00:00:00Z' },
          ...change,
        }}
      />
    </ul>,
  );
  const [item] = await screen.findAllByRole('listitem');
  return {
    item: within(item),
    lines: [...item.querySelectorAll('p')].map(
      ({ textContent }) => textContent,
    ),
  };
}

it('says of an open review who opened it and what was decided', async () => {
  const { item, lines } = await draw({
    closed: null,
    counts: {
      ...review.counts,
      items: 20,
      decided: 15,
      decisions: {
        keep: 8,
        'remove-access': 4,
        register: 1,
        'no-account': 2,
      },
    },
  });
  expect(lines).toEqual([
    'open, opened on 1 Oct 2026 by ines',
    '8 keep · 4 remove access · 1 asked to register · 2 account should go',
  ]);
  expect(item.getByRole('link', { name: review.title })).toHaveAttribute(
    'href',
    `/entra-mfa/compliance/reviews/${review.number}`,
  );
  const bar = item.getByRole('progressbar', { name: '15 of 20 decided' });
  expect(bar).toHaveAttribute('aria-valuenow', '15');
  expect(bar).toHaveAttribute('aria-valuemax', '20');
  expect(bar).toHaveAttribute('aria-valuemin', '0');
  expect(bar.firstElementChild).toHaveAttribute('style', 'width: 75%;');
});

it('says of a closed review who closed it', async () => {
  const { lines } = await draw({
    closed: {
      by: 'user:default/sam',
      at: '2026-10-09T00:00:00Z',
      reason: null,
    },
    counts: {
      ...review.counts,
      decisions: { keep: 0, 'remove-access': 0, register: 3, 'no-account': 0 },
    },
  });
  expect(lines).toEqual([
    'closed on 9 Oct 2026 by sam, opened on 1 Oct 2026 by ines',
    '3 asked to register',
  ]);
});

it('says nothing of decisions where there are none, and is done where nobody is on the list', async () => {
  const none = { keep: 0, 'remove-access': 0, register: 0, 'no-account': 0 };
  const { item, lines } = await draw({
    counts: { ...review.counts, items: 0, decided: 0, decisions: none },
  });
  expect(lines).toHaveLength(1);
  const bar = item.getByRole('progressbar', { name: '0 of 0 decided' });
  expect(bar).toHaveAttribute('aria-valuenow', '1');
  expect(bar).toHaveAttribute('aria-valuemax', '1');
  expect(bar.firstElementChild).toHaveAttribute('style', 'width: 100%;');
});

it.each([
  [5, 'due on 26 Nov 2026, 5 days left'],
  [1, 'due on 26 Nov 2026, 1 day left'],
  [0, 'due today'],
  [-3, 'due on 26 Nov 2026, overdue by 3 days'],
  [null, 'day set: 26 Nov 2026'],
])(
  'says of what it is, who decides until when, and how far each is (%s days)',
  async (daysLeft, due) => {
    const { item, lines } = await draw({
      ...healthy.answer('getReview', { number: 3 }),
      due: { on: '2026-11-26', daysLeft },
      mine: { items: 2, open: 1 },
      reviewers: {
        kind: 'leads',
        progress: [{ ref: 'user:default/sam', items: 4, open: 3 }],
        more: 2,
        unassigned: { items: 1, open: 1 },
      },
    });
    expect(lines.slice(1, 3)).toEqual([
      `Role: Global Administrator · decided by leads, on their people · ${due}`,
      '1 person waits for you',
    ]);
    expect(
      item.getAllByText(/reviewer|sam:/).map(one => one.textContent),
    ).toEqual([
      'sam: 1 of 4 decided',
      'and 2 more reviewers',
      '1 person without a reviewer: who conducts reviews decides',
    ]);
    expect(item.getByRole('link')).toHaveAttribute(
      'href',
      '/entra-mfa/compliance/reviews/3?reviewer=me',
    );
  },
);
