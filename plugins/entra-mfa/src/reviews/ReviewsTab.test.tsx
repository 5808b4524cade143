import { act, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import axe from 'axe-core';
import type {
  Review,
  ReviewItem,
} from '@entra-mfa/backstage-plugin-entra-mfa-common';
import { RecordedApi } from '../../dev/answers/RecordedApi';
import { healthy, past } from '../../dev/testing/contoso';
import { chooseEntity } from '../../dev/testing/chooseEntity';
import { plan } from '../../dev/testing/plan';
import { renderPart } from '../../dev/testing/renderPart';
import { renderPortal } from '../../dev/testing/renderPortal';
import { ReviewsTab } from './ReviewsTab';

const { counts } = healthy.answer('getReview', { number: 2 });
const first = healthy.answer('getReview', { number: 1 });
const pageOne = healthy.answer('getReviewItems', { number: 2 }, { limit: 25 });
const pageTwo = healthy.answer(
  'getReviewItems',
  { number: 2 },
  { limit: 25, cursor: pageOne.pageInfo.nextCursor! },
);
const list = [...pageOne.items, ...pageTwo.items];

/** The name of the first person on the list who fits. */
function nameOf(fits: (item: ReviewItem) => boolean): string {
  const item = list.find(fits);
  if (!item) throw new Error('nobody on the list fits');
  return item.then.displayName;
}

const people = async () => {
  const found = await screen.findByRole('list', { name: 'People on the list' });
  return within(found)
    .getAllByRole('listitem')
    .filter(({ parentElement }) => parentElement === found);
};
const person = (name: string) => screen.findByRole('listitem', { name });
const opened = async (name: string) => {
  const item = within(await person(name));
  await userEvent.click(item.getByRole('button', { name: `Details: ${name}` }));
  return item;
};
const button = (item: HTMLElement, name: string) =>
  within(item).getByRole('radio', { name });
const progress = (decided: number) => `${decided} of ${counts.items} decided`;

it('lists reviews with how far they are, who and when', async () => {
  renderPortal('/entra-mfa');
  await userEvent.click(
    await screen.findByRole('tab', { name: /^Compliance/ }),
  );
  await userEvent.click(await screen.findByRole('tab', { name: 'Reviews' }));
  expect(await screen.findByText(progress(counts.decided))).toBeInTheDocument();
  expect(
    screen.getByText('open, opened on 18 Nov 2026 by security'),
  ).toBeInTheDocument();
  expect(
    screen.getByText(
      'closed on 12 Sep 2026 by security, opened on 3 Sep 2026 by security',
    ),
  ).toBeInTheDocument();
  const { keep, register, 'no-account': noAccount } = counts.decisions;
  expect(
    screen.getByText(
      `${keep} keep · ${register} asked to register · ${noAccount} account should go`,
    ),
  ).toBeInTheDocument();
  expect(
    screen.getByText(
      `${first.counts.decided} of ${first.counts.items} decided`,
    ),
  ).toBeInTheDocument();
  await userEvent.click(screen.getByRole('link', { name: 'Q4 2026' }));
  expect(await people()).toHaveLength(pageOne.items.length);
});

it('shows more of a long list when asked', async () => {
  renderPortal('/entra-mfa/compliance/reviews/2');
  expect(await people()).toHaveLength(25);
  await userEvent.click(screen.getByRole('button', { name: 'Show more' }));
  await waitFor(async () => expect(await people()).toHaveLength(counts.items));
});

it('shows why somebody is on the list, as they were and as they are', async () => {
  renderPortal('/entra-mfa/compliance/reviews/2');
  await people();
  await userEvent.click(screen.getByRole('button', { name: 'Show more' }));
  const registered = await opened(
    nameOf(one => one.registeredSince && one.decision !== null),
  );
  expect(registered.getByText('no method')).toBeInTheDocument();
  expect(registered.getAllByText('not registered')).toHaveLength(2);
  expect(registered.getByText(/^registered since/)).toBeInTheDocument();
  expect(
    registered.getByText(/^asked to register, by security on 19 Nov 2026/),
  ).toHaveTextContent('Wrote to him on Monday.');
});

it('says of who has gone that they have, and links nowhere', async () => {
  renderPortal('/entra-mfa/compliance/reviews/2');
  await people();
  await userEvent.click(screen.getByRole('button', { name: 'Show more' }));
  const gone = within(await person('Xaver Ott'));
  expect(gone.getByText('no longer in the directory')).toBeInTheDocument();
  expect(gone.queryByRole('link')).not.toBeInTheDocument();
});

it('records a decision, and keeps the one before', async () => {
  const decided = nameOf(
    one => one.decision?.decision === 'register' && !one.own,
  );
  renderPortal('/entra-mfa/compliance/reviews/2');
  await people();
  await userEvent.click(screen.getByRole('button', { name: 'Show more' }));
  await userEvent.click(button(await person(decided), 'keep'));
  const item = await opened(decided);
  expect(await item.findByText(/^keep, by person1 on/)).toBeInTheDocument();
  expect(
    item.getByText(/^before: asked to register, by security on/),
  ).toBeInTheDocument();
  await userEvent.click(button(await person('Ruth Keller'), 'remove access'));
  expect(
    await screen.findByText(progress(counts.decided + 1)),
  ).toBeInTheDocument();
});

it('asks why somebody privileged without a method is kept', async () => {
  const name = 'Paul Diaz';
  renderPortal('/entra-mfa/compliance/reviews/2');
  await userEvent.click(button(await person(name), 'keep'));
  const item = within(await person(name));
  expect(await item.findByRole('alert')).toHaveTextContent(/^Say why/);
  expect(screen.getByText(progress(counts.decided))).toBeInTheDocument();
  await userEvent.type(item.getByRole('textbox'), 'Starts on Monday');
  await userEvent.click(button(await person(name), 'keep'));
  expect(await item.findByText('Starts on Monday')).toBeInTheDocument();
  expect(
    await screen.findByText(progress(counts.decided + 1)),
  ).toBeInTheDocument();
});

it('lets nobody decide on themselves', async () => {
  renderPortal('/entra-mfa/compliance/reviews/2');
  const item = within(await person(nameOf(({ own }) => own)));
  expect(item.getByText(/^This is you/)).toBeInTheDocument();
  expect(item.queryByRole('radio')).not.toBeInTheDocument();
});

it('is walked through by keyboard', async () => {
  const api = new RecordedApi();
  renderPortal('/entra-mfa/compliance/reviews/2', { api });
  const listed = await people();
  const at = (name: string) =>
    listed.find(item => item.getAttribute('aria-label') === name)!;
  const second = at('Paul Diaz');
  const before = listed[listed.indexOf(second) - 1];
  const after = listed[listed.indexOf(second) + 1];
  act(() => before.focus());
  await userEvent.keyboard('j');
  expect(second).toHaveFocus();
  // Keeping them needs a note: the key leads to it, and letters are letters there.
  await userEvent.keyboard('1');
  await waitFor(() =>
    expect(within(second).getByRole('textbox')).toHaveFocus(),
  );
  await userEvent.keyboard('Starts on Monday{Escape}k');
  expect(before).toHaveFocus();
  await userEvent.keyboard('j1');
  expect(
    await within(second).findByText('Starts on Monday'),
  ).toBeInTheDocument();
  expect(api.last('decideReviewItem')?.body).toEqual({
    decision: 'keep',
    note: 'Starts on Monday',
  });
  expect(after).toHaveFocus();
});

it.each([
  ['1', 'keep'],
  ['2', 'remove-access'],
  ['3', 'register'],
  ['4', 'no-account'],
])('the key %s decides %s', async (key, decision) => {
  const api = new RecordedApi().silence('decideReviewItem');
  renderPortal('/entra-mfa/compliance/reviews/2', { api });
  const item = await person('Ruth Keller');
  act(() => item.focus());
  await userEvent.keyboard(key);
  await waitFor(() =>
    expect(api.last('decideReviewItem')?.body).toEqual({ decision }),
  );
});

it('filters by reason and decision, and keeps both in the address', async () => {
  const found = (query: object) =>
    healthy.answer('getReviewItems', { number: 2 }, { ...query, limit: 25 })
      .items.length;
  const reasons = counts.reasons;
  renderPortal(
    '/entra-mfa/compliance/reviews/2?decision=open&reason=no-method',
  );
  expect(await people()).toHaveLength(
    found({ decision: 'open', reason: 'no-method' }),
  );
  await userEvent.click(
    screen.getByRole('button', {
      name: `left, still enabled ${reasons['left-but-enabled']}`,
    }),
  );
  await waitFor(async () =>
    expect(await people()).toHaveLength(
      found({ decision: 'open', reason: 'left-but-enabled,no-method' }),
    ),
  );
  await userEvent.click(
    screen.getByRole('button', { name: `no decision ${counts.open}` }),
  );
  await waitFor(async () =>
    expect(await people()).toHaveLength(
      found({ reason: 'left-but-enabled,no-method' }),
    ),
  );
});

it('takes of an address what can be asked for, and leaves out the rest', async () => {
  const api = new RecordedApi().switch('getReviewItems', () =>
    Response.json(pageOne),
  );
  renderPortal(
    '/entra-mfa/compliance/reviews/2?reason=nonsense,new&q=ken&decision=x',
    {
      api,
    },
  );
  await people();
  expect(api.last('getReviewItems')?.query).toMatchObject({
    reason: 'new',
    q: 'ken',
  });
  expect(api.last('getReviewItems')?.query).not.toHaveProperty('decision');
  expect(screen.getByRole('main').querySelector('.bui-Skeleton')).toBeNull();
});

it('decides on everyone in the list', async () => {
  const number = counts.reasons.new;
  renderPortal('/entra-mfa/compliance/reviews/2?reason=new');
  await userEvent.click(
    await screen.findByRole('button', { name: `Decide on ${number} person` }),
  );
  const dialog = within(await screen.findByRole('dialog'));
  await userEvent.click(dialog.getByRole('button', { name: /Decision/ }));
  await userEvent.click(await screen.findByRole('option', { name: 'keep' }));
  await userEvent.click(dialog.getByRole('button', { name: 'Record' }));
  expect(
    await screen.findByText(`Recorded for ${number} person.`),
  ).toBeInTheDocument();
  expect(
    await screen.findByText(progress(counts.decided + number)),
  ).toBeInTheDocument();
});

it('closes with the open ones named and a reason, and shows it closed', async () => {
  renderPortal('/entra-mfa/compliance/reviews/2');
  await userEvent.click(
    await screen.findByRole('button', { name: 'Close the review' }),
  );
  const dialog = within(await screen.findByRole('dialog'));
  const { items } = healthy.answer(
    'getReviewItems',
    { number: 2 },
    { decision: 'open', limit: 25 },
  );
  const names = items.slice(0, 8).map(({ then }) => then.displayName);
  expect(
    await dialog.findByText(
      `${counts.open} people have no decision, and stay so: ${names.join(
        ', ',
      )}, and ${counts.open - 8} more`,
    ),
  ).toBeInTheDocument();
  const confirm = dialog.getByRole('button', { name: 'Close it' });
  expect(confirm).toBeDisabled();
  await userEvent.type(dialog.getByRole('textbox'), 'The quarter is over');
  await userEvent.click(confirm);
  expect(
    await screen.findByText(
      `${counts.open} people without a decision. Closed without all decisions: The quarter is over`,
    ),
  ).toBeInTheDocument();
  expect(screen.queryByRole('radio')).not.toBeInTheDocument();
  await userEvent.click(screen.getByRole('link', { name: 'Back to reviews' }));
  expect(
    await screen.findByRole('button', { name: 'Open a review' }),
  ).toBeInTheDocument();
});

it('opens a review, with a title to begin with', async () => {
  const { defaultTitle, items } = healthy.answer(
    'getReviews',
    {},
    { limit: 25 },
  );
  let isOpened = false;
  const api = new RecordedApi()
    .change('getReviews', body => (isOpened ? body : { ...body, open: null }))
    .switch('openReview', () => {
      isOpened = true;
      return Response.json(items[0]);
    });
  renderPortal('/entra-mfa/compliance/reviews', { api });
  await userEvent.click(
    await screen.findByRole('button', { name: 'Open a review' }),
  );
  const open = within(await screen.findByRole('dialog'));
  expect(open.getByRole('textbox', { name: /^Title/ })).toHaveValue(
    defaultTitle,
  );
  await userEvent.click(open.getByRole('button', { name: 'Open' }));
  // Its own page, also where the list has been read again by then and offers no other.
  expect(
    await screen.findByRole('heading', { name: items[0].title, level: 2 }),
  ).toBeInTheDocument();
  expect(screen.getByText('Back to reviews')).toBeInTheDocument();
  expect(api.last('openReview')?.body).toMatchObject({ title: defaultTitle });
});

it('shows a lead their people, and nothing to decide', async () => {
  const lead = new RecordedApi('lead');
  renderPortal('/entra-mfa/compliance/reviews/2', { scenario: 'lead' });
  expect(await people()).toHaveLength(
    lead.answer('getReview', { number: 2 }).counts.items,
  );
  expect(screen.queryByRole('radio')).not.toBeInTheDocument();
  expect(
    screen.queryByRole('button', { name: 'Close the review' }),
  ).not.toBeInTheDocument();
});

it('lets a lead who was asked decide on theirs, and on all of them once they chose these', async () => {
  renderPortal('/entra-mfa/compliance/reviews/3', { scenario: 'lead' });
  expect(await people()).toHaveLength(2);
  expect(screen.getAllByRole('radio')).toHaveLength(4);
  expect(screen.queryByRole('button', { name: /^Decide on/ })).toBeNull();
  await userEvent.click(screen.getByRole('button', { name: 'yours 2' }));
  expect(
    await screen.findByRole('button', { name: 'Decide on 2 people' }),
  ).toBeInTheDocument();
  expect(
    screen.queryByRole('button', { name: 'Close the review' }),
  ).not.toBeInTheDocument();
});

it('lists what opens again and again, why it waits, and stops it', async () => {
  const api = new RecordedApi()
    .change('getReviews', body => ({
      ...body,
      schedules: [
        plan,
        { ...plan, id: 'b', title: 'Held', waits: 'held' as const },
        { ...plan, id: 'c', title: 'Over', state: 'stopped' as const },
      ],
    }))
    .switch('stopReviewSchedule', () => Response.json(plan));
  renderPart(<ReviewsTab />, api);
  const [runs, waits, ...others] = (await screen.findAllByText(/^next on/)).map(
    ({ textContent }) => textContent,
  );
  expect(runs).toBe('next on 1 Jan 2027');
  expect(waits).toBe('next on 1 Jan 2027 · waits: a figure is held back');
  expect(others).toEqual([]);
  await userEvent.click(screen.getAllByRole('button', { name: 'Stop' })[0]);
  await userEvent.click(await screen.findByRole('button', { name: 'Stop it' }));
  expect(await screen.findByText('No further one opens.')).toBeInTheDocument();
  expect(api.last('stopReviewSchedule')?.path).toBe(
    `/review-schedules/${plan.id}/stop`,
  );
});

it('changes one that opens again and again, from what it says when that begins', async () => {
  let version = 3;
  const api = new RecordedApi()
    .change('getReviews', body => ({
      ...body,
      schedules: [{ ...plan, version, dueDays: 21 }],
    }))
    .fail('changeReviewSchedule', 409, 'This schedule changed meanwhile');
  renderPart(<ReviewsTab />, api);
  expect(
    await screen.findByText('changed on 19 Nov 2026 by security'),
  ).toBeInTheDocument();
  const begin = async () => {
    await userEvent.click(screen.getByRole('button', { name: 'Change' }));
    return within(await screen.findByRole('dialog'));
  };
  const before = await begin();
  expect(
    before.getByRole('button', { name: /To be decided$/ }),
  ).toHaveTextContent('within 21 days');
  const title = before.getByRole('textbox', { name: /^Title/ });
  await userEvent.clear(title);
  await userEvent.type(title, 'Administrators');
  version = 4;
  await userEvent.click(before.getByRole('button', { name: 'Change it' }));
  expect(await before.findByRole('alert')).toHaveTextContent(
    'This schedule changed meanwhile',
  );
  // What is typed stays there, and is not sent as if it followed the other change.
  expect(title).toHaveValue('Administrators');
  await userEvent.click(before.getByRole('button', { name: 'Change it' }));
  expect(api.last('changeReviewSchedule')?.body).toMatchObject({ version: 3 });
  await userEvent.click(before.getByRole('button', { name: 'Cancel' }));

  api.switch('changeReviewSchedule', () => Response.json(plan));
  const after = await begin();
  expect(after.getByRole('textbox', { name: /^Title/ })).toHaveValue(
    plan.title,
  );
  await userEvent.click(after.getByRole('button', { name: 'Change it' }));
  expect(await screen.findByText('Changed.')).toBeInTheDocument();
  expect(api.last('changeReviewSchedule')).toMatchObject({
    path: `/review-schedules/${plan.id}/change`,
    body: {
      ...{ version: 4, title: plan.title, every: 'quarterly', dueDays: 21 },
      reviewers: { kind: 'leads' },
    },
  });
});

it('gives whom a reviewer has left to a user who is chosen, and says who did', async () => {
  const review = healthy.answer('getReview', { number: 3 });
  const [{ ref, items, open }] = review.reviewers.progress;
  const at = '2026-11-20T10:00:00Z';
  const handover = { from: ref, to: 'user:default/ada', items: open, at };
  let handovers: Review['handovers'] = [];
  const api = new RecordedApi()
    .change('getReview', body => ({ ...body, handovers }))
    .switch('handOverReview', () => {
      handovers = [{ ...handover, by: 'user:default/security' }];
      return Response.json({ given: open, ownLeftOut: false, review });
    });
  renderPortal('/entra-mfa/compliance/reviews/3', { api });
  const name = ref.replace('user:default/', '');
  await userEvent.click(
    await screen.findByRole('button', {
      name: `Give whom ${name} has left to another user`,
    }),
  );
  const dialog = within(await screen.findByRole('dialog'));
  const give = dialog.getByRole('button', { name: 'Give' });
  expect(give).toBeDisabled();
  await chooseEntity(dialog, /User$/, 'reyes', /^Tom Reyes/);
  await chooseEntity(dialog, /User$/, 'lund', /^Ada Lund/);
  await userEvent.click(give);
  expect(await screen.findByText(/^Given: \d+ p/)).toBeInTheDocument();
  expect(api.last('handOverReview')?.body).toEqual({
    from: ref,
    to: 'user:default/ada',
  });
  expect(items).toBeGreaterThan(0);
  expect(
    await screen.findByText(/went from .* to ada on 20 Nov 2026, by security$/),
  ).toBeInTheDocument();
});

it('names the permission that reviews need', async () => {
  const api = new RecordedApi().fail('getReviews', 403);
  renderPortal('/entra-mfa/compliance/reviews', { api });
  expect(
    await screen.findByText('entra-mfa.review.conduct'),
  ).toBeInTheDocument();
  expect(screen.queryByText('Access reviews')).not.toBeInTheDocument();
  expect(screen.getByText('You may not see this')).toBeInTheDocument();
});

it('says nothing of reviews while it waits for them', async () => {
  const api = new RecordedApi().silence('getReviews');
  renderPart(<ReviewsTab />, api);
  const heading = await screen.findByRole('heading', {
    name: 'Access reviews',
  });
  expect(
    heading.closest('article')!.querySelector('.bui-Skeleton'),
  ).toBeInTheDocument();
  expect(screen.queryByText('No review yet')).toBeNull();
});

it('says what reviews are for, and that there is none yet', async () => {
  const api = new RecordedApi().change('getReviews', body => ({
    ...body,
    visibility: 'all',
    items: [],
    pageInfo: { nextCursor: null },
  }));
  renderPortal('/entra-mfa/compliance/reviews', { api });
  expect(await screen.findByText('No review yet')).toBeInTheDocument();
  expect(screen.getByRole('main').querySelector('.bui-Skeleton')).toBeNull();
  expect(
    screen.getByText(
      /^Anyone with permission to conduct reviews can open the first one/,
    ),
  ).toBeInTheDocument();
  expect(screen.getByText(/^Each quarter: who holds/)).toBeInTheDocument();
  expect(screen.queryByText(/^Reviews are shown as they are now/)).toBeNull();
  expect(screen.queryByText(/^You see the people whom/)).toBeNull();
  expect(screen.queryByRole('button', { name: 'Show more' })).toBeNull();
});

it('says on a past day that reviews are of now, and to a lead that these are not all', async () => {
  const api = new RecordedApi().change('getReviews', body => ({
    ...body,
    visibility: 'some',
  }));
  renderPortal(`/entra-mfa/compliance/reviews?at=${past}`, { api });
  expect(
    await screen.findByText(/^Reviews are shown as they are now/),
  ).toBeInTheDocument();
  expect(
    await screen.findByText(/^You see the people whom your permissions let/),
  ).toBeInTheDocument();
  expect(screen.queryByText('No review yet')).toBeNull();
});

it('shows more reviews when asked', async () => {
  const body = healthy.answer('getReviews', {}, { limit: 25 });
  const { items } = body;
  const api = new RecordedApi().switch('getReviews', async (_, { query }) =>
    Response.json({
      ...body,
      items: [items[query.cursor ? 1 : 0]],
      pageInfo: { nextCursor: query.cursor ? null : 'next' },
    }),
  );
  renderPortal('/entra-mfa/compliance/reviews', { api });
  await screen.findByRole('link', { name: items[0].title });
  await userEvent.click(screen.getByRole('button', { name: 'Next page' }));
  expect(
    await screen.findByRole('link', { name: items[1].title }),
  ).toBeInTheDocument();
  expect(screen.getByRole('button', { name: 'Next page' })).toBeDisabled();
});

it.each([
  ['/entra-mfa/compliance/reviews', 'getReviews', 'Q4 2026'],
  ['/entra-mfa/compliance/reviews/2', 'getReview', 'Back to reviews'],
] as const)(
  'says on %s what went wrong, and tries again when asked',
  async (path, route, link) => {
    const api = new RecordedApi().fail(route, 503, 'No database');
    renderPortal(path, { api });
    expect(await screen.findByText('No database')).toBeInTheDocument();
    expect(screen.getByRole('main').querySelector('.bui-Skeleton')).toBeNull();
    api.change(route, body => body);
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
    await screen.findByText(progress(counts.decided));
    expect(screen.getByRole('link', { name: link })).toHaveAttribute(
      'href',
      link === 'Q4 2026'
        ? '/entra-mfa/compliance/reviews/2'
        : '/entra-mfa/compliance/reviews',
    );
    expect(screen.queryByText('No database')).toBeNull();
  },
);

it('says of how many people roles were not known', async () => {
  const api = new RecordedApi().change('getReview', review => ({
    ...review,
    rolesNotKnown: 1200,
  }));
  renderPortal('/entra-mfa/compliance/reviews/1', { api });
  expect(
    await screen.findByText(/^Of 1,200 people it was not known/),
  ).toBeInTheDocument();
});

it.each([
  '/entra-mfa/compliance/reviews',
  '/entra-mfa/compliance/reviews/2',
  '/entra-mfa/compliance/reviews/1',
])('finds nothing wrong with %s', async path => {
  renderPortal(path);
  await screen.findAllByText(/of \d+ decided/);
  const { violations } = await axe.run(screen.getByRole('main'), {
    rules: { 'color-contrast': { enabled: false } },
  });
  expect(violations.map(({ id, nodes }) => [id, nodes[0].html])).toEqual([]);
});
