import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import axe from 'axe-core';
import type {
  Change,
  Overview,
} from '@entra-mfa/backstage-plugin-entra-mfa-common';
import { RecordedApi } from '../../dev/answers/RecordedApi';
import { healthy, overview, tenant } from '../../dev/testing/contoso';
import { renderPart } from '../../dev/testing/renderPart';
import { MonthView } from './MonthView';

const newest = healthy.answer('getChanges', {}, { limit: 25, count: true });
const { counts } = overview;
if (!counts) throw new Error('The recording has no counts');

/** The recorded figures, with other ones of the people who are registered. */
const figures = (covered: number, permille: number): Overview => ({
  ...overview,
  counts: {
    ...counts,
    states: { ...counts.states, covered, uncovered: 40 },
    coverage: { covered, uncovered: 40, permille, short: 7, met: false },
    marks: { 'phone-only': covered / 10 },
  },
});

const someone = (name: string, kind: Change['kind']): Change => ({
  ...newest.items[0],
  kind,
  id: name,
  after: { ...newest.items[0].after!, displayName: name, state: 'covered' },
});

/** October with figures at both ends; so many changed in each way, of whom the first is named. */
function october(changed: Record<'lost' | 'joined' | 'gained', number>) {
  return new RecordedApi()
    .switch('getOverview', (_, { query }) =>
      Response.json(
        query.at === '2026-09-30' ? figures(60, 600) : figures(80, 667),
      ),
    )
    .switch('getChanges', (_, { query }) => {
      const kind = query.kind as 'lost';
      return Response.json({
        ...newest,
        counts: { ...newest.counts, ...changed },
        items: changed[kind] > 0 ? [someone(`One who ${kind}`, kind)] : [],
      });
    })
    .silence('getTeams');
}

const shown = { search: 'month=2026-10' };

it('tells the gap at both ends of a month, and who changed in between', async () => {
  const api = october({ lost: 1, joined: 3, gained: 0 });
  renderPart(<MonthView />, api, shown);
  expect(
    await screen.findByRole('heading', {
      name: `October 2026: ${overview.tenant?.name}`,
    }),
  ).toBeInTheDocument();
  const table = within(await screen.findByRole('group', { name: 'The gap' }));
  const row = (name: string) =>
    within(table.getByRole('row', { name: new RegExp(`^${name}`) }))
      .getAllByRole('cell')
      .map(cell => cell.textContent);
  expect(row('Coverage')).toEqual(['60.0 %', '66.7 %', '+6.7']);
  expect(row('registered')).toEqual(['60', '80', '+20']);
  expect(row('not registered')).toEqual(['40', '40', '±0']);
  expect(row('only a phone')).toEqual(['6', '8', '+2']);
  expect(screen.getByText('7 people short of 95 %')).toBeInTheDocument();

  expect(await screen.findByText('One who lost')).toBeInTheDocument();
  expect(screen.getByText('One who joined')).toBeInTheDocument();
  expect(
    screen.getByText('Nobody who was not registered did so.'),
  ).toBeInTheDocument();
  const more = new URL(
    screen.getByRole('link', { name: 'and 2 more' }).getAttribute('href')!,
    'https://portal',
  );
  expect(Object.fromEntries(more.searchParams)).toEqual({
    kind: 'joined',
    from: '2026-09-30',
    at: '2026-10-31',
  });
  expect(
    screen.getByRole('link', { name: '40 people are not registered.' }),
  ).toHaveAttribute('href', expect.stringContaining('at=2026-10-31'));
  expect(screen.getByRole('link', { name: 'Month before' })).toHaveAttribute(
    'href',
    expect.stringContaining('month=2026-09'),
  );
  const { violations } = await axe.run(document.body, {
    rules: { region: { enabled: false } },
  });
  expect(violations.map(({ id }) => id)).toEqual([]);
});

it('is of a team where one is chosen', async () => {
  const api = october({ lost: 0, joined: 0, gained: 0 }).switch('getTeam', () =>
    Response.json(healthy.all('getTeam')[0]),
  );
  renderPart(<MonthView />, api, {
    search: `month=2026-10&team=group:default/payments&tenant=${tenant}`,
  });
  const team = healthy.all('getTeam')[0];
  expect(
    await screen.findByRole('heading', { name: `October 2026: ${team.title}` }),
  ).toBeInTheDocument();
  expect(await screen.findByText('Nobody is new.')).toBeInTheDocument();
  expect(api.last('getChanges')?.query).toMatchObject({
    ...{ team: 'group:default/payments', tenant, from: '2026-09-30' },
    to: '2026-10-31',
  });
  expect(api.sent.some(({ route }) => route === 'getOverview')).toBe(false);
});

it('says that history begins later, and what was before where only that is missing', async () => {
  const none = { ...overview, counts: null, snapshot: null };
  const api = october({ lost: 0, joined: 0, gained: 0 }).switch(
    'getOverview',
    (_, { query }) =>
      Response.json(query.at === '2026-09-30' ? none : figures(80, 667)),
  );
  renderPart(<MonthView />, api, shown);
  const table = within(await screen.findByRole('group', { name: 'The gap' }));
  expect(table.getByRole('row', { name: /^Coverage/ })).toHaveTextContent(
    'Coverage–66.7 %–',
  );
  expect(screen.getByText(/no figures of the time before/)).toBeInTheDocument();
});

it('counts where names are not shown, and is printed', async () => {
  const print = jest.spyOn(window, 'print').mockImplementation(() => {});
  const api = october({ lost: 2, joined: 0, gained: 0 }).switch(
    'getChanges',
    () =>
      Response.json({
        ...newest,
        counts: { ...newest.counts, lost: 2, joined: 0, gained: 0 },
        items: [],
        visibility: 'none',
      }),
  );
  renderPart(<MonthView />, api, shown);
  expect(await screen.findByText('entra-mfa.people.read')).toBeInTheDocument();
  await userEvent.click(screen.getByRole('button', { name: 'Print' }));
  expect(print).toHaveBeenCalled();
  print.mockRestore();
});
