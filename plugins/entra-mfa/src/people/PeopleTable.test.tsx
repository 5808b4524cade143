import '../../dev/testing/wideScreen';
import { screen, within } from '@testing-library/react';
import type { Person } from '@entra-mfa/backstage-plugin-entra-mfa-common';
import { RecordedApi } from '../../dev/answers/RecordedApi';
import { healthy, tenant } from '../../dev/testing/contoso';
import { renderPortal } from '../../dev/testing/renderPortal';
import { tierWords } from '../../dev/testing/tierWords';
import { dayOf } from '../../dev/testing/english';

const { items, totalItems } = healthy.answer(
  'getPeople',
  {},
  { limit: 25, count: true },
);

function tierOf({ state, tier }: Person): string {
  const unknown = state === 'out-of-scope' ? '–' : 'no report row';
  return tier ? tierWords[tier] : unknown;
}

it('shows each person with state, strength, team and since when, and opens them', async () => {
  renderPortal('/entra-mfa/people');
  await screen.findByText(`1–25 of ${totalItems}`);
  const rows = screen.getAllByRole('row', { name: /@contoso/ });
  const cells = rows.map(row =>
    [
      ...within(row).getAllByRole('rowheader'),
      ...within(row).getAllByRole('cell'),
    ].map(({ textContent }) => textContent),
  );
  expect(cells.map(([name]) => name)).toEqual(
    items.map(
      ({ displayName, userPrincipalName }) =>
        `${displayName}${userPrincipalName}`,
    ),
  );
  expect(cells.map(([, , ...rest]) => rest)).toEqual(
    items.map(person => [
      person.privileged ? 'privileged' : '–',
      tierOf(person),
      person.teams.map(({ title }) => title).join(', ') || 'no team',
      `${person.sinceFirstRead ? 'before ' : ''}${dayOf(person.since)}`,
    ]),
  );
  const states = cells.map(([, state]) => state);
  expect(states[0]).toBe('registered');
  // A reason that says no more than the state is not said.
  expect(states.join()).not.toContain('strong method');
  expect(
    screen.getAllByRole('columnheader').map(({ textContent }) => textContent),
  ).toEqual(['Person', 'State', 'Privileged', 'Strength', 'Team', 'Since']);
  expect(
    rows.map(row => row.querySelector('time')?.getAttribute('datetime')),
  ).toEqual(items.map(({ since }) => since));
  expect(within(rows[0]).getByRole('link')).toHaveAttribute(
    'href',
    `/entra-mfa/people/${tenant}/${items[0].id}`,
  );
});

it('says of a strength that there is no row to know it by, and nothing of who is not counted', async () => {
  const [first, second] = items;
  const api = new RecordedApi().change('getPeople', body => ({
    ...body,
    items: [
      { ...first, state: 'unknown', tier: null, privileged: false },
      { ...second, state: 'out-of-scope', tier: null, privileged: false },
    ],
  }));
  renderPortal('/entra-mfa/people', { api });
  const rows = await screen.findAllByRole('row', { name: /@contoso/ });
  expect(
    rows.map(row => within(row).getAllByRole('cell')[2].textContent),
  ).toEqual(['no report row', '–']);
});

it('says that nobody fits, and what to do', async () => {
  const api = new RecordedApi().change('getPeople', body => ({
    ...body,
    items: [],
    totalItems: 0,
    counted: 0,
  }));
  renderPortal('/entra-mfa/people', { api });
  expect(
    await screen.findByText('No one matches these filters'),
  ).toBeInTheDocument();
  expect(
    screen.getByText('Remove a filter to see more people.'),
  ).toBeInTheDocument();
});
