import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { People } from '@entra-mfa/backstage-plugin-entra-mfa-common';
import { RecordedApi } from '../../dev/answers/RecordedApi';
import { healthy, past } from '../../dev/testing/contoso';
import { renderPart } from '../../dev/testing/renderPart';
import { renderPortal } from '../../dev/testing/renderPortal';
import { PeopleTab } from './PeopleTab';

const pageOf = (query: object) =>
  healthy.answer('getPeople', {}, { ...query, limit: 25, count: true });

const chips = async () =>
  within(await screen.findByRole('grid', { name: 'Filters' }));

/** What the list was asked for last; what its filters would find is asked for beside it. */
const listOf = (api: RecordedApi) =>
  api.sent.findLast(
    ({ route, query }) => route === 'getPeople' && query.facets === undefined,
  );

/** The people of the table, without its heading. */
const rows = () => screen.getAllByRole('row', { name: /@contoso/ });

it('reads its filters from the URL and shows them as chips', async () => {
  const api = new RecordedApi();
  renderPortal(
    '/entra-mfa/people?state=uncovered,unknown&team=group:default/payments',
    { api },
  );
  const shown = await chips();
  expect(shown.getByText('not registered')).toBeInTheDocument();
  expect(shown.getByText('not known')).toBeInTheDocument();
  expect(shown.getByText('team: payments')).toBeInTheDocument();
  expect(listOf(api)?.query).toMatchObject({
    state: 'uncovered,unknown',
    team: 'group:default/payments',
  });
  expect(screen.queryByText(/^You see the people whom/)).toBeNull();
});

it('removes one alternative of a filter and keeps the others', async () => {
  const api = new RecordedApi();
  renderPortal('/entra-mfa/people?state=uncovered,unknown', { api });
  const chip = (await chips()).getByRole('row', { name: 'not known' });
  await userEvent.click(within(chip).getByRole('button'));
  await waitFor(() => expect(listOf(api)?.query.state).toBe('uncovered'));
  // What a preset says has no chip.
  await waitFor(() =>
    expect(screen.queryByRole('grid', { name: 'Filters' })).toBeNull(),
  );
  expect(screen.getByRole('radio', { name: /^Not registered/ })).toBeChecked();
});

it('clears all filters at once, and keeps the order', async () => {
  const api = new RecordedApi().switch('getPeople', () =>
    Response.json(pageOf({})),
  );
  renderPart(<PeopleTab />, api, {
    search: 'state=uncovered&mark=phone-only&sort=name',
  });
  await userEvent.click(
    await screen.findByRole('button', { name: 'Clear all' }),
  );
  await waitFor(() =>
    expect(listOf(api)?.query).toEqual({
      sort: 'name',
      limit: '25',
      count: 'true',
    }),
  );
});

it('asks for the people of the tenant and the day that are shown', async () => {
  const api = new RecordedApi()
    .switch('getPeople', () => Response.json(pageOf({})))
    .silence('getTeams')
    .silence('getRoles')
    .silence('getOverview');
  renderPart(<PeopleTab />, api, { search: `tenant=contoso&at=${past}` });
  await screen.findByText(/^1–25 of/);
  expect(listOf(api)?.query).toEqual({
    tenant: 'contoso',
    at: past,
    limit: '25',
    count: 'true',
  });
});

describe('by role', () => {
  const { items } = healthy.answer('getRoles', {});
  const ids = items!.slice(0, 2).map(({ id }) => id);
  // The second one has no name.
  const withRoles = () =>
    new RecordedApi()
      .change('getRoles', body => ({
        ...body,
        items: body.items!.map(role =>
          role.id === ids[1] ? { ...role, name: null } : role,
        ),
      }))
      .switch('getPeople', () => Response.json(pageOf({})));

  it('shows the names of the roles in the URL, and with the last one drops what is asked of it', async () => {
    const api = withRoles();
    renderPortal(`/entra-mfa/people?role=${ids.join(',')}&roleKind=eligible`, {
      api,
    });
    expect(
      await screen.findByText('role: Helpdesk Administrator'),
    ).toBeInTheDocument();
    const shown = await chips();
    expect(shown.getByText(`role: ${ids[1]}`)).toBeInTheDocument();
    expect(shown.getByText('can activate it')).toBeInTheDocument();
    const asked = () => listOf(api)?.query;
    expect(asked()).toMatchObject({
      role: ids.join(','),
      roleKind: 'eligible',
    });

    const remove = async (name: string) => {
      const chip = (await chips()).getByRole('row', { name });
      await userEvent.click(within(chip).getByRole('button'));
    };
    await remove(`role: ${ids[1]}`);
    await waitFor(() => expect(asked()?.role).toBe(ids[0]));
    expect(asked()?.roleKind).toBe('eligible');
    await remove('role: Helpdesk Administrator');
    await waitFor(() => expect(asked()).not.toHaveProperty('role'));
    expect(asked()).not.toHaveProperty('roleKind');
  });

  it('chooses a role by its name', async () => {
    const api = new RecordedApi();
    renderPortal('/entra-mfa/people', { api });
    await userEvent.click(await screen.findByRole('button', { name: /Role$/ }));
    await userEvent.click(
      await screen.findByRole('option', { name: 'Helpdesk Administrator' }),
    );
    await waitFor(() => expect(listOf(api)?.query.role).toBe(ids[0]));
    const { totalItems } = pageOf({ role: ids[0] });
    expect(await screen.findByText(`${totalItems} people`)).toBeInTheDocument();
  });

  it('opens the list of roles', async () => {
    renderPortal('/entra-mfa/people');
    expect(
      await screen.findByRole('link', { name: 'By role' }),
    ).toHaveAttribute('href', '/entra-mfa/people/roles');
  });
});

it('asks for what is typed once the typing rests', async () => {
  const api = new RecordedApi();
  renderPortal('/entra-mfa/people', { api });
  await userEvent.type(
    await screen.findByLabelText('Name or user principal name'),
    'grace',
  );
  expect(await screen.findByText('text: grace')).toBeInTheDocument();
  expect(listOf(api)?.query.q).toBe('grace');
  expect(await screen.findByText('Grace Moreau')).toBeInTheDocument();
  const asked = api.sent.filter(
    ({ query }) => query.q !== undefined && query.facets === undefined,
  );
  expect(asked).toHaveLength(1);
});

it('pages through the list by cursor, and back to its start for another filter', async () => {
  const api = new RecordedApi();
  renderPortal('/entra-mfa/people', { api });
  const first = pageOf({});
  await screen.findByText(`1–25 of ${first.totalItems}`);
  await userEvent.click(screen.getByRole('button', { name: /next/i }));
  await screen.findByText(`26–50 of ${first.totalItems}`);
  expect(listOf(api)?.query.cursor).toBe(first.pageInfo.nextCursor);
  await userEvent.click(screen.getByRole('button', { name: /previous/i }));
  await screen.findByText(`1–25 of ${first.totalItems}`);
  await userEvent.click(screen.getByRole('button', { name: /next/i }));
  await screen.findByText(`26–50 of ${first.totalItems}`);
  await userEvent.type(
    screen.getByLabelText('Name or user principal name'),
    'grace',
  );
  await waitFor(() => expect(listOf(api)?.query.q).toBe('grace'));
  expect(listOf(api)?.query.cursor).toBeUndefined();
});

it('goes from the first page to the last and no further, and back by one', async () => {
  const after: Record<string, string> = { first: 'a', a: 'b' };
  const all = pageOf({});
  const api = new RecordedApi().switch('getPeople', (_, { query }) =>
    Response.json({
      ...all,
      totalItems: 52,
      items: query.cursor === 'b' ? all.items.slice(0, 2) : all.items,
      pageInfo: {
        nextCursor: after[query.cursor ?? 'first'] ?? null,
      },
    }),
  );
  renderPart(<PeopleTab />, api);
  await screen.findByText('1–25 of 52');
  const previous = screen.getByRole('button', { name: /previous/i });
  const next = screen.getByRole('button', { name: /next/i });
  expect(previous).toBeDisabled();
  await userEvent.click(next);
  await screen.findByText('26–50 of 52');
  await userEvent.click(next);
  await screen.findByText('51–52 of 52');
  expect(next).toBeDisabled();
  await userEvent.click(previous);
  await screen.findByText('26–50 of 52');
});

it('shows the page that a link asks for, from which the way back leads to the first', async () => {
  const api = new RecordedApi();
  const { nextCursor } = pageOf({}).pageInfo;
  renderPortal(`/entra-mfa/people?page=2&size=25&after=${nextCursor}`, { api });
  await screen.findByText(/^26–50 of/);
  expect(listOf(api)?.query).toMatchObject({ cursor: nextCursor, limit: '25' });
  await userEvent.click(screen.getByRole('button', { name: 'Previous page' }));
  await screen.findByText(/^1–25 of/);
});

it('shows as many rows as were asked for, from the first', async () => {
  const all = pageOf({});
  const api = new RecordedApi().switch('getPeople', () => Response.json(all));
  renderPart(<PeopleTab />, api);
  await screen.findByText(/^1–25 of/);
  await userEvent.click(
    screen.getByRole('button', { name: '25 rows Rows on a page' }),
  );
  await userEvent.click(
    await screen.findByRole('option', { name: '100 rows' }),
  );
  await waitFor(() => expect(listOf(api)?.query.limit).toBe('100'));
  expect(listOf(api)?.query.cursor).toBeUndefined();
});

it('sorts by a heading, in one direction and then in the other', async () => {
  const all = pageOf({});
  const api = new RecordedApi().switch('getPeople', () => Response.json(all));
  renderPart(<PeopleTab />, api);
  const heading = (name: string) => screen.getByRole('columnheader', { name });
  await screen.findByText(/^1–25 of/);
  expect(heading('Privileged')).toHaveAttribute('aria-sort', 'descending');
  const press = (name: string) =>
    userEvent.click(within(heading(name)).getByRole('button'));
  await press('Person');
  await waitFor(() => expect(listOf(api)?.query.sort).toBe('name'));
  expect(listOf(api)?.query.order).toBeUndefined();
  expect(heading('Person')).toHaveAttribute('aria-sort', 'ascending');
  expect(heading('Privileged')).not.toHaveAttribute('aria-sort');
  await press('Person');
  await waitFor(() => expect(listOf(api)?.query.order).toBe('desc'));
  expect(heading('Person')).toHaveAttribute('aria-sort', 'descending');
  await press('Privileged');
  await waitFor(() => expect(listOf(api)?.query.sort).toBeUndefined());
  expect(listOf(api)?.query.order).toBeUndefined();
});

it('shows the columns that were chosen, and keeps them', async () => {
  const all = pageOf({});
  const api = new RecordedApi().switch('getPeople', () => Response.json(all));
  renderPart(<PeopleTab />, api);
  await screen.findByText(/^1–25 of/);
  await userEvent.click(screen.getByRole('button', { name: 'Columns' }));
  const options = await screen.findAllByRole('option');
  expect(
    options.map(option => [
      option.textContent,
      option.getAttribute('aria-selected'),
    ]),
  ).toEqual([
    ['State', 'true'],
    ['Privileged', 'true'],
    ['Strength', 'true'],
    ['Team', 'true'],
    ['Since', 'true'],
    ['Methods', 'false'],
    ['Worth knowing', 'false'],
    ['Account made', 'false'],
  ]);
  await userEvent.click(screen.getByRole('option', { name: 'Methods' }));
  await userEvent.click(screen.getByRole('option', { name: 'Team' }));
  // What stands beside an open menu is hidden from assistive technology.
  const headings = screen.getAllByRole('columnheader', { hidden: true });
  expect(headings.map(({ textContent }) => textContent)).toEqual([
    'Person',
    'State',
    'Privileged',
    'Strength',
    'Since',
    'Methods',
  ]);
});

it('saves everybody whom the filter finds, not the page on screen', async () => {
  const saved: Blob[] = [];
  URL.createObjectURL = blob => {
    if (blob instanceof Blob) saved.push(blob);
    return 'blob:saved';
  };
  URL.revokeObjectURL = () => {};
  const names: string[] = [];
  jest
    .spyOn(HTMLAnchorElement.prototype, 'click')
    .mockImplementation(function click(this: HTMLAnchorElement) {
      names.push(this.download);
    });
  const api = new RecordedApi();
  renderPortal('/entra-mfa/people?state=uncovered', { api });
  const { totalItems } = pageOf({ state: 'uncovered' });
  await screen.findByText(`1–${totalItems} of ${totalItems}`);
  const choose = async (name: string) => {
    await userEvent.click(screen.getByRole('button', { name: 'Export' }));
    await userEvent.click(await screen.findByRole('menuitem', { name }));
  };
  await choose('CSV, pseudonymous');
  await waitFor(() => expect(saved).toHaveLength(1));
  expect(api.last('exportPeople')?.query).toEqual({
    names: 'false',
    state: 'uncovered',
  });
  const [header, ...lines] = (await saved[0].text()).trim().split('\n');
  expect(header).toContain('Pseudonym');
  expect(lines).toHaveLength(totalItems!);
  await choose('CSV with names');
  await waitFor(() => expect(saved).toHaveLength(2));
  expect(api.last('exportPeople')?.query.names).toBe('true');
  expect(await saved[1].text()).toContain('Barbara Haddad');
  // As the backend calls it.
  expect(names).toEqual([
    expect.stringMatching(
      /^mfa-people_contoso_2026-11-21_.*_state-uncovered_pseudonymous\.csv$/,
    ),
    expect.stringMatching(
      /^mfa-people_contoso_2026-11-21_.*_state-uncovered\.csv$/,
    ),
  ]);
});

it('opens a person with the reasons, the rows and the history', async () => {
  renderPortal('/entra-mfa/people?state=uncovered');
  await screen.findByText(/^1–\d+ of/);
  await userEvent.click(within(rows()[0]).getByRole('link'));
  for (const title of ['Why counted so', 'The rows behind it', 'History']) {
    expect(
      await screen.findByRole('heading', { name: title }),
    ).toBeInTheDocument();
  }
  expect(screen.getAllByText('isMfaRegistered: false')).not.toHaveLength(0);
});

it('says which permission opens names, and shows nobody without it', async () => {
  renderPortal('/entra-mfa/people', { scenario: 'counts-only' });
  expect(await screen.findByText('entra-mfa.people.read')).toBeInTheDocument();
  expect(screen.queryByText(/@contoso/)).not.toBeInTheDocument();
});

const ofField = {
  ref: 'group:default/field-sales',
  title: 'Field Sales',
  leads: ['user:default/person3', 'group:default/heads'],
};

/** Who sees some people, or nobody, where a filter counts others too. */
const seeing = (change: Partial<People>) =>
  new RecordedApi('lead').change('getPeople', body => ({
    ...body,
    items: body.items.slice(0, change.totalItems ?? 0),
    visibility: 'some',
    pageInfo: { nextCursor: null },
    ...change,
  }));

it('says how many there are, how many of them one sees, who may see the rest, and who leads the team', async () => {
  const api = seeing({ totalItems: 2, counted: 23, team: ofField });
  renderPortal('/entra-mfa/people', { api });
  expect(await screen.findByText('you see 2 of 23 people')).toBeInTheDocument();
  expect(
    screen.getByText(/^23 people are counted here. You may see 2 of them/),
  ).toHaveTextContent(
    'The others are visible to people with entra-mfa.people.read for them. Field Sales is led by',
  );
  expect(screen.getByRole('link', { name: 'person3' })).toHaveAttribute(
    'href',
    '/catalog/default/user/person3',
  );
  expect(screen.getByRole('link', { name: 'Field Sales' })).toHaveAttribute(
    'href',
    '/catalog/default/group/field-sales',
  );
});

it('never says that no one matches where somebody is counted', async () => {
  const team = { ...ofField, leads: [] };
  const api = seeing({ totalItems: 0, counted: 23, team });
  renderPortal('/entra-mfa/people', { api });
  expect(await screen.findByText('you see 0 of 23 people')).toBeInTheDocument();
  expect(
    screen.getAllByText(/23 people are counted here. You may see none/),
  ).toHaveLength(2);
  expect(
    screen.getByText(/The catalog names no one who leads/),
  ).toHaveTextContent('The catalog names no one who leads Field Sales.');
  expect(screen.queryByText('No one matches these filters')).toBeNull();
});

it('does not say that nobody is left where it is not told how many are counted', async () => {
  renderPortal('/entra-mfa/people', {
    api: seeing({ totalItems: 0, counted: null }),
  });
  expect(
    await screen.findByText('No one whom you may see matches these filters'),
  ).toBeInTheDocument();
  expect(screen.getByText('you see 0 people')).toBeInTheDocument();
  expect(
    screen.getByText(/^You see only people whom your permissions let/),
  ).toBeInTheDocument();
});

it('says nothing of others to a lead who sees everybody of a filter', async () => {
  renderPortal('/entra-mfa/people', {
    api: seeing({ totalItems: 2, counted: 2 }),
  });
  expect(await screen.findByText('2 people')).toBeInTheDocument();
  expect(screen.queryByText(/counted here/)).toBeNull();
});

it('tells who may see nobody how many are counted, and by what', async () => {
  const api = new RecordedApi('counts-only').change('getPeople', body => ({
    ...body,
    totalItems: 0,
    counted: 23,
    team: ofField,
  }));
  renderPortal('/entra-mfa/people', { api });
  expect(
    await screen.findByText(/^23 people are counted here. You may see none/),
  ).toBeInTheDocument();
  expect(screen.getByText('You may not see this')).toBeInTheDocument();
});

it('says that the catalog has no such team, and not that it has nobody', async () => {
  const whole = pageOf({});
  const api = new RecordedApi().switch('getPeople', (_, { query }) =>
    Response.json(
      query.team
        ? { ...whole, items: [], totalItems: 0, counted: 0, team: null }
        : whole,
    ),
  );
  renderPortal('/entra-mfa/people?team=group:default/nothing', { api });
  expect(
    await screen.findByText(
      'The catalog had no team group:default/nothing when it was read.',
    ),
  ).toBeInTheDocument();
  await userEvent.click(screen.getByRole('button', { name: 'Leave it out' }));
  expect(await screen.findByText(/^\d+ people$/)).toBeInTheDocument();
  expect(screen.queryByRole('button', { name: 'Leave it out' })).toBeNull();
});

it.each([
  ['state=uncovered,registered', 'State: “registered”', 'uncovered'],
  ['state=nobody', 'State: “nobody”', undefined],
  ['sort=height', 'Sort: “height”', undefined],
  ['tier=strong', 'Strength: “strong”', undefined],
  ['privileged=yes', 'privileged: “yes”', undefined],
])(
  'shows the list without what it does not know: %s',
  async (search, said, state) => {
    const api = new RecordedApi();
    renderPortal(`/entra-mfa/people?${search}`, { api });
    expect(
      await screen.findByText(`${said} is not one that this page knows`),
    ).toBeInTheDocument();
    await screen.findByText(/^\d+ people$/);
    const { query } = listOf(api)!;
    expect(query.state).toBe(state);
    expect(query.sort ?? query.tier ?? query.privileged).toBeUndefined();
    await userEvent.click(screen.getByRole('button', { name: 'Leave it out' }));
    await waitFor(() =>
      expect(screen.queryByText(/is not one that this page/)).toBeNull(),
    );
  },
);

it('says what to do where nobody fits', async () => {
  renderPortal('/entra-mfa/people?state=uncovered&mark=phone-only');
  expect(
    await screen.findByText('Remove a filter to see more people.'),
  ).toBeInTheDocument();
  expect(screen.getByRole('button', { name: 'Export' })).toBeDisabled();
});

it('says what went wrong, and tries again when asked', async () => {
  const api = new RecordedApi().fail('getPeople', 503, 'No database');
  renderPart(<PeopleTab />, api);
  expect(await screen.findByText('No database')).toBeInTheDocument();
  expect(screen.queryByRole('heading', { name: 'People' })).toBeNull();
  api.change('getPeople', body => body);
  await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
  expect(
    await screen.findByText(`${pageOf({}).totalItems} people`),
  ).toBeInTheDocument();
  expect(screen.getByRole('heading', { name: 'People' })).toBeInTheDocument();
});
