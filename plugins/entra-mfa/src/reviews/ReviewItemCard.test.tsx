import { act, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type {
  Review,
  ReviewItem,
  ReviewSide,
} from '@entra-mfa/backstage-plugin-entra-mfa-common';
import { RecordedApi } from '../../dev/answers/RecordedApi';
import { healthy, tenant } from '../../dev/testing/contoso';
import { renderPart } from '../../dev/testing/renderPart';
import { ReviewItemCard } from './ReviewItemCard';

const review = healthy.answer('getReview', { number: 2 });
const [listed] = healthy.answer(
  'getReviewItems',
  { number: 2 },
  { limit: 25 },
).items;
const item: ReviewItem = {
  ...listed,
  own: false,
  decision: null,
  earlier: [],
  keepNeedsNote: false,
  now: listed.then,
};
const { then } = item;
const decided = {
  decision: 'register' as const,
  note: 'Wrote to her',
  by: 'user:default/ines',
  at: '2026-11-19T00:00:00Z',
};

async function draw(
  change: Partial<ReviewItem> = {},
  decides = true,
  api?: RecordedApi,
  of: Review = review,
) {
  renderPart(
    <ul>
      <ReviewItemCard
        review={of}
        item={{ ...item, ...change }}
        decides={decides}
      />
    </ul>,
    api,
  );
  const card = await screen.findByRole('listitem', { name: then.displayName });
  const [row] = card.children;
  const told = [...row.children].map(({ textContent }) => textContent);
  const details = within(card).getByRole('button', {
    name: `Details: ${then.displayName}`,
  });
  expect(card.querySelector('dl')).toBeNull();
  await userEvent.click(details);
  expect(details).toHaveAttribute('aria-expanded', 'true');
  const sides = [...card.querySelectorAll('dl > div')].map(side => [
    side.querySelector('dt')?.textContent,
    side.querySelector('dd')?.textContent,
  ]);
  return { card: within(card), element: card, sides, told, details };
}

it('says in one row who it is and why they are on the list; opened, in which teams', async () => {
  const { card, element, told, details } = await draw({
    reasons: ['privileged', 'new', 'left-but-enabled', 'no-method'],
    teams: [
      { ref: 'group:default/a', title: 'A' },
      { ref: 'group:default/b', title: 'B' },
    ],
  });
  expect(card.getByRole('link', { name: then.displayName })).toHaveAttribute(
    'href',
    `/entra-mfa/people/${tenant}/${item.id}`,
  );
  expect(told.slice(1, 3)).toEqual([
    then.displayName,
    'privileged · new · left, still enabled · no method',
  ]);
  expect(
    card.getByText(`${then.userPrincipalName} · A · B`),
  ).toBeInTheDocument();
  await userEvent.click(details);
  expect(details).toHaveAttribute('aria-expanded', 'false');
  expect(element.children).toHaveLength(1);
});

const side = {
  ...then,
  state: 'uncovered' as const,
  reason: 'not-registered' as const,
  tier: 'none' as const,
  privileged: true,
  entityRef: null,
  createdAt: '2026-03-04T00:00:00Z',
};

const covered = {
  ...side,
  state: 'covered' as const,
  reason: 'registered' as const,
};

it.each<[string, Partial<ReviewItem>, string, string[]]>([
  ['the same', { then: side, now: side }, 'not registered', []],
  [
    'the same state with another strength',
    { then: side, now: { ...side, tier: 'phone' } },
    'not registered',
    [],
  ],
  [
    'registered',
    { then: side, now: covered },
    'not registeredregistered',
    ['now'],
  ],
  ['lost', { then: covered, now: side }, 'registerednot registered', ['now']],
  [
    'gone',
    { then: covered, now: null },
    'registeredno longer in the directory',
    ['now'],
  ],
])(
  'says in the row how they were and are: %s',
  async (_, change, states, arrows) => {
    const { told, element } = await draw(change);
    expect(told[3]).toBe(states);
    expect(
      [...element.querySelectorAll('.states [aria-label]')].map(arrow =>
        arrow.getAttribute('aria-label'),
      ),
    ).toEqual(arrows);
  },
);

it.each([
  [true, true, 'This is you: somebody else decides.'],
  [true, false, 'asked to register'],
  [false, false, 'asked to register'],
])(
  'says in the row what is decided to who does not decide (%s, %s): %s',
  async (own, decides, text) => {
    const { told } = await draw(
      { own, mayDecide: !own, decision: decided },
      decides,
    );
    expect(told[4]).toBe(text);
  },
);

it('shows one side where nothing has changed', async () => {
  const { sides } = await draw({ then: side, now: side });
  expect(sides).toEqual([
    [
      'Then, now',
      'not registeredstrength: none, privileged, not in the catalog · account made 4 Mar 2026',
    ],
  ]);
});

it('shows both where somebody has registered since', async () => {
  const { sides } = await draw({
    then: { ...side, privileged: false },
    now: {
      ...side,
      state: 'covered',
      reason: 'registered',
      tier: 'phone',
      privileged: null,
      entityRef: 'user:default/x',
      createdAt: null,
    },
    registeredSince: true,
  });
  expect(sides).toEqual([
    [
      'Then',
      'not registeredstrength: none, not in the catalog · account made 4 Mar 2026',
    ],
    ['Now', 'registeredregistered sincestrength: phone'],
  ]);
});

it('says why somebody was not known or is not counted, in place of a strength', async () => {
  const { sides } = await draw({
    then: { ...side, state: 'unknown', reason: 'no-row-yet' },
    now: { ...side, state: 'out-of-scope', reason: 'disabled' },
    registeredSince: false,
  });
  expect(sides[0][1]).toMatch(/^not knownno report row yet, privileged/);
  expect(sides[1][1]).toMatch(/^not countedaccount disabled, privileged/);
});

it.each<[Partial<ReviewSide>, string]>([
  [{ enabled: false }, ' · disabled since 16 Nov 2026'],
  [{ enabled: true }, ''],
  [{ enabled: null }, ''],
  [{ enabled: false, enablementSince: null }, ''],
  [{ leaveAt: '2027-01-31T00:00:00Z' }, ' · leave date 31 Jan 2027'],
])('says with %j what ends an account: "%s"', async (change, told) => {
  const one: ReviewSide = {
    ...side,
    enabled: null,
    enablementSince: '2026-11-16T00:00:00Z',
    leaveAt: null,
    ...change,
  };
  const { sides } = await draw({ then: one, now: one });
  expect(sides).toEqual([
    [
      'Then, now',
      `not registeredstrength: none, privileged, not in the catalog · account made 4 Mar 2026${told}`,
    ],
  ]);
});

it('says that somebody is gone, and links nowhere', async () => {
  const { card, sides } = await draw({ now: null, teams: [] });
  expect(card.getByText(then.userPrincipalName)).toBeInTheDocument();
  expect(sides[1]).toEqual(['Now', 'no longer in the directory']);
  expect(card.queryByRole('link')).toBeNull();
});

it('says what was decided, by whom, when and why, and what before', async () => {
  const { element } = await draw({
    decision: decided,
    earlier: [
      { ...decided, decision: 'keep', note: null, at: '2026-11-18T00:00:00Z' },
    ],
  });
  expect(
    [...element.querySelectorAll('.plain > li')].map(
      ({ textContent }) => textContent,
    ),
  ).toEqual([
    'asked to register, by ines on 19 Nov 2026Wrote to her',
    'before: keep, by ines on 18 Nov 2026',
  ]);
  expect(element.querySelectorAll('q')).toHaveLength(1);
  expect(element).toHaveAttribute('data-decided', 'true');
});

it('shows which decision is in force', async () => {
  const { card } = await draw({ decision: decided });
  expect(
    card.getByRole('radiogroup', { name: `Decision on ${then.displayName}` }),
  ).toBeInTheDocument();
  expect(
    card
      .getAllByRole('radio')
      .map(radio => [radio.textContent, radio.getAttribute('aria-checked')]),
  ).toEqual([
    ['keep', 'false'],
    ['remove access', 'false'],
    ['asked to register', 'true'],
    ['account should go', 'false'],
  ]);
});

it('lets nobody decide on themselves', async () => {
  const { card } = await draw({ own: true, mayDecide: false });
  expect(
    card.getByText('This is you: somebody else decides.'),
  ).toBeInTheDocument();
  expect(card.queryByRole('radio')).toBeNull();
});

it.each([true, false])(
  'offers nothing to who only reads, of themselves: %s',
  async own => {
    const api = new RecordedApi();
    const { card, element } = await draw({ own }, false, api);
    expect(card.queryByText(/^This is you/)).toBeNull();
    expect(card.queryByRole('radio')).toBeNull();
    act(() => element.focus());
    await userEvent.keyboard('2');
    expect(api.last('decideReviewItem')).toBeUndefined();
  },
);

it('has a note while it is open: O opens and closes it, N leads to the note', async () => {
  const { card, element } = await draw();
  const note = () =>
    card.queryByRole('textbox', { name: `Note: ${then.displayName}` });
  expect(note()).toBeInTheDocument();
  expect(card.queryByRole('alert')).toBeNull();
  act(() => element.focus());
  await userEvent.keyboard('o');
  expect(note()).toBeNull();
  await userEvent.keyboard('o');
  expect(note()).not.toHaveFocus();
  await userEvent.keyboard('o');
  await userEvent.keyboard('n');
  expect(note()).toHaveFocus();
  await userEvent.keyboard('no{Escape}');
  expect(note()).toHaveValue('no');
  expect(element).toHaveFocus();
});

it('records the note with the decision', async () => {
  const api = new RecordedApi().silence('decideReviewItem');
  const { card } = await draw({}, true, api);
  await userEvent.type(await card.findByRole('textbox'), ' Looked at ');
  await userEvent.click(card.getByRole('radio', { name: 'account should go' }));
  expect(api.last('decideReviewItem')).toMatchObject({
    path: `/reviews/2/items/${item.id}/decision`,
    body: { decision: 'no-account', note: 'Looked at' },
  });
});

it('wants to know why somebody is kept who is privileged and has no method', async () => {
  const api = new RecordedApi().silence('decideReviewItem');
  const { card, details } = await draw({ keepNeedsNote: true }, true, api);
  await userEvent.click(details);
  await userEvent.click(card.getByRole('radio', { name: 'keep' }));
  expect(await card.findByRole('alert')).toHaveTextContent(
    /^Say why all stays/,
  );
  expect(api.last('decideReviewItem')).toBeUndefined();
  await userEvent.click(card.getByRole('radio', { name: 'remove access' }));
  expect(card.queryByRole('alert')).toBeNull();
  expect(api.last('decideReviewItem')?.body).toEqual({
    decision: 'remove-access',
  });
});

it('says why nothing was recorded', async () => {
  const api = new RecordedApi().fail('decideReviewItem', 409, 'It is closed');
  const { card } = await draw({}, true, api);
  await userEvent.click(card.getByRole('radio', { name: 'keep' }));
  expect(
    await screen.findByText('Nothing was recorded: It is closed'),
  ).toBeInTheDocument();
});

const ofRole = healthy.answer('getReview', { number: 3 });
const asked = { reviewers: ['user:default/ines', 'group:default/leads'] };

it('asks of who has a role whether they keep it, and says who was asked', async () => {
  const { card, told } = await draw(
    {
      ...asked,
      reasons: [],
      member: { as: ['active', 'eligible'], still: true },
    },
    true,
    undefined,
    ofRole,
  );
  expect(told[2]).toBe('active · eligible');
  expect(card.getAllByRole('radio').map(one => one.textContent)).toEqual([
    'keep',
    'remove access',
  ]);
  expect(card.getByText(/^Asked to decide: ines, leads$/)).toBeInTheDocument();
});

it.each([
  [false, 'remove-access', 'eligible removed since'],
  [true, 'remove-access', 'eligible still there'],
  [null, 'remove-access', 'eligible not known whether still there'],
  [true, 'keep', 'eligible'],
] as const)(
  'says once it is closed whether access has gone (%s, %s): %s',
  async (still, decision, text) => {
    const { told } = await draw(
      {
        decision: { ...decided, decision },
        reasons: [],
        member: { as: ['eligible'], still },
      },
      false,
      undefined,
      { ...ofRole, closed: { ...ofRole.opened, reason: null } },
    );
    expect(told[2]).toBe(text);
  },
);
