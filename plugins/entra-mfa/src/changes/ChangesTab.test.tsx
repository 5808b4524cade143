import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import axe from 'axe-core';
import type { Changes } from '@entra-mfa/backstage-plugin-entra-mfa-common';
import { RecordedApi } from '../../dev/answers/RecordedApi';
import { healthy, past, tenant } from '../../dev/testing/contoso';
import { renderPart } from '../../dev/testing/renderPart';
import { renderPortal } from '../../dev/testing/renderPortal';
import { momentOf } from '../../dev/testing/english';
import { ChangesTab } from './ChangesTab';

/** The recorded tenant, with the last query for changes, and another answer about them. */
function changing(change: (body: Changes) => Changes = body => body) {
  const api = new RecordedApi().change('getChanges', change);
  return { api, last: () => api.last('getChanges')?.query };
}

const week = healthy.answer('getChanges', {}, { limit: 25, count: true });

const kinds = async () =>
  within(await screen.findByRole('group', { name: 'Kinds of change' }));

it('lists who changed in the last seven days, lost registrations first, with the counts', async () => {
  const { api, last } = changing();
  renderPortal('/entra-mfa/changes', { api });
  const chips = (await kinds()).getAllByRole('button');
  expect(chips[0]).toHaveTextContent(/^lost \d/);
  expect(last()?.from).toBeUndefined();
  expect(screen.getByRole('button', { name: '7 days' })).toHaveAttribute(
    'aria-pressed',
    'true',
  );
  const shown = chips.map(chip => Number(/\d+/.exec(chip.textContent ?? '')));
  expect(shown).toEqual(Object.values(week.counts!).filter(count => count > 0));
  expect(screen.getByText(`${week.people} people changed`)).toBeInTheDocument();
});

it('narrows to kinds and a period, which the URL keeps', async () => {
  const { api, last } = changing();
  renderPortal('/entra-mfa/changes?kind=lost', { api });
  const table = await screen.findByRole('table');
  const rows = within(table).getAllByRole('row').slice(1);
  for (const row of rows) {
    expect(row).toHaveTextContent('lost');
  }
  await userEvent.click(screen.getByRole('button', { name: '90 days' }));
  await waitFor(() => expect(last()?.from).toMatch(/^\d{4}-\d\d-\d\d$/));
  await userEvent.click(
    (await kinds()).getByRole('button', { name: /gained/ }),
  );
  await waitFor(() => expect(last()?.kind).toBe('lost,gained'));
});

it('takes the moments of a link as they are', async () => {
  const { api, last } = changing();
  const from = '2026-11-01T09:00:00.000Z';
  renderPortal(
    `/entra-mfa/changes?kind=lost&from=${from}&team=group:default/payments`,
    { api },
  );
  await kinds();
  expect(last()?.from).toBe(from);
  expect(last()?.team).toBe('group:default/payments');
});

it('goes up to the day that the page shows', async () => {
  const { api, last } = changing();
  renderPortal(`/entra-mfa/changes?at=${past}`, { api });
  await kinds();
  expect(last()?.to).toBe(past);
});

it('narrows to a team', async () => {
  const api = new RecordedApi().switch('getChanges', () => Response.json(week));
  renderPart(<ChangesTab />, api);
  await kinds();
  expect(
    screen.getByRole('heading', { name: 'What changed' }),
  ).toBeInTheDocument();
  await userEvent.click(screen.getByRole('button', { name: /Team$/ }));
  await userEvent.click(
    await screen.findByRole('option', { name: 'Payments' }),
  );
  await waitFor(() =>
    expect(api.last('getChanges')?.query.team).toBe('group:default/payments'),
  );
});

it('goes up to the day of a link rather than to that of the page', async () => {
  const api = new RecordedApi()
    .switch('getChanges', () => Response.json(week))
    .silence('getTeams');
  renderPart(<ChangesTab />, api, { search: `to=2026-11-10&at=${past}` });
  await kinds();
  expect(api.last('getChanges')?.query.to).toBe('2026-11-10');
});

it('opens a person', async () => {
  renderPortal('/entra-mfa/changes?from=2026-09-01');
  const table = await screen.findByRole('table');
  const [name] = within(table).getAllByRole('link');
  await userEvent.click(name);
  expect(
    await screen.findByRole('heading', { name: 'History' }),
  ).toBeInTheDocument();
});

it('counts, and says who may see who it is, without names', async () => {
  renderPortal('/entra-mfa/changes', { scenario: 'counts-only' });
  expect((await kinds()).getByText(/^lost/)).toBeInTheDocument();
  expect(screen.getByText('entra-mfa.people.read')).toBeInTheDocument();
  expect(screen.queryByText(/@contoso/)).not.toBeInTheDocument();
});

it('says of a single one too which permission names them', async () => {
  const { api } = changing(body => ({
    ...body,
    people: 1,
    items: [],
    visibility: 'none',
  }));
  renderPart(<ChangesTab />, api);
  expect(await screen.findByText('1 person changed')).toBeInTheDocument();
  expect(screen.getByText('entra-mfa.people.read')).toBeInTheDocument();
});

it('says that a team is too small to be counted', async () => {
  const { api } = changing(body => ({
    ...body,
    people: null,
    counts: null,
    items: [],
    from: null,
    to: null,
    visibility: 'none',
  }));
  renderPortal('/entra-mfa/changes?team=group:default/payments', { api });
  expect(
    await screen.findByText(/So few people are concerned/),
  ).toBeInTheDocument();
  expect(screen.queryByText('entra-mfa.people.read')).toBeNull();
  expect(screen.queryByRole('group', { name: 'Kinds of change' })).toBeNull();
});

it('says of whom nobody changed, where that is searched', async () => {
  const api = new RecordedApi().switch('getChanges', (answer, { query }) =>
    query.q ? Response.json({ ...week, items: [], totalItems: 0 }) : answer(),
  );
  renderPortal('/entra-mfa/changes?q=zoe', { api });
  expect(
    await screen.findByText('Nobody called like “zoe” changed'),
  ).toBeInTheDocument();
  expect(screen.queryByText('Nobody changed')).toBeNull();
});

it('says what to do where nobody changed, and where history begins later', async () => {
  const { api } = changing(body => ({
    ...body,
    items: [],
    sinceBeginning: true,
  }));
  renderPortal('/entra-mfa/changes', { api });
  expect(await screen.findByText('Nobody changed')).toBeInTheDocument();
  expect(
    screen.getByText('Choose a longer period, another kind or another team.'),
  ).toBeInTheDocument();
  expect(
    screen.getByText(
      new RegExp(
        `History begins on ${momentOf(
          week.from!.at,
        )}: compared with that day.$`,
      ),
    ),
  ).toBeInTheDocument();
  expect(screen.queryByRole('table')).toBeNull();
});

it('says which moments it compares, and nothing else where nothing is to be said', async () => {
  renderPortal('/entra-mfa/changes');
  await kinds();
  const { from, to } = week;
  const compared = screen.getByText(/^From .* to .*\./);
  expect(compared.textContent).toBe(
    `From ${momentOf(from!.at)} to ${momentOf(to!.at)}. `,
  );
  expect([...compared.parentElement!.children]).toHaveLength(1);
  expect(screen.getByRole('main').querySelector('.bui-Skeleton')).toBeNull();
  expect(screen.queryByText('Nobody changed')).toBeNull();
});

it('says to a lead that these are not all', async () => {
  const { api } = changing(body => ({ ...body, visibility: 'some' }));
  renderPortal('/entra-mfa/changes', { api });
  await kinds();
  expect(
    screen.getByText(/^From .* to .*\./).nextElementSibling,
  ).toHaveTextContent(/^You see /);
});

it.each([
  ['all', true],
  ['none', false],
] as const)(
  'with nobody to show to who sees %s, says so: %s',
  async (visibility, isSaid) => {
    const { api } = changing(body => ({
      ...body,
      visibility,
      people: 0,
      items: [],
    }));
    renderPortal('/entra-mfa/changes', { api });
    expect(await screen.findByText('0 people changed')).toBeInTheDocument();
    expect(screen.queryByText('Nobody changed') !== null).toBe(isSaid);
    expect(screen.queryByText('entra-mfa.people.read')).toBeNull();
  },
);

it('goes on to the next page', async () => {
  const [first, second] = week.items;
  const api = new RecordedApi().switch('getChanges', async (_, { query }) =>
    Response.json({
      ...week,
      items: [query.cursor ? second : first],
      pageInfo: { nextCursor: query.cursor ? null : 'next' },
    }),
  );
  renderPortal('/entra-mfa/changes', { api });
  const table = within(await screen.findByRole('table'));
  expect(table.getAllByRole('row')).toHaveLength(2);
  await userEvent.click(screen.getByRole('button', { name: 'Next page' }));
  await waitFor(() =>
    expect(api.last('getChanges')?.query.cursor).toBe('next'),
  );
  expect(
    await table.findByRole('link', { name: second.after?.displayName }),
  ).toBeInTheDocument();
  expect(screen.getByRole('button', { name: 'Next page' })).toBeDisabled();
});

it('says what went wrong, and tries again when asked', async () => {
  const api = new RecordedApi().fail('getChanges', 503, 'No database');
  renderPortal('/entra-mfa/changes', { api });
  expect(await screen.findByText('No database')).toBeInTheDocument();
  expect(screen.getByRole('main').querySelector('.bui-Skeleton')).toBeNull();
  expect(screen.queryByText('Nobody changed')).toBeNull();
  api.change('getChanges', body => body);
  await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
  await kinds();
  expect(screen.queryByText('No database')).toBeNull();
});

describe('the alarm', () => {
  it('names who lost their registration, on the overview', async () => {
    renderPortal('/entra-mfa');
    const title = await screen.findByText(
      /lost their registrations? in the last 7 days$/,
    );
    const band = within(title.closest('[role=status]') as HTMLElement);
    expect(band.getByRole('link', { name: 'See who' })).toHaveAttribute(
      'href',
      '/entra-mfa/changes?kind=lost',
    );
    expect(band.getAllByRole('listitem').length).toBeGreaterThan(0);
  });

  it('counts without names for who may not see them', async () => {
    renderPortal('/entra-mfa', { scenario: 'counts-only' });
    await screen.findByText(/lost their registrations? in the last 7 days$/);
    expect(
      screen.getByRole('link', { name: 'See by team' }),
    ).toBeInTheDocument();
  });

  it('is silent where nobody did', async () => {
    const { api, last } = changing(body => ({
      ...body,
      items: [],
      counts: { ...body.counts!, lost: 0 },
    }));
    renderPortal('/entra-mfa', { api });
    await waitFor(() => expect(last()?.kind).toBe('lost'));
    await screen.findByText(/people counted/);
    expect(screen.queryByText(/lost their registration/)).toBeNull();
  });
});

it('shows the kind of each step in a person’s history', async () => {
  const { person } = healthy
    .all('getPerson')
    .find(({ history }) => history[0].kind === 'lost')!;
  renderPortal(`/entra-mfa/people/${tenant}/${person.id}`);
  const history = await screen.findByRole('group', { name: 'History' });
  expect(within(history).getByText('lost')).toBeInTheDocument();
});

it('has nothing wrong for assistive technology', async () => {
  renderPortal('/entra-mfa/changes');
  await kinds();
  const { violations } = await axe.run(screen.getByRole('main'), {
    rules: { 'color-contrast': { enabled: false } },
  });
  expect(violations.map(({ id, nodes }) => [id, nodes[0].html])).toEqual([]);
});
