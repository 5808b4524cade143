import type { Person } from 'backstage-plugin-entra-mfa-common';
import { personWho } from '../../dev/testing/contoso';
import { panel } from '../../dev/testing/panel';
import { renderPart } from '../../dev/testing/renderPart';
import { dayOf } from '../words/time';
import { PersonFacts } from './PersonFacts';

const person = personWho(({ teams }) => teams.length > 0);
const [team] = person.teams;

async function factsOf(change: Partial<Person>) {
  renderPart(<PersonFacts person={{ ...person, ...change }} />);
  const known = await panel('What is known');
  const facts = [...known.card.querySelectorAll('dt')].map(term => [
    term.textContent,
    term.nextElementSibling?.textContent,
  ]);
  return { known, facts: Object.fromEntries(facts) };
}

it('says what is known of a person', async () => {
  const { known, facts } = await factsOf({
    registered: true,
    capable: false,
    privileged: null,
    tier: 'phone',
    methods: ['mobilePhone', 'palmPrint'],
    marks: ['phone-only', 'registered-not-capable'],
    teams: [team, { ref: 'group:default/other', title: 'Other' }],
    since: '2026-03-04T00:00:00Z',
    createdAt: '2025-06-07T00:00:00Z',
  });
  expect(facts).toEqual({
    Registered: 'yes',
    'MFA capable': 'no',
    Strength: 'phone',
    Methods: 'Mobile phone, palmPrint',
    Privileged: 'not known',
    Teams: `${team.title}, Other`,
    'In this state since': '4 Mar 2026',
    'Account made': '7 Jun 2025',
    'Worth knowing': 'only a phone, registered, method not allowed',
    'Object id': person.id,
  });
  expect(
    known.getAllByRole('link').map(link => link.getAttribute('href')),
  ).toEqual([
    `/catalog/default/user/${person.entityRef!.split('/')[1]}`,
    `/catalog/default/group/${team.ref.split('/')[1]}`,
    '/catalog/default/group/other',
  ]);
  expect(
    known.getByRole('link', { name: 'Open in the catalog' }),
  ).toBeInTheDocument();
});

it('says of what there is nothing that it is none, and leaves out what is not told', async () => {
  const { known, facts } = await factsOf({
    registered: null,
    privileged: false,
    tier: null,
    methods: [],
    marks: [],
    teams: [],
    createdAt: null,
    entityRef: null,
  });
  expect(facts).toMatchObject({
    Registered: 'not known',
    Strength: 'not known',
    Methods: 'none',
    Privileged: 'no',
    Teams: 'none',
    'In this state since': dayOf(person.since),
  });
  expect(Object.keys(facts)).not.toContain('Account made');
  expect(Object.keys(facts)).not.toContain('Worth knowing');
  expect(known.queryByRole('link')).toBeNull();
});
