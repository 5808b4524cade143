import '../../dev/testing/wideScreen';
import { screen, within } from '@testing-library/react';
import type { Person } from 'backstage-plugin-entra-mfa-common';
import { healthy, tenant } from '../../dev/testing/contoso';
import { renderPortal } from '../../dev/testing/renderPortal';
import { tierWords } from '../../dev/testing/tierWords';
import { dayOf } from '../words/time';

const { items, totalItems } = healthy.answer(
  'getPeople',
  {},
  { limit: 25, count: true },
);

function tierOf({ state, tier, privileged }: Person): string {
  const unknown = state === 'out-of-scope' ? '–' : 'not known';
  return `${tier ? tierWords[tier] : unknown}${privileged ? 'privileged' : ''}`;
}

it('shows each person with state, strength, team and since when, and opens them', async () => {
  renderPortal('/entra-mfa/people');
  await screen.findByText(`1–25 of ${totalItems}`);
  const rows = screen.getAllByRole('row', { name: /@contoso/ });
  const cells = rows.map(row =>
    [
      ...within(row).getAllByRole('rowheader'),
      ...within(row).getAllByRole('gridcell'),
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
      tierOf(person),
      person.teams.map(({ title }) => title).join(', ') || 'no team',
      dayOf(person.since),
    ]),
  );
  const states = cells.map(([, state]) => state);
  expect(states[0]).toBe('registereda strong method is registered');
  expect(states.join()).toContain('not registeredno strong method');
  expect(rows[0]).toHaveAttribute(
    'data-href',
    `/entra-mfa/people/${tenant}/${items[0].id}`,
  );
});
