import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { formatPermille } from '@entra-mfa/backstage-plugin-entra-mfa-common';
import { RecordedApi } from '../../dev/answers/RecordedApi';
import { healthy, overview } from '../../dev/testing/contoso';
import { panel } from '../../dev/testing/panel';
import { renderPart } from '../../dev/testing/renderPart';
import { renderPortal } from '../../dev/testing/renderPortal';
import { formatPoints } from '../messages/formatPoints';
import { dayOf } from '../../dev/testing/english';
import { TeamsTab } from './TeamsTab';

const answer = healthy.answer(
  'getTeams',
  {},
  { parent: 'none', sort: 'short', limit: 25, count: true },
);
const { items: roots } = answer;

const rowOf = async (title: string) =>
  (await screen.findByRole('link', { name: title })).closest('tr')!;
const cellsOf = (row: HTMLElement) =>
  within(row)
    .getAllByRole('cell')
    .map(({ textContent }) => textContent);

it('shows each team’s figures, those who are short of most people first', async () => {
  renderPortal('/entra-mfa/teams');
  await rowOf('Engineering');
  const links = (await panel('Teams'))
    .getAllByRole('rowheader')
    .map(({ textContent }) => textContent);
  expect(links).toEqual(roots.map(({ title }) => title));
  const rising = roots.find(({ forecast }) => forecast?.expected)!;
  expect(cellsOf(await rowOf(rising.title))).toEqual([
    String(rising.people),
    String(rising.coverage!.covered + rising.coverage!.uncovered),
    String(rising.coverage!.uncovered),
    String(rising.coverage!.short),
    formatPermille(rising.coverage!.permille),
    formatPoints(rising.change30Days!),
    `around ${dayOf(rising.forecast!.expected!)}`,
  ]);
});

it('tells below the table what is open and for how long, and how long fixing took', async () => {
  renderPortal('/entra-mfa/teams');
  const gaps = await panel('To be mended');
  const row = (await gaps.findByRole('rowheader', { name: 'Not registered' }))
    .parentElement!;
  expect(cellsOf(row)).toEqual([
    '19',
    'up to 7 days: 631–90 days: 1over 90 days: 12',
    '31',
    '29 days',
    '90 days',
    '6 exempt1 left the scope1 left the directory',
  ]);
});

it('shows the teams below a team when it is opened, and hides them again', async () => {
  renderPortal('/entra-mfa/teams');
  expect(
    await screen.findByRole('link', { name: 'Engineering' }),
  ).toBeInTheDocument();
  expect(
    screen.queryByRole('link', { name: 'Payments' }),
  ).not.toBeInTheDocument();
  await userEvent.click(
    screen.getByRole('button', { name: 'Show sub-teams of Engineering' }),
  );
  expect(await screen.findByRole('link', { name: 'Payments' })).toHaveAttribute(
    'href',
    '/catalog/default/group/payments',
  );
  // It stands further in than the team that it is of.
  const indentOf = (name: string) =>
    screen.getByRole('link', { name }).parentElement?.getAttribute('style');
  expect(indentOf('Engineering')).toContain('calc(0rem)');
  expect(indentOf('Payments')).toContain('calc(1.25rem)');
  await userEvent.click(
    screen.getByRole('button', {
      name: 'Hide sub-teams of Engineering',
      expanded: true,
    }),
  );
  expect(
    screen.queryByRole('link', { name: 'Payments' }),
  ).not.toBeInTheDocument();
});

it('finds a team at any depth as one types', async () => {
  renderPortal('/entra-mfa/teams');
  const search = await screen.findByLabelText('Find a team');
  expect(search).toHaveAttribute('placeholder', 'Find a team');
  await userEvent.type(search, 'ledg');
  expect(
    await screen.findByRole('link', { name: 'Ledger' }),
  ).toBeInTheDocument();
  await waitFor(() =>
    expect(
      screen.queryByRole('link', { name: 'Engineering' }),
    ).not.toBeInTheDocument(),
  );
});

it('gives a team of nobody no percentage', async () => {
  renderPortal('/entra-mfa/teams');
  const row = await rowOf('Facilities');
  expect(row).toHaveTextContent('nobody');
  expect(row).not.toHaveTextContent('%');
});

it('keeps the figures of a small team, without a zero, and says why', async () => {
  renderPortal('/entra-mfa/teams', { scenario: 'counts-only' });
  await userEvent.type(await screen.findByLabelText('Find a team'), 'ledg');
  const row = await rowOf('Ledger');
  expect(row).toHaveTextContent('not shown');
  expect(row).not.toHaveTextContent(/[0-9]/);
  expect(
    screen.getByText(/^Figures of fewer than 5 people are visible only/),
  ).toBeInTheDocument();
});

it('opens the unregistered people of a team with its sub-teams', async () => {
  renderPortal('/entra-mfa/teams');
  const link = await screen.findByRole('link', {
    name: /people of Engineering: not registered/,
  });
  expect(link).toHaveAttribute(
    'href',
    '/entra-mfa/people?team=group%3Adefault%2Fengineering&state=uncovered',
  );
});

it('says what the table is, and what each heading means', async () => {
  renderPortal('/entra-mfa/teams');
  const teams = await panel('Teams');
  const headings = await teams.findAllByRole('columnheader');
  expect(headings.map(({ textContent }) => textContent)).toEqual([
    'Team',
    'People',
    'Counted',
    'not registered',
    'Short',
    'Coverage',
    '30 days',
    'Forecast',
  ]);
  const hints = teams.card.querySelectorAll('th [title], th[title]');
  expect([...hints].map(hint => hint.getAttribute('title'))).toEqual([
    'Everybody in the team and its sub-teams, whether they count or not',
    expect.stringMatching(/^Registered or not registered: coverage/),
    'Change of coverage over the last 30 days, in points',
    'When the target is reached at the pace of the last weeks. Open the team for its range.',
  ]);
  expect(
    teams.getByText(/^Teams with their sub-teams, each person once/),
  ).toBeInTheDocument();
  expect(teams.getByRole('group', { name: 'Teams' })).toBeInTheDocument();
  expect(teams.queryByText(/^Figures of fewer/)).toBeNull();
});

it.each([
  [2, [/^The headline counts 2 people more than /]],
  [1, [/^The headline counts 1 person more than /]],
  [0, []],
])(
  'says why the headline counts %s more than the one root',
  async (more, said) => {
    const [root] = roots;
    const { covered, uncovered } = overview.counts!.coverage;
    const coverage = { ...root.coverage!, covered: covered - more, uncovered };
    const api = new RecordedApi().switch('getTeams', (_, { query }) =>
      Response.json({
        ...answer,
        items:
          query.parent === 'none' ? [{ ...root, subTeams: 0, coverage }] : [],
        pageInfo: { nextCursor: null },
      }),
    );
    renderPortal('/entra-mfa/teams', { api });
    await rowOf(root.title);
    await screen.findByText(String(covered - more + uncovered));
    const notes = screen.queryAllByText(/^The headline counts/);
    expect(notes.map(({ textContent }) => textContent)).toEqual(
      said.map(text => expect.stringMatching(text)),
    );
  },
);

it('opens a team that has a single one below it, and says why that has no figures', async () => {
  const [parent] = roots;
  const small = {
    ...parent,
    ref: 'group:default/small',
    title: 'Small',
    subTeams: 0,
    hidden: true,
  };
  const api = new RecordedApi().switch('getTeams', (_, { query }) =>
    Response.json({
      ...answer,
      hideBelow: 7,
      items: query.parent === 'none' ? [{ ...parent, subTeams: 1 }] : [small],
      pageInfo: { nextCursor: null },
    }),
  );
  renderPart(<TeamsTab />, api);
  expect(await screen.findByRole('link', { name: 'Small' })).toBeVisible();
  expect(screen.getByText(/^Figures of fewer than 7 people/)).toBeVisible();
  expect(
    screen.getByRole('button', { name: `Hide sub-teams of ${parent.title}` }),
  ).toBeVisible();
});

const none = { ...answer, items: [], pageInfo: { nextCursor: null } };

it('says what teams are where there are none, and what was searched where none is found', async () => {
  const api = new RecordedApi().switch('getTeams', async () =>
    Response.json(none),
  );
  renderPortal('/entra-mfa/teams', { api });
  expect(await screen.findByText('No teams')).toBeInTheDocument();
  expect(
    screen.getByText(/^Teams are groups of the catalog/),
  ).toBeInTheDocument();
  await userEvent.type(screen.getByLabelText('Find a team'), ' x ');
  expect(
    await screen.findByText('No team is called like “x”.'),
  ).toBeInTheDocument();
  expect(api.last('getTeams')?.query).toEqual({
    q: 'x',
    sort: 'short',
    limit: '25',
    count: 'true',
  });
});

it('goes on to more teams, of the table and below a team', async () => {
  const [parent] = roots.filter(({ subTeams }) => subTeams > 0);
  const named = (title: string) => ({
    ...parent,
    ref: `group:default/${title}`,
    title,
    subTeams: 0,
    children: [],
  });
  const api = new RecordedApi().switch('getTeams', async (_, { query }) => {
    const isFirst = query.cursor === undefined;
    const items =
      query.parent === 'none'
        ? [isFirst ? parent : named('second')]
        : [named(isFirst ? 'below' : 'further')];
    return Response.json({
      ...answer,
      items,
      pageInfo: { nextCursor: isFirst ? `after ${query.parent}` : null },
    });
  });
  renderPortal('/entra-mfa/teams', { api });
  // A team that stands alone is opened at once.
  expect(await screen.findByRole('link', { name: 'below' })).toBeVisible();
  await userEvent.click(
    screen.getByRole('button', { name: 'Show more teams' }),
  );
  expect(await screen.findByRole('link', { name: 'further' })).toBeVisible();
  expect(api.last('getTeams')?.query).toMatchObject({
    parent: parent.ref,
    cursor: `after ${parent.ref}`,
  });
  await userEvent.click(screen.getByRole('button', { name: 'Next page' }));
  expect(await screen.findByRole('link', { name: 'second' })).toBeVisible();
  expect(api.last('getTeams')?.query.cursor).toBe('after none');
  expect(screen.queryByRole('button', { name: 'Show more teams' })).toBeNull();
  expect(screen.getByRole('button', { name: 'Next page' })).toBeDisabled();
  expect(
    screen.queryByRole('button', { name: /sub-teams of second/ }),
  ).toBeNull();
});

it('says what went wrong, and tries again when asked', async () => {
  const api = new RecordedApi().fail('getTeams', 503, 'No database');
  renderPortal('/entra-mfa/teams', { api });
  expect(await screen.findByText('No database')).toBeInTheDocument();
  api.change('getTeams', body => body);
  await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
  expect(await rowOf('Engineering')).toBeInTheDocument();
});
