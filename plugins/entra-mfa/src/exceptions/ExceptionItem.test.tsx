import { screen, within } from '@testing-library/react';
import {
  exceptionStates,
  type Exception,
} from '@entra-mfa/backstage-plugin-entra-mfa-common';
import { healthy, tenant } from '../../dev/testing/contoso';
import { renderPart } from '../../dev/testing/renderPart';
import { ExceptionItem } from './ExceptionItem';

const [exception] = healthy.answer(
  'getExceptions',
  {},
  { state: 'in-force', sort: 'until', limit: 25 },
).items;

async function draw(change: Partial<Exception> = {}) {
  renderPart(
    <ul>
      <ExceptionItem exception={{ ...exception, actions: [], ...change }} />
    </ul>,
  );
  const [item] = await screen.findAllByRole('listitem');
  return {
    item: within(item),
    head: item.querySelector('strong')!.parentElement!,
    extent: item.querySelector('p')!,
    steps: [...item.querySelectorAll('ol > li')].map(
      ({ textContent }) => textContent,
    ),
  };
}

const person = {
  kind: 'person',
  id: 'id-1',
  name: 'Ada Berg',
  entityRef: null,
} as const;

it.each<[string, string | null, Exception['subject']]>([
  ['Ada Berg', `/entra-mfa/people/${tenant}/id-1`, person],
  ['id-1', `/entra-mfa/people/${tenant}/id-1`, { ...person, name: null }],
  ['A person whom you may not see', null, { ...person, id: null, name: null }],
  [
    'Payments and its sub-teams',
    '/catalog/default/group/payments',
    { kind: 'group', ref: 'group:default/payments', title: 'Payments' },
  ],
  [
    'group:default/gone (no longer in the catalog)',
    null,
    { kind: 'group', ref: 'group:default/gone', title: null },
  ],
  [
    'Rule on the user principal name ^ext-',
    null,
    { kind: 'rule', pattern: '^ext-' },
  ],
  ['A rule that you may not see', null, { kind: 'rule', pattern: null }],
  [
    'Everybody in the Entra group Finance',
    '/entra-mfa/people?group=g-1',
    { kind: 'entra-group', id: 'g-1', name: 'Finance', known: true },
  ],
  [
    'Everybody in the Entra group g-1',
    null,
    { kind: 'entra-group', id: 'g-1', name: null, known: true },
  ],
  [
    'An Entra group that you may not see',
    null,
    { kind: 'entra-group', id: null, name: null, known: true },
  ],
])('says for whom it is: %s', async (text, href, subject) => {
  const { head } = await draw({ subject });
  const name = head.querySelector('strong')!;
  expect(name.textContent).toBe(text);
  expect(name.querySelector('a')?.getAttribute('href') ?? null).toBe(href);
});

it('warns where nobody is exempt because who is in the group is not known', async () => {
  const group = { kind: 'entra-group', id: 'g-1', name: null } as const;
  const isWarned = async (known: boolean | null) => {
    const { item } = await draw({ subject: { ...group, known } });
    const text = /^Nobody is exempt: the last sync did not find out/;
    const found = item.queryByText(text) !== null;
    document.body.innerHTML = '';
    return found;
  };
  expect(await isWarned(false)).toBe(true);
  expect(await isWarned(true)).toBe(false);
  expect(await isWarned(null)).toBe(false);
});

it('has words of its own for what has become of it', async () => {
  const told: (string | null)[] = [];
  for (const state of exceptionStates) {
    const { head } = await draw({ state, until: '2026-12-31' });
    told.push(head.querySelector('.state')!.textContent);
    document.body.innerHTML = '';
  }
  expect(told).toEqual([
    'waits for a decision',
    'exempt until 31 Dec 2026',
    'refused',
    'withdrawn',
    'not decided in time',
    'ended early',
    'over since 31 Dec 2026',
  ]);
});

it.each<[string, Partial<Exception>]>([
  [
    '3 days left2 people exempt',
    { state: 'in-force', daysLeft: 3, people: 2, peopleAsked: 9 },
  ],
  [
    '1 day leftends soon1 person exempt',
    { state: 'in-force', daysLeft: 1, endsSoon: true, people: 1 },
  ],
  [
    'ends todayends soon0 people exempt',
    { state: 'in-force', daysLeft: 0, endsSoon: true, people: 0 },
  ],
  ['5 days left', { state: 'in-force', daysLeft: 5, people: null }],
  [
    'until 31 Dec 2026matched 4 people when requested',
    { state: 'requested', daysLeft: null, people: 7, peopleAsked: 4 },
  ],
  [
    'matched 1 person when requested',
    { state: 'expired', daysLeft: null, peopleAsked: 1 },
  ],
  [
    'until 31 Dec 2026',
    { state: 'refused', daysLeft: null, peopleAsked: null },
  ],
])('says how long it lasts and for how many: %s', async (text, change) => {
  const { extent } = await draw({
    until: '2026-12-31',
    endsSoon: false,
    ...change,
  });
  expect(extent.textContent).toBe(text);
});

it('opens the people who are exempt by it', async () => {
  const { item } = await draw({ id: 'e-1', state: 'in-force', people: 2 });
  expect(item.getByRole('link', { name: '2 people exempt' })).toHaveAttribute(
    'href',
    '/entra-mfa/people?exception=e-1',
  );
});

it('says who did what and when, with what they said', async () => {
  const by = 'user:default/ines';
  const { steps } = await draw({
    reason: 'On leave',
    requested: { by: 'user:default/ravi', at: '2026-01-02T00:00:00Z' },
    decision: {
      decision: 'approved',
      by,
      at: '2026-01-03T00:00:00Z',
      note: 'Agreed',
    },
    withdrawnAt: '2026-01-04T00:00:00Z',
    ended: { by, at: '2026-01-05T00:00:00Z', note: 'Back' },
  });
  expect(steps).toEqual([
    'asked by ravi on 2 Jan 2026On leave',
    'approved by ines on 3 Jan 2026Agreed',
    'withdrawn by ravi on 4 Jan 2026',
    'ended by ines on 5 Jan 2026Back',
  ]);
});

it('says that it was refused', async () => {
  const { steps } = await draw({
    decision: {
      decision: 'refused',
      by: 'user:default/ines',
      at: '2026-01-03T00:00:00Z',
      note: 'No',
    },
    withdrawnAt: null,
    ended: null,
  });
  expect(steps[1]).toBe('refused by ines on 3 Jan 2026No');
  expect(steps).toHaveLength(2);
});

it('offers what the reader may do, and nothing else', async () => {
  const { item } = await draw({ actions: ['approve', 'refuse'] });
  expect(
    item.getAllByRole('button').map(({ textContent }) => textContent),
  ).toEqual(['Approve', 'Refuse']);
});

it('offers nothing where there is nothing to do', async () => {
  const { item } = await draw({ actions: [] });
  expect(item.queryByRole('button')).toBeNull();
});

it.each<[Exception['actions'][number], string, RegExp]>([
  [
    'approve',
    'Approve the exception',
    /^These people are not counted until 31 Dec 2026\./,
  ],
  ['refuse', 'Refuse the exception', /^Nothing changes for these people/],
  ['end', 'End the exception now', /^These people count again/],
  ['withdraw', 'Withdraw your request', /^Nobody has to decide it any more/],
])('says what it means to %s', async (action, title, text) => {
  const { item } = await draw({ actions: [action], until: '2026-12-31' });
  item.getByRole('button').click();
  const dialog = within(await screen.findByRole('dialog'));
  expect(dialog.getByRole('heading', { name: title })).toBeInTheDocument();
  expect(dialog.getByText(text)).toBeInTheDocument();
  expect(dialog.queryAllByRole('textbox')).toHaveLength(
    action === 'withdraw' ? 0 : 1,
  );
});
