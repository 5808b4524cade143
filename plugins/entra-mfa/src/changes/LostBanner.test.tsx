import { screen, within } from '@testing-library/react';
import { RecordedApi } from '../../dev/answers/RecordedApi';
import { healthy, tenant } from '../../dev/testing/contoso';
import { renderPart } from '../../dev/testing/renderPart';
import { LostBanner } from './LostBanner';

const { items, counts } = healthy.answer(
  'getChanges',
  {},
  { kind: 'lost', limit: 5 },
);
const lost = counts!.lost;

const band = async () => {
  const title = await screen.findByText(/in the last 7 days$/);
  return within(title.closest<HTMLElement>('[role=status]')!);
};

it('names who lost their registration, each with their page', async () => {
  const api = renderPart(<LostBanner />);
  const shown = await band();
  expect(
    shown.getByText(
      `${lost} people lost their registrations in the last 7 days`,
    ),
  ).toBeInTheDocument();
  expect(
    shown
      .getAllByRole('listitem')
      .map(item => [
        item.textContent,
        item.querySelector('a')?.getAttribute('href'),
      ]),
  ).toEqual(
    items.map(({ id, after }) => [
      after!.displayName,
      `/entra-mfa/people/${tenant}/${id}`,
    ]),
  );
  expect(shown.getByRole('link', { name: 'See who' })).toHaveAttribute(
    'href',
    '/entra-mfa/changes?kind=lost',
  );
  expect(
    shown.getByText(/^Ask them whether it was them, and to register again\./),
  ).toBeInTheDocument();
  expect(shown.queryByText(/more$/)).toBeNull();
  expect(api.last('getChanges')?.query).toEqual({ kind: 'lost', limit: '5' });
});

it('says how many more there are than it names', async () => {
  const api = new RecordedApi().change('getChanges', body => ({
    ...body,
    counts: { ...body.counts!, lost: items.length + 7 },
  }));
  renderPart(<LostBanner />, api);
  expect((await band()).getByText('and 7 more')).toBeInTheDocument();
});

it('names the only one that it may, and says that there is one more', async () => {
  const api = new RecordedApi().change('getChanges', body => ({
    ...body,
    items: items.slice(0, 1),
    counts: { ...body.counts!, lost: 2 },
  }));
  renderPart(<LostBanner />, api);
  const shown = await band();
  expect(
    shown.getAllByRole('listitem').map(({ textContent }) => textContent),
  ).toEqual([items[0].after!.displayName, 'and 1 more']);
  expect(shown.getByRole('link', { name: 'See who' })).toBeInTheDocument();
});

it('counts without names for who may not see them', async () => {
  const api = new RecordedApi().change('getChanges', body => ({
    ...body,
    items: [],
    counts: { ...body.counts!, lost: 1 },
  }));
  renderPart(<LostBanner />, api);
  const shown = await band();
  expect(
    shown.getByText('1 person lost their registration in the last 7 days'),
  ).toBeInTheDocument();
  expect(shown.getByRole('link', { name: 'See by team' })).toHaveAttribute(
    'href',
    '/entra-mfa/changes?kind=lost',
  );
  expect(shown.queryByRole('list')).toBeNull();
});

it.each([
  ['nobody did', { ...counts!, lost: 0 }],
  ['the counts are hidden', null],
])('is silent where %s', async (_, none) => {
  const api = new RecordedApi().change('getChanges', body => ({
    ...body,
    items: [],
    counts: none,
  }));
  renderPart(<LostBanner />, api);
  await screen.findByText('drawn');
  await new Promise(resolve => setTimeout(resolve, 20));
  expect(api.answered).toBe(1);
  expect(screen.queryByText(/in the last 7 days/)).toBeNull();
});
