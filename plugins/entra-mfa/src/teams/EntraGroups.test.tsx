import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type {
  EntraGroups,
  GroupOfPerson,
} from '@entra-mfa/backstage-plugin-entra-mfa-common';
import { RecordedApi } from '../../dev/answers/RecordedApi';
import { overview } from '../../dev/testing/contoso';
import { renderPart } from '../../dev/testing/renderPart';
import { renderPortal } from '../../dev/testing/renderPortal';
import { PersonGroups } from '../people/PersonGroups';

const id = '698c1b14-401c-4431-b73e-c4a1dc9a3acb';
const finance: EntraGroups['items'][number] = {
  id,
  name: 'Finance',
  kind: 'microsoft-365',
  people: 12,
  coverage: { covered: 7, uncovered: 3, permille: 700, short: 3, met: false },
  unknown: 1,
  exempt: 0,
  notRead: 2,
};

const apiWith = (change: Partial<EntraGroups> = {}) =>
  new RecordedApi('healthy', { nearest: true })
    .change('getOverview', body => ({ ...body, readsEntraGroups: true }))
    .switch(
      'getEntraGroups',
      () =>
        new Response(
          JSON.stringify({
            snapshot: overview.snapshot,
            status: 'read',
            targetPermille: 950,
            items: [finance],
            totalItems: 1,
            pageInfo: { nextCursor: null },
            ...change,
          } satisfies EntraGroups),
          { headers: { 'Content-Type': 'application/json' } },
        ),
    );

it('adds people up by Entra group where these are read, and keeps that in the address', async () => {
  const api = apiWith();
  renderPortal('/entra-mfa/teams?sort=phoneOnly', { api });
  await userEvent.click(
    await screen.findByRole('radio', { name: 'By Entra group' }),
  );
  const link = await screen.findByRole('link', { name: 'Finance' });
  expect(link).toHaveAttribute('href', `/entra-mfa/people?group=${id}`);
  const cells = within(link.closest('tr')!).getAllByRole('cell');
  expect(cells.map(({ textContent }) => textContent)).toEqual([
    '12',
    '10',
    '3',
    '3',
    '70.0 %',
  ]);
  expect(
    screen.getByText('Microsoft 365 group · 2 groups inside it are not read'),
  ).toBeInTheDocument();
  expect(
    screen.getByRole('link', { name: '3 people of Finance: not registered' }),
  ).toHaveAttribute('href', `/entra-mfa/people?group=${id}&state=uncovered`);
  // What teams were sorted by means nothing here.
  const asked = api.sent.filter(({ route }) => route === 'getEntraGroups');
  expect(asked.map(({ query }) => query.sort)).toEqual(['short']);
});

it('leads to no list of groups where none are read', async () => {
  renderPortal('/entra-mfa/teams', {
    api: new RecordedApi().change('getOverview', body => ({
      ...body,
      readsEntraGroups: false,
    })),
  });
  expect(
    await screen.findByRole('link', { name: 'Engineering' }),
  ).toBeInTheDocument();
  expect(screen.queryByText('By Entra group')).not.toBeInTheDocument();
});

it.each<[Partial<EntraGroups>, string, string]>([
  [{ status: 'off' }, '', 'Groups are not read'],
  [{ status: 'not-read' }, '', 'No groups were read yet'],
  [{}, '', 'No groups'],
  [{}, '&q=ledg', 'No group is called like “ledg”.'],
])('says why there is no group: %j%s', async (change, query, why) => {
  renderPortal(`/entra-mfa/teams?by=group${query}`, {
    api: apiWith({ items: [], totalItems: 0, ...change }),
  });
  expect(await screen.findByText(why)).toBeInTheDocument();
});

it('names the group whose people are listed', async () => {
  const { name, kind } = finance;
  renderPortal(`/entra-mfa/people?group=${id}`, {
    api: new RecordedApi('healthy', { nearest: true }).change(
      'getPeople',
      body => ({ ...body, group: { id, name, kind } }),
    ),
  });
  expect(await screen.findByText('Entra group: Finance')).toBeInTheDocument();
});

it.each<[GroupOfPerson[] | null, string[]]>([
  [null, []],
  [[], []],
  [
    [
      { id, name: 'Finance', kind: 'security', direct: true },
      {
        id: id.replace('6', '7'),
        name: 'All',
        kind: 'security',
        direct: false,
      },
    ],
    [
      'Finance Security group',
      'All Security group · through a group inside it',
    ],
  ],
])('says in which groups somebody is: %j', (groups, lines) => {
  renderPart(<PersonGroups groups={groups} />);
  const shown = [...document.querySelectorAll('li')].map(
    ({ textContent }) => textContent,
  );
  expect(shown).toEqual(lines);
  expect(screen.queryAllByText('Entra groups')).toHaveLength(groups ? 1 : 0);
  expect(screen.queryAllByText(/^In none/)).toHaveLength(
    groups?.length === 0 ? 1 : 0,
  );
});
