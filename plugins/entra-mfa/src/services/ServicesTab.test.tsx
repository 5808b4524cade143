import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { RecordedApi } from '../../dev/answers/RecordedApi';
import { healthy, personWho, teamOf, tenant } from '../../dev/testing/contoso';
import { renderPortal } from '../../dev/testing/renderPortal';

const pageOf = (query: object = {}) =>
  healthy.answer('getServices', {}, { ...query, limit: 25, count: true });

const rows = async () => {
  const table = await screen.findByRole('table');
  return within(table).getAllByRole('row').slice(1);
};
const cellsOf = (row: HTMLElement) =>
  within(row)
    .getAllByRole('cell')
    .map(({ textContent }) => textContent);

it('lists the services whose owners are worst off, with owners and counts', async () => {
  renderPortal('/entra-mfa/services');
  const [first] = await rows();
  const [worst] = pageOf().items;
  const { covered, uncovered, phoneOnly, privilegedUncovered } = worst.owners!;
  expect(
    within(first).getByRole('link', { name: worst.title }),
  ).toHaveAttribute('href', `/catalog/default/${worst.kind}/${worst.title}`);
  expect(cellsOf(first)).toEqual([
    'System',
    'production',
    '–',
    'engineering',
    `${uncovered} of ${covered + uncovered}${worst.owners!.unknown} not known`,
    String(phoneOnly),
    String(privilegedUncovered),
  ]);
  expect(
    screen.getByRole('columnheader', { name: 'not registered' }),
  ).toBeInTheDocument();
});

it('keeps filters and order in the URL', async () => {
  const api = new RecordedApi();
  renderPortal('/entra-mfa/services?lifecycle=production&sort=phoneOnly', {
    api,
  });
  const query = { lifecycle: 'production', sort: 'phoneOnly' };
  const titles = (await rows()).map(
    row => within(row).getAllByRole('link')[0].textContent,
  );
  expect(titles).toEqual(pageOf(query).items.map(({ title }) => title));
  await userEvent.click(screen.getByRole('button', { name: /Kind/ }));
  await userEvent.click(await screen.findByRole('option', { name: 'API' }));
  await waitFor(() =>
    expect(api.sent.filter(({ query: of }) => of.count).pop()?.query).toEqual({
      ...query,
      kind: 'api',
      limit: '25',
      count: 'true',
    }),
  );
});

it('shows what one team reaches, and how', async () => {
  const api = new RecordedApi();
  renderPortal('/entra-mfa/services?team=group:default/ledger', { api });
  expect(
    await screen.findByRole('heading', { name: 'What ledger reaches' }),
  ).toBeInTheDocument();
  expect((await screen.findAllByText('owned')).length).toBeGreaterThan(0);
  expect(screen.getAllByText('a team above').length).toBeGreaterThan(0);
  expect(api.last('getTeamServices')?.path).toBe(
    '/teams/group/default/ledger/services',
  );
  expect(screen.getByRole('link', { name: 'All services' })).toHaveAttribute(
    'href',
    '/entra-mfa/services',
  );
});

it('says of which services figures are not shown', async () => {
  renderPortal('/entra-mfa/services?sort=name', { scenario: 'counts-only' });
  const { items } = new RecordedApi('counts-only').answer(
    'getServices',
    {},
    { sort: 'name', limit: 25, count: true },
  );
  expect(await screen.findAllByText('not shown')).toHaveLength(
    items.filter(({ owners }) => owners === null).length,
  );
  expect(screen.getByText(/^Figures of a few people/)).toBeInTheDocument();
});

it('says what to do where no service fits', async () => {
  renderPortal('/entra-mfa/services?tier=9');
  expect(
    await screen.findByText('Remove a filter to see more.'),
  ).toBeInTheDocument();
});

it('lists what an uncovered person reaches', async () => {
  const { id } = personWho(
    ({ state, teams }) =>
      state === 'uncovered' &&
      teams.some(({ ref }) => ref === teamOf('Payments').ref),
  );
  renderPortal(`/entra-mfa/people/${tenant}/${id}`);
  expect(
    await screen.findByRole('heading', { name: 'What this person reaches' }),
  ).toBeInTheDocument();
  const { items } = healthy.answer(
    'getPersonServices',
    { tenant, id },
    { sort: 'name', limit: 50 },
  );
  for (const { title, kind } of items) {
    expect(screen.getByRole('link', { name: title })).toHaveAttribute(
      'href',
      `/catalog/default/${kind}/${title}`,
    );
  }
});

it('says nothing of what a covered person reaches', async () => {
  const api = new RecordedApi();
  const { id } = personWho(
    ({ state, marks }) => state === 'covered' && !marks.includes('phone-only'),
  );
  renderPortal(`/entra-mfa/people/${tenant}/${id}`, { api });
  await screen.findByRole('heading', { name: 'History' });
  expect(api.last('getPersonServices')).toBeUndefined();
});
