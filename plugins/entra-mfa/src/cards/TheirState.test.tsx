import { screen } from '@testing-library/react';
import type { Person } from '@entra-mfa/backstage-plugin-entra-mfa-common';
import { personWho } from '../../dev/testing/contoso';
import { renderPart } from '../../dev/testing/renderPart';
import { TheirState } from './TheirState';

const person: Person = {
  ...personWho(({ state }) => state === 'uncovered'),
  reason: 'not-registered',
  tier: 'recovery-only',
  since: '2026-10-09T08:12:00Z',
  sinceFirstRead: undefined,
  phoneEnds: null,
};

it('says from when on a phone does not do', async () => {
  renderPart(<TheirState person={{ ...person, phoneEnds: '2027-07-01' }} />);
  expect(
    (await screen.findByText('Only a phone')).nextElementSibling,
  ).toHaveTextContent(/^blocked from 1 Jul 2027$/);
});

it('says state and why, strength, and since when', async () => {
  renderPart(<TheirState person={person} />);
  const list = (await screen.findByText('State')).parentElement!;
  expect([...list.children].map(({ textContent }) => textContent)).toEqual([
    'State',
    'not registeredno strong method is registered',
    'Strength',
    'recovery only',
    'Since',
    '9 Oct 2026',
  ]);
  expect(screen.getByText('9 Oct 2026')).toHaveAttribute(
    'datetime',
    person.since,
  );
  expect(screen.getByRole('link', { name: 'Details' })).toHaveAttribute(
    'href',
    `/entra-mfa/people/${person.tenant}/${person.id}?tenant=${person.tenant}`,
  );
});
